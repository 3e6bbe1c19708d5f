import { passTo } from "@terskel/kernel";
import { sql } from "kysely";
import type { AccessPorts } from "../ports.ts";
import { problem } from "../problems.ts";
import type { Tx } from "../tx.ts";
import { tokenHash } from "./administer.ts";

export const share = "access.share-with-integrations";

/** Who reads by the API, and for whom it controls doors. */
export type ThirdParty = {
  readonly id: string;
  readonly organisation: string;
  readonly name: string;
};

/**
 * Whose token the header Authorization holds (RFC 6750 § 2.1).
 * @throws Problem `token-unknown`: nobody's, or one whose time is up, which is logged
 */
export async function readToken(
  { withContext, log, now }: AccessPorts,
  header: string | undefined,
): Promise<ThirdParty> {
  const token = /^Bearer ([\w-]{20,200})$/.exec(header ?? "")?.[1];
  if (!token) throw problem("token-unknown", { reason: "no bearer token" });
  const found = await withContext({ activity: share }, (tx: Tx) =>
    tx
      .selectFrom("access.integrations")
      .select(["id", "organisation_id", "name", "expires_at"])
      .where("token_hash", "=", tokenHash(token))
      .executeTakeFirst(),
  );
  if (!found) throw problem("token-unknown", { reason: "nobody's token" });
  if (found.expires_at <= now()) {
    log.warn({ integration: found.id }, "an integration asked after its end and was refused");
    throw problem("token-unknown", { reason: "its time is up" });
  }
  return { id: found.id, organisation: found.organisation_id, name: found.name };
}

/**
 * A transaction in which row-level security shows what is shared with this third party, and no more.
 * @throws Problem as `passTo`, which is logged
 */
export async function inSharing<T>(
  { withContext, log }: AccessPorts,
  { id, organisation, name }: ThirdParty,
  read: (tx: Tx) => Promise<T>,
): Promise<T> {
  return await withContext({ activity: share, organisation }, async (tx: Tx) => {
    await sql`select set_config('terskel.integration', ${id}, true)`.execute(tx);
    await passTo(tx as never, organisation, name).catch((error: unknown) => {
      log.warn({ integration: id, err: error }, "an integration was refused at the gate");
      throw error;
    });
    return await read(tx);
  });
}
