import { sql } from "kysely";
import { readOrders } from "../orders/read.ts";
import type { OrderRow } from "../orders/read.ts";
import { readAreas, type AreaRow } from "../areas/read.ts";
import { readSchedules } from "../schedules/read.ts";
import type { ScheduleRow } from "../schedules/read.ts";
import { unlockOf } from "../schedules/times.ts";
import type { Tx } from "../tx.ts";

type PlainDoor = {
  readonly id: string;
  readonly time_zone: string;
  /** Left out where it is asked for an access alone. */
  readonly two_people?: boolean;
};

/** By what a door stands unlocked. Left out where it is asked for an access alone, which that does not change. */
export type UnlockRow = {
  readonly unlock_schedule_id: string | null;
  readonly unlock_first_person: boolean;
  readonly kept_locked_until: Date | null;
};

/** What access lists and decisions are made of, as the database has it. */
export type AccessRows = {
  readonly doors: readonly (PlainDoor & Partial<UnlockRow>)[];
  readonly grants: readonly GrantRow[];
  readonly belonging: readonly BelongingRow[];
  readonly credentials: readonly {
    readonly member_id: string;
    readonly kind: string;
    readonly number_hash: Buffer;
  }[];
  /** Those that the grants and the doors name, with the dates of `year` and the one after. */
  readonly schedules: readonly ScheduleRow[];
  readonly year: number;
  /** What the doors are under now. */
  readonly orders: readonly OrderRow[];
  /** To be known even when nothing is granted to them. */
  readonly members: readonly string[];
  /** For whom doors stay unlocked for longer. Left out where it is asked for an access alone, which that does not change. */
  readonly extended?: readonly string[];
};

/** What a controller has to know of its doors besides. */
export type DoorRow = PlainDoor & {
  readonly name: string;
  readonly output: number;
  readonly open_seconds: number;
  readonly extended_open_seconds: number;
  readonly log_mode: string;
  readonly held_after_seconds: number | null;
  readonly alone_hours: number | null;
  readonly keypad: boolean;
  readonly reader_inside: boolean;
  readonly two_people: boolean;
  readonly area_id: string | null;
  readonly airlock_id: string | null;
} & UnlockRow;
export type ControllerRows = Omit<AccessRows, "doors"> & {
  readonly doors: readonly DoorRow[];
  /** Those that the doors lead into. */
  readonly areas: readonly AreaRow[];
};

export type GrantRow = {
  readonly door_id: string;
  /** Either a member, or that which they belong to. */
  readonly member_id: string | null;
  readonly via_id: string | null;
  /** The lease that it is theirs by. */
  readonly lease_id: string | null;
  readonly role: string;
  readonly valid_from: Date | null;
  readonly valid_until: Date | null;
  readonly schedule_id: string | null;
};

/** A member belongs to a group, put there by name or by living in the unit; to the unit; or to a lease of it. */
export type BelongingRow = {
  readonly via_id: string;
  readonly member_id: string;
  readonly unit: string | null;
};

export const anyOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`;

/** Everything that one controller's doors need, but for codes (`withCodes`). */
export async function readForController(
  tx: Tx,
  controller: string,
  now: Date,
): Promise<ControllerRows> {
  const doors = await tx
    .selectFrom("access.doors as d")
    .innerJoin("kernel.sites as s", "s.id", "d.site_id")
    .select([
      "d.id",
      "d.name",
      "d.open_seconds",
      "d.extended_open_seconds",
      "d.held_after_seconds",
      "d.alone_hours",
      "d.keypad",
      "d.log_mode",
      "s.time_zone",
      "d.unlock_schedule_id",
      "d.unlock_first_person",
      "d.kept_locked_until",
      "d.reader_inside",
      "d.two_people",
      "d.area_id",
      "d.airlock_id",
    ])
    .select((eb) => eb.ref("d.output").$notNull().as("output"))
    .where("d.controller_id", "=", controller)
    .execute();
  const grants = await selectGrants(tx, idsOf(doors))
    // A lease is kept for a while after its end; the doors have no use for it.
    .where((eb) => eb.or([eb("g.lease_id", "is", null), eb(ends, "is", null), eb(ends, ">", now)]))
    .execute();
  const via = present(grants.map((grant) => grant.via_id));
  const belonging = await selectBelonging(tx).where("b.via_id", "=", anyOf(via)).execute();
  const members = present([...grants, ...belonging].map((row) => row.member_id));
  const credentials = await tx
    .selectFrom("access.credentials")
    .select(["member_id", "kind", "number_hash", "duress_hash"])
    .where("member_id", "=", anyOf(members))
    // There are few PINs, so whoever has the key can try them all: a controller that needs none gets none.
    .$if(!doors.some(({ keypad }) => keypad), (some) => some.where("kind", "<>", "pin"))
    // A lost one is unknown at the door, so that who finds it is not logged as who lost it.
    .where("blocked_at", "is", null)
    .execute();
  const when = await whenOf(tx, grants, doors, now);
  const orders = await readOrders(tx, doors, now);
  const extended = await tx
    .selectFrom("access.extended_times")
    .select("member_id")
    .where("member_id", "=", anyOf(members))
    .execute();
  const areas = await readAreas(tx, present(doors.map((door) => door.area_id)), now);
  return {
    doors,
    areas,
    grants,
    belonging,
    credentials: credentials.flatMap(withDuress),
    members: [],
    extended: extended.map(({ member_id }) => member_id),
    orders,
    ...when,
  };
}

type Held = AccessRows["credentials"][number];

/** A PIN is two: what tells them apart at the door is their hash (`HashedKind`). */
const withDuress = ({ duress_hash, ...held }: Held & { duress_hash: Buffer | null }): Held[] =>
  duress_hash ? [held, { ...held, number_hash: duress_hash }] : [held];

async function whenOf(tx: Tx, grants: readonly GrantRow[], doors: AccessRows["doors"], now: Date) {
  const year = now.getUTCFullYear();
  const named = present([...grants, ...doors.map(unlockOf)].map((kept) => kept.schedule_id));
  return { year, schedules: await readSchedules(tx, named, year) };
}

/** What one member's access to some doors hangs on, and nothing of anybody else. */
export async function readForMember(
  tx: Tx,
  member: string,
  doors: AccessRows["doors"],
  now: Date,
): Promise<AccessRows> {
  const belonging = await readBelonging(tx, member);
  const via = belonging.map((row) => row.via_id);
  const grants = await selectGrants(tx, idsOf(doors))
    .where((eb) => eb.or([eb("member_id", "=", member), eb("via_id", "=", anyOf(via))]))
    .execute();
  const when = await whenOf(tx, grants, doors, now);
  const orders = await readOrders(tx, doors, now);
  return { doors, grants, belonging, credentials: [], members: [member], orders, ...when };
}

export async function readBelonging(tx: Tx, member: string): Promise<BelongingRow[]> {
  return await selectBelonging(tx).where("b.member_id", "=", member).execute();
}

/** Of these doors, those with a grant to the member that holds at `at` or begins later. */
export function selectHeldDoors(
  tx: Tx,
  member: string,
  belonging: readonly BelongingRow[],
  at: Date,
) {
  const via = belonging.map((row) => row.via_id);
  return tx
    .selectFrom("access.door_grants as g")
    .select("g.door_id")
    .where((eb) => eb.or([eb("g.valid_until", "is", null), eb("g.valid_until", ">", at)]))
    .where((eb) => eb.or([eb("g.member_id", "=", member), eb("g.via_id", "=", anyOf(via))]));
}

const ends = sql<Date | null>`least(g.valid_until, o.agreement_ends_at)`;

/**
 * None holds longer than the organisation's agreement: so the end stands in the doors' lists beforehand, also
 * of a controller that is away when it comes (A13).
 */
function selectGrants(tx: Tx, doors: readonly string[]) {
  return tx
    .selectFrom("access.door_grants as g")
    .innerJoin("kernel.organisations as o", "o.id", "g.organisation_id")
    .select(["g.door_id", "g.member_id", "g.via_id", "g.lease_id", "g.role", "g.valid_from"])
    .select(["g.schedule_id", ends.as("valid_until")])
    .where("g.door_id", "=", anyOf(doors))
    .where(sql<boolean>`(g.valid_from < o.agreement_ends_at) is not false`);
}

function selectBelonging(tx: Tx) {
  return tx
    .selectFrom("access.belonging as b")
    .leftJoin("access.units as u", "u.id", "b.unit_id")
    .select(["b.via_id", "b.member_id", "u.name as unit"]);
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map((row) => row.id);
const present = (ids: readonly (string | null)[]) => [
  ...new Set(ids.filter((id): id is string => id !== null)),
];
