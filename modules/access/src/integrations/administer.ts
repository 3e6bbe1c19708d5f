import { createHash, randomBytes } from "node:crypto";
import { registerReceiver } from "@terskel/kernel";
import type { Body } from "@terskel/platform/contract";
import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import { longestIntegrationDays } from "../api/integrations.ts";
import type { addIntegration as contract } from "../api/integrations.ts";
import type { ByName } from "../place-in-list.ts";
import { problem } from "../problems.ts";
import type { Tx } from "../tx.ts";

type New = Body<typeof contract>;

const longestMs = longestIntegrationDays * 86_400_000;

/** What a token is known by: it is 256 random bits, so no slow hash is needed. */
export const tokenHash = (token: string): Buffer => createHash("sha256").update(token).digest();

/** The organisation's integrations by name, each with its doors. */
export async function listIntegrations(tx: Tx, limit: number, after: ByName) {
  let query = tx
    .selectFrom("access.integrations as i")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("kernel.receivers as r")
          .select(["r.country", "r.agreement_ends_at", "r.ground"])
          .whereRef("r.organisation_id", "=", "i.organisation_id")
          .whereRef("r.name", "=", "i.name")
          .orderBy("r.said_at", "desc")
          .limit(1)
          .as("said"),
      (join) => join.onTrue(),
    )
    .select(["i.id", "i.name", "i.expires_at", "i.created_at"])
    .select(["said.country", "said.agreement_ends_at", "said.ground"])
    .select(
      sql<{ id: string; name: string }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name) order by d.name, d.id)
          from access.integration_doors x join access.doors d on d.id = x.door_id
         where x.integration_id = i.id), '[]')`.as("doors"),
    )
    .orderBy("i.name")
    .orderBy("i.id");
  if (after)
    query = query.where((eb) => eb(eb.refTuple("i.name", "i.id"), ">", eb.tuple(...after)));
  return await query.limit(limit).execute();
}

/**
 * Lets a third party read of these doors.
 * @returns its id, and the token, which is stored nowhere
 * @throws Problem `not-found` for a door; `integration-time`; `integration-name-taken`; as `registerReceiver`
 */
export async function addIntegration(tx: Tx, organisation: string, given: New, now: Date) {
  const expiresAt = new Date(given.expiresAt);
  const aheadMs = expiresAt.getTime() - now.getTime();
  if (aheadMs <= 0 || aheadMs > longestMs) throw problem("integration-time");
  const doors = [...new Set(given.doors)];
  const found = await tx
    .selectFrom("access.doors")
    .select("id")
    .where("id", "=", sql<string>`any(${doors}::uuid[])`)
    .execute();
  if (found.length < doors.length) throw common("not-found", { reason: "not the house's door" });
  const token = `tsk_${randomBytes(32).toString("base64url")}`;
  const added = await tx
    .insertInto("access.integrations")
    .values({
      organisation_id: organisation,
      name: given.name,
      token_hash: tokenHash(token),
      expires_at: expiresAt,
    })
    .onConflict((conflict) => conflict.columns(["organisation_id", "name"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!added) throw problem("integration-name-taken");
  await registerReceiver(tx as never, organisation, given, now);
  await tx
    .insertInto("access.integration_doors")
    .values(
      doors.map((door) => ({
        integration_id: added.id,
        door_id: door,
        organisation_id: organisation,
      })),
    )
    .execute();
  return { id: added.id, token };
}

/** Ends it at once. Safe to repeat. @throws Problem `not-found` */
export async function removeIntegration(tx: Tx, integration: string): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom("access.integrations")
    .where("id", "=", integration)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw common("not-found", { reason: "no integration" });
}
