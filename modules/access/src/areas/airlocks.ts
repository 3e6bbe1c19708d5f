import { problem as common } from "@terskel/platform/problems";
import { writing } from "../constraints.ts";
import { queueLists } from "../lists-changed.ts";
import type { ByName } from "../place-in-list.ts";
import type { Tx } from "../tx.ts";
import { doorsBy } from "./areas.ts";

/** By name. */
export async function listAirlocks(tx: Tx, limit: number, after: ByName) {
  const airlocks = await tx
    .selectFrom("access.airlocks")
    .select(["id", "name"])
    .$if(after !== undefined, (some) =>
      some.where((eb) => eb(eb.refTuple("name", "id"), ">", eb.tuple(...after!))),
    )
    .orderBy("name")
    .orderBy("id")
    .limit(limit)
    .execute();
  const doors = await doorsBy(tx, "airlock_id");
  return airlocks.map((airlock) => ({ ...airlock, doors: doors.get(airlock.id) ?? [] }));
}

/** @throws Problem `name-taken` */
export async function addAirlock(tx: Tx, organisation: string, name: string): Promise<string> {
  const { id } = await writing(
    tx
      .insertInto("access.airlocks")
      .values({ organisation_id: organisation, name })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  return id;
}

/** @throws Problem `not-found`, `name-taken` */
export async function changeAirlock(tx: Tx, airlock: string, name: string): Promise<void> {
  const changed = await writing(
    tx
      .updateTable("access.airlocks")
      .set({ name })
      .where("id", "=", airlock)
      .returning("id")
      .executeTakeFirst(),
  );
  if (!changed) throw common("not-found");
}

/** @throws Problem `not-found` */
export async function removeAirlock(tx: Tx, organisation: string, airlock: string): Promise<void> {
  const gone = await tx
    .deleteFrom("access.airlocks")
    .where("id", "=", airlock)
    .returning("id")
    .executeTakeFirst();
  if (!gone) throw common("not-found");
  await queueLists(tx, organisation);
}
