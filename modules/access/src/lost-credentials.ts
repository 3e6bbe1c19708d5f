import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { queueLists, waitForLists } from "./lists-changed.ts";
import type { Tx } from "./tx.ts";

/**
 * A lost card or fob opens nothing any more: it goes from the lists of the organisation's controllers. Reported
 * twice it is blocked since the first time.
 * @throws Problem `not-found` unless it is this person's
 */
export async function blockCredential(
  tx: Tx,
  organisation: string,
  person: string,
  credential: string,
): Promise<void> {
  // The lists' times tell who knows of it (`toldOf`).
  await waitForLists(tx, organisation);
  await change(tx, person, credential, {
    blocked_at: sql`coalesce(blocked_at, clock_timestamp())`,
  });
  await queueLists(tx, organisation);
}

/**
 * It is found: it opens again what its holder may open.
 * @throws Problem `not-found` unless it is this person's
 */
export async function unblockCredential(
  tx: Tx,
  organisation: string,
  person: string,
  credential: string,
): Promise<void> {
  await waitForLists(tx, organisation);
  await change(tx, person, credential, {
    blocked_at: null,
    // Said found twice it opens since the first time.
    opens_since: sql`case when blocked_at is null then opens_since else clock_timestamp() end`,
  });
  await queueLists(tx, organisation);
}

type Set = {
  readonly blocked_at: RawBuilder<Date> | null;
  readonly opens_since?: RawBuilder<Date>;
};

async function change(tx: Tx, person: string, credential: string, set: Set): Promise<void> {
  const changed = await tx
    .updateTable("access.credentials")
    .set(set)
    .where("id", "=", credential)
    .where("member_id", "=", person)
    .returning("id")
    .executeTakeFirst();
  if (!changed) throw common("not-found");
}

/** What the organisation's controllers know; those that have never been there have no list to open by. */
export async function readKnowing(tx: Tx, organisation: string) {
  return await tx
    .selectFrom("access.controllers")
    .select(["online", "list_known_at"])
    .where("organisation_id", "=", organisation)
    .where("last_seen_at", "is not", null)
    .execute();
}

type Knowing = Awaited<ReturnType<typeof readKnowing>>;

/** How many controllers know what has been so since `at`. */
export function toldOf(controllers: Knowing, at: Date) {
  const ignorant = controllers.filter((each) => !each.list_known_at || each.list_known_at < at);
  const waiting = ignorant.filter(({ online }) => online).length;
  return {
    known: controllers.length - ignorant.length,
    waiting,
    offline: ignorant.length - waiting,
  };
}
