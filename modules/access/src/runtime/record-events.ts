import type { Alarm, Loss, Passage } from "@terskel/edge-protocol";
import { recordAlarms } from "../alarms/record.ts";
import { useCodes, type Givers } from "../keypads/used.ts";
import type { AccessPorts } from "../ports.ts";
import type { Tx } from "../tx.ts";
import { anyOf } from "./access-rows.ts";
import type { Dropped } from "./dropped.ts";
import { note } from "./notes.ts";
import { ALWAYS, expiry, holdersOf, knownSince, lockLogs } from "./log.ts";
import { readBatch } from "./read-batch.ts";
import { doorTime } from "./timing.ts";
import { write, type NewPassage } from "./write-passages.ts";

type Ports = Pick<AccessPorts, "withContext" | "now" | "log">;

/**
 * Passages and alarms that a controller delivers: stored in one transaction, each counted once however often and
 * in whatever batches it comes.
 * @returns the ids to receipt. What is dropped is among them: the receipt says that the controller may
 *   forget it, because sent again it would be dropped again, for ever.
 * @throws ProtocolError `not-of-the-protocol` for what is no batch at all
 */
export async function recordEvents(
  ports: Ports,
  dropped: Dropped,
  controller: string,
  payload: Uint8Array,
): Promise<string[]> {
  const batch = readBatch(payload);
  const found = await organisationOf(ports, controller);
  if (found === undefined) {
    dropped.count("unknown-controller", controller);
    return [];
  }
  const { organisation_id: organisation, agreement_ends_at: ends, clock_astray_at } = found;
  const from = { controller, organisation, astrayAt: clock_astray_at };
  dropped.count("not-of-the-protocol", controller, batch.badCount);
  if (ends !== null && ends <= ports.now()) {
    dropped.count("agreement-ended", controller, batch.good.length);
    return idsOf(batch);
  }
  const strange = await ports.withContext(
    { activity: "access.run-controllers", organisation },
    async (tx: Tx) => store(tx, ports, from, batch.good),
  );
  dropped.count("foreign-door", controller, strange.foreignDoors);
  dropped.count("foreign-id", controller, strange.foreignIds);
  dropped.count("past-its-time", controller, strange.late);
  return idsOf(batch);
}

const idsOf = ({ good, badIds }: ReturnType<typeof readBatch>) => [
  ...good.map((event) => event.id),
  ...badIds,
];

async function organisationOf(ports: Ports, controller: string) {
  return await ports.withContext({ activity: "access.run-controllers" }, async (tx: Tx) =>
    tx
      .selectFrom("access.controllers as c")
      .innerJoin("kernel.organisations as o", "o.id", "c.organisation_id")
      .select(["c.organisation_id", "c.clock_astray_at", "o.agreement_ends_at"])
      .where("c.id", "=", controller)
      .executeTakeFirst(),
  );
}

type From = {
  readonly controller: string;
  readonly organisation: string;
  /** When its clock was last seen to be wrong. */
  readonly astrayAt: Date | null;
};

async function store(tx: Tx, ports: Ports, from: From, events: readonly (Event | Alarm)[]) {
  const doors = await doorsOf(tx, from.controller);
  const theirs = events.filter((event) => doors.has(event.door));
  const alarms = theirs.filter(isAlarm);
  await recordAlarms(tx, from.organisation, alarms, ports.now());
  const own = theirs.filter((event): event is Event => !isAlarm(event));
  const stored = await storePassages(tx, ports, from, own);
  return { ...stored, foreignDoors: events.length - theirs.length };
}

async function storePassages(tx: Tx, ports: Ports, from: From, own: readonly Event[]) {
  const logs = await lockLogs(tx, [...new Set(own.map((event) => event.door))]);
  const receivedAt = ports.now();
  const givers = await useCodes(
    tx,
    from.organisation,
    own.filter(isPassage).map((passage) => ({
      passage,
      at: doorTime(passage.at, receivedAt).at,
      isNamed: logs.get(passage.door)?.mode === "personal",
    })),
  );
  // A controller that has not heard of the choice yet, or of a newer one, may tell of what is not logged.
  const kept = own
    .filter((event) => logs.get(event.door)?.mode !== "off")
    .map((event) => (isPassage(event) ? byGiver(event, givers) : event));
  const timed = kept.map((event) => ({ event, ...doorTime(event.at, receivedAt) }));
  const astray = timed.filter((each) => each.astray).length;
  if (astray > 0) {
    ports.log.warn({ controller: from.controller, astray }, "a door's clock is wrong");
    await tx
      .updateTable("access.controllers")
      .set({ clock_astray_at: receivedAt })
      .where("id", "=", from.controller)
      .execute();
  }
  const wasAstray = from.astrayAt !== null && from.astrayAt > knownSince(receivedAt);
  const named = kept.filter((event) => logs.get(event.door)?.mode === "personal");
  const members = await membersAmong(tx, from.organisation, named);
  const holders = await holdersOf(tx, from.organisation, [...members]);
  const happened = timed.map(({ event, at }) => ({
    id: event.id.toLowerCase(),
    organisation_id: from.organisation,
    door_id: event.door,
    at,
    received_at: receivedAt,
    ...("outcome" in event
      ? ofPassage(event, logs.get(event.door)?.mode === "personal" ? holders : nobody)
      : ofLoss(event, at, receivedAt)),
    expires_at: expiry(at, logs.get(event.door)?.days ?? 0),
  }));
  // One of a wrong clock may have been stored at any time it came before; an opening was logged as
  // unanswered when it was asked for, before the door says that it happened.
  const since = astray > 0 || wasAstray ? ALWAYS : knownSince(oldest(happened));
  const areSettled =
    astray === 0 && !wasAstray && ![...logs.values()].some(({ isChanging }) => isChanging);
  const stored = await write(tx, happened, { since, areSettled }, receivedAt);
  await note(tx, "passage", from.organisation, stored.changed, since);
  return {
    foreignIds: stored.foreign,
    late: stored.late,
  };
}

type Event = Passage | Loss;
const isAlarm = (event: Event | Alarm): event is Alarm => "alarm" in event;
const isPassage = (event: Event): event is Passage => "outcome" in event;

/** In the log a code is whose it is: whoever typed it is not known. */
function byGiver({ person, ...passage }: Passage, givers: Givers): Passage {
  const named = passage.credential === "code" ? givers.get(person ?? "") : person;
  return named === undefined ? passage : { ...passage, person: named };
}
type Holders = ReadonlyMap<string, string>;
const nobody: Holders = new Map();

function ofPassage(passage: Passage, holders: Holders) {
  const { person, credential, accessPoint, outcome, reason } = passage;
  // Someone who is no member (any more) is nobody in the log.
  const holder_id = holders.get(person ?? "") ?? null;
  return { holder_id, credential, access_point: accessPoint ?? null, outcome, reason };
}

function ofLoss({ since, opened, refused }: Loss, at: Date, receivedAt: Date) {
  const { at: first } = doorTime(since, receivedAt);
  return {
    credential: "none",
    outcome: "lost",
    reason: "buffer-full",
    // A clock that was put right in between says that the first came after the last.
    lost_since: first < at ? first : at,
    lost_opened: opened,
    lost_refused: refused,
  };
}

const oldest = (passages: readonly NewPassage[]) =>
  new Date(Math.min(...passages.map(({ at }) => at.getTime())));

async function doorsOf(tx: Tx, controller: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("access.doors")
    .select("id")
    .where("controller_id", "=", controller)
    .execute();
  return new Set(rows.map((row) => row.id));
}

async function membersAmong(
  tx: Tx,
  organisation: string,
  events: readonly Event[],
): Promise<Set<string>> {
  const persons = events.flatMap((event) =>
    "person" in event && event.person !== undefined ? [event.person] : [],
  );
  const rows = await tx
    .selectFrom("kernel.memberships")
    .select("id")
    .where("organisation_id", "=", organisation)
    .where("id", "=", anyOf([...new Set(persons)]))
    // Held until the insert, which would fail whole if one of them were deleted in between.
    .forKeyShare()
    .execute();
  return new Set(rows.map((row) => row.id));
}
