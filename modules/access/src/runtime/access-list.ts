import { createHash } from "node:crypto";
import { compile, decide, decideByRules, type Decision } from "@terskel/edge-decision";
import type { AccessList, ListManifest } from "@terskel/edge-protocol";
import { rulesInList } from "../areas/in-list.ts";
import { toOrder } from "../orders/read.ts";
import { timesOf, unlockOf } from "../schedules/times.ts";
import type { Times } from "../schedules/times.ts";
import type { AccessRows, ControllerRows, GrantRow } from "./access-rows.ts";

/** An access list without what its publication adds. */
export type ListContent = Omit<AccessList, "controller" | "revision" | "issuedAt">;

/** What one controller is told. */
export function toContent(rows: ControllerRows): ListContent {
  const { doors, ...people } = toList(rows);
  const rules = rulesInList(rows);
  const facts = new Map(rows.doors.map((door) => [door.id, door]));
  return {
    ...people,
    ...rules.areas,
    doors: doors.map(({ id, ...decided }) => {
      const door = facts.get(id)!;
      const { name, output, held_after_seconds, alone_hours, log_mode, keypad } = door;
      const { open_seconds, extended_open_seconds } = door;
      const longer =
        extended_open_seconds > open_seconds ? { extendedOpenSeconds: extended_open_seconds } : {};
      const alone = alone_hours === null ? {} : { aloneHours: alone_hours };
      const contact = held_after_seconds === null ? {} : { heldAfterSeconds: held_after_seconds };
      const log =
        log_mode === "anonymous" || log_mode === "off" ? ({ log: log_mode } as const) : {};
      return {
        id,
        name,
        output,
        openSeconds: open_seconds,
        ...longer,
        ...contact,
        ...alone,
        ...log,
        ...(keypad ? { keypad: true as const } : {}),
        ...rules.ofDoor.get(id),
        ...decided,
      };
    }),
  };
}

/**
 * Rows to list: the one mapping, for a controller's whole list and for the cloud's own decision on
 * one person, so that cloud and door cannot differ. The same rows in any order give the same list.
 *
 * A role makes no difference at the door, and who is in a group, unit or lease is told only where it
 * opens one of its doors (data minimisation, GDPR Art. 5(1)(c)).
 */
export function toList(rows: AccessRows) {
  // Who needs longer is told as another thing that one belongs to, of which nothing is granted.
  const isLonger = (rows.extended ?? []).length > 0;
  const subjects = numbered([...rows.grants.map(subjectOf), ...(isLonger ? [extendedKey] : [])]);
  const grants = Map.groupBy(rows.grants, (grant) => grant.door_id);
  const persons = personsOf(rows, subjects);
  const place = new Map(persons.map((person, index) => [person.id, index]));
  const times = timesOf(rows);
  const orders = new Map(rows.orders.map((order) => [order.door_id, toOrder(order)]));
  return {
    doors: rows.doors
      .map((door) => ({
        id: door.id,
        grants: grantsOf(grants.get(door.id) ?? [], subjects, times),
        ...(orders.has(door.id) ? { order: orders.get(door.id) } : {}),
        ...toUnlock(door, times),
        ...(door.two_people ? ({ twoPeople: true } as const) : {}),
      }))
      .toSorted(by((door) => door.id)),
    persons,
    credentials: rows.credentials
      .flatMap(({ member_id, kind, number_hash }) => {
        const person = place.get(member_id);
        if (person === undefined) return [];
        const known = kind as ListContent["credentials"][number]["kind"];
        return [{ hash: number_hash.toString("base64url"), kind: known, person }];
      })
      .toSorted(by((credential) => credential.hash)),
    schedules: times.schedules,
    clocks: times.clocks,
    ...(isLonger ? { extendedSubject: subjects.get(extendedKey)! } : {}),
  };
}

/** As the access list has it: nothing of a door without an unlock schedule. */
function toUnlock(door: AccessRows["doors"][number], times: Times) {
  const schedule = times.numberOf(unlockOf(door));
  if (schedule === 0) return {};
  const keptLockedUntil = door.kept_locked_until?.toISOString();
  return {
    unlock: {
      schedule,
      firstPerson: door.unlock_first_person ?? false,
      ...(keptLockedUntil === undefined ? {} : { keptLockedUntil }),
    },
  };
}

/** The same content gives the same 32 bytes. */
export function hashOf({
  doors,
  schedules,
  clocks,
  areas,
  body,
  extendedSubject,
}: ListManifest): Buffer {
  return createHash("sha256")
    .update(JSON.stringify([doors, schedules, clocks, body, areas, extendedSubject]))
    .digest();
}

/** May the member open the door at `at`? By the code that decides at the door. */
export function decideFor(rows: AccessRows, member: string, door: string, at: Date): Decision {
  return decide(compile(toList(rows)), { person: member, door, atMs: at.getTime() });
}

/**
 * May the member have the door opened from afar? Who is inside, and how the other doors stand, only the door knows, and asks
 * itself.
 */
export function decideRemotely(rows: AccessRows, member: string, door: string, at: Date): Decision {
  const list = compile(toList(rows));
  const atMs = at.getTime();
  const decision = decide(list, { person: member, door, atMs });
  if (!decision.allowed) return decision;
  return decideByRules(list, list.doors.get(door)!, atMs, {
    at: "remote",
    isInside: false,
    isInterlocked: false,
    isSecond: false,
  });
}

type Subjects = ReadonlyMap<string, number>;

const viaKey = (id: string) => `by ${id}`;
const extendedKey = "extended";
const memberKey = (id: string) => `member ${id}`;
const subjectOf = ({ member_id, via_id }: GrantRow) =>
  member_id === null ? viaKey(via_id ?? "") : memberKey(member_id);

function numbered(keys: readonly string[]): Subjects {
  return new Map([...new Set(keys)].toSorted().map((key, index) => [key, index]));
}

function personsOf(rows: AccessRows, subjects: Subjects): ListContent["persons"] {
  const found = new Map<string, Set<number>>(rows.members.map((member) => [member, new Set()]));
  const add = (member: string, key: string) => {
    const subject = subjects.get(key);
    if (subject === undefined) return;
    const some = found.get(member);
    if (some) some.add(subject);
    else found.set(member, new Set([subject]));
  };
  for (const { member_id } of rows.grants)
    if (member_id !== null) add(member_id, memberKey(member_id));
  for (const { member_id, via_id } of rows.belonging) add(member_id, viaKey(via_id));
  // Only who is on the list anyhow.
  for (const member of rows.extended ?? []) if (found.has(member)) add(member, extendedKey);
  return [...found]
    .map(([id, some]) => ({ id, subjects: [...some].toSorted((a, b) => a - b) }))
    .toSorted(by((person) => person.id));
}

function grantsOf(grants: readonly GrantRow[], subjects: Subjects, times: Times) {
  // Two roles at the same times are one grant to the door.
  const distinct = new Map(
    grants.map((grant) => {
      const from = grant.valid_from?.toISOString();
      const until = grant.valid_until?.toISOString();
      const subject = subjects.get(subjectOf(grant))!;
      const schedule = times.numberOf(grant);
      const key = [String(subject).padStart(10, "0"), schedule, from, until].join(" ");
      return [
        key,
        {
          subject,
          schedule,
          ...(from === undefined ? {} : { from }),
          ...(until === undefined ? {} : { until }),
        },
      ] as const;
    }),
  );
  return [...distinct].toSorted(by(([key]) => key)).map(([, grant]) => grant);
}

function by<T>(key: (item: T) => string) {
  return (a: T, b: T) => (key(a) < key(b) ? -1 : Number(key(a) > key(b)));
}
