import type { Answer } from "@terskel/platform/contract";
import type { myDoors } from "../api/passages.ts";
import type { Tx } from "../tx.ts";
import { anyOf } from "./access-rows.ts";
import type { AccessRows, GrantRow } from "./access-rows.ts";

type Held = Answer<typeof myDoors>["items"][number]["grants"][number];
type Names = Readonly<Record<"groups" | "schedules", ReadonlyMap<string, string>>>;

/** What the groups, units and schedules of a member's grants are called. */
export async function namesOf(tx: Tx, facts: AccessRows): Promise<Names> {
  const schedules = await tx
    .selectFrom("access.schedules")
    .select(["id", "name"])
    .where("id", "=", anyOf(facts.schedules.map(({ id }) => id)))
    .execute();
  return {
    groups: await groupNames(tx, facts),
    schedules: new Map(schedules.map(({ id, name }) => [id, name])),
  };
}

/** What a group is called to this member: the unit they live in or rent, unless they are in it by name. */
async function groupNames(tx: Tx, { belonging }: AccessRows): Promise<Map<string, string>> {
  const byName = belonging.filter((row) => row.unit === null).map((row) => row.via_id);
  const groups = await tx
    .selectFrom("access.groups")
    .select(["id", "name"])
    .where("id", "=", anyOf(byName))
    .execute();
  return new Map([
    ...belonging.map((row) => [row.via_id, row.unit ?? ""] as const),
    ...groups.map((row) => [row.id, row.name] as const),
  ]);
}

/** A grant as its holder, or who asks about them, is shown it. */
export function toHeld(grant: GrantRow, { groups, schedules }: Names): Held {
  const via = grant.via_id === null ? undefined : groups.get(grant.via_id);
  const schedule = schedules.get(grant.schedule_id ?? "");
  return {
    role: grant.role as Held["role"],
    ...(via === undefined ? {} : { via }),
    ...(grant.lease_id === null ? {} : { asTenant: true }),
    ...(grant.valid_from === null ? {} : { validFrom: grant.valid_from.toISOString() }),
    ...(grant.valid_until === null ? {} : { validUntil: grant.valid_until.toISOString() }),
    ...(grant.schedule_id === null || schedule === undefined
      ? {}
      : { schedule: { id: grant.schedule_id, name: schedule } }),
  };
}
