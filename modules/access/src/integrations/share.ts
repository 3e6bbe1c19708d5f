import { createHash } from "node:crypto";
import { writeSharedWith } from "@terskel/kernel";
import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import type { ByName } from "../place-in-list.ts";
import { pageOfDoors } from "../runtime/passages.ts";
import type { PassageItem } from "../runtime/passages.ts";
import type { Tx } from "../tx.ts";
import { share } from "./third-party.ts";
import type { ThirdParty } from "./third-party.ts";

const shared = sql<string>`(select access.shared_doors())`;

/** The same member to the same third party, always; nothing to anybody else, for both ids are secrets of ours. */
const pseudonymOf = ({ id }: ThirdParty, member: string) =>
  createHash("sha256").update(`${id} ${member}`).digest("hex").slice(0, 32);

/** The doors that the third party controls, by name. */
export async function listSharedDoors(tx: Tx, limit: number, after: ByName) {
  let query = tx
    .selectFrom("access.doors as d")
    .innerJoin("kernel.sites as s", "s.id", "d.site_id")
    .select(["d.id", "d.name", "s.time_zone"])
    .where("d.id", "in", shared)
    .orderBy("d.name")
    .orderBy("d.id");
  if (after)
    query = query.where((eb) => eb(eb.refTuple("d.name", "d.id"), ">", eb.tuple(...after)));
  return await query.limit(limit).execute();
}

/**
 * Who has access to those doors now, by name, and whether there are more; put on record for each who is
 * handed out.
 */
export async function listSharedUsers(
  tx: Tx,
  who: ThirdParty,
  limit: number,
  after: ByName,
  datesOfBirth: (persons: readonly string[]) => Promise<ReadonlyMap<string, string>>,
) {
  const from = after ? sql`and (m.name, m.id) > (${after[0]}, ${after[1]}::uuid)` : sql``;
  const { rows } = await sql<{
    id: string;
    name: string;
    person_id: string | null;
    doors: string[];
  }>`
    select m.id, m.name, m.person_id, array_agg(s.door_id order by s.door_id) as doors
      from kernel.memberships m join access.shared_members() s on s.member_id = m.id
     where true ${from}
     group by m.id, m.name, m.person_id order by m.name, m.id limit ${limit + 1}`.execute(tx);
  const handed = rows.slice(0, limit);
  const born = await datesOfBirth(handed.flatMap(({ person_id }) => person_id ?? []));
  await record(
    tx,
    who,
    handed.map(({ id }) => id),
    ["pseudonym", "name", "birth-date", "access-right"],
  );
  return rows.map(({ id, name, person_id, doors }) => {
    const dateOfBirth = person_id === null ? undefined : born.get(person_id);
    const user = { id: pseudonymOf(who, id), name, doors, ...(dateOfBirth ? { dateOfBirth } : {}) };
    return { place: [name, id] as const, user };
  });
}

/** What happened at those doors, newest first; put on record for each whom it names. */
export async function listSharedPassages(
  tx: Tx,
  who: ThirdParty,
  { door, ...query }: { door?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const doors = await tx
    .selectFrom("access.doors")
    .select("id")
    .where("id", "in", shared)
    .$if(door !== undefined, (some) => some.where("id", "=", door ?? ""))
    .execute();
  if (door !== undefined && doors.length === 0)
    throw common("not-found", { reason: "does not control the door" });
  const { items, next } = await pageOfDoors(
    tx,
    doors.map(({ id }) => id),
    query,
  );
  const seen = [...new Set(items.flatMap(({ person }) => person?.id ?? []))];
  await record(tx, who, seen, ["pseudonym", "name", "access-history"]);
  return { items: items.map((item) => asShared(who, item)), ...(next ? { next } : {}) };
}

const asShared = (who: ThirdParty, { person, ...item }: PassageItem) => ({
  ...item,
  ...(person ? { person: { id: pseudonymOf(who, person.id), name: person.name } } : {}),
});

async function record(
  tx: Tx,
  { organisation, name }: ThirdParty,
  members: readonly string[],
  labels: Parameters<typeof writeSharedWith>[1]["labels"],
) {
  const about = { organisation, members, name, activity: share, labels };
  await writeSharedWith(tx as never, about);
}
