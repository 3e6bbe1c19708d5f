import type { Config } from "@terskel/platform/config";
import { readCursor, toPage } from "@terskel/platform/cursor";
import { problem as common } from "@terskel/platform/problems";
import { z } from "zod";
import type { Tx } from "./tx.ts";

/** Whom a passkey is made for (W3C WebAuthn Level 3 § 5.4.2): this installation's host. */
export const relyingParty = ({ publicUrl }: Pick<Config, "publicUrl">) => ({
  rpName: "Terskel",
  rpID: publicUrl.hostname,
  origin: publicUrl.origin,
});

/** What a passkey knows its owner by: the account's id, as 16 bytes in base64url. */
export const userHandle = (person: string) =>
  Buffer.from(person.replaceAll("-", ""), "hex").toString("base64url");

/** One's own passkeys, oldest first. */
export async function listPasskeys(
  tx: Tx,
  person: string,
  page: { limit: number; cursor?: string | undefined },
) {
  const after = readCursor(z.tuple([z.iso.datetime(), z.string()]), page.cursor);
  let query = tx
    .selectFrom("identity.passkeys")
    .select(["id", "name", "created_at", "last_used_at"])
    .where("person_id", "=", person)
    .orderBy("created_at")
    .orderBy("id")
    .limit(page.limit + 1);
  if (after) {
    query = query.where((eb) =>
      eb(eb.refTuple("created_at", "id"), ">", eb.tuple(new Date(after[0]), after[1])),
    );
  }
  return toPage(
    await query.execute(),
    page.limit,
    (row) => [row.created_at.toISOString(), row.id],
    (row) => ({
      id: row.id,
      name: row.name,
      createdAt: row.created_at.toISOString(),
      ...(row.last_used_at ? { lastUsedAt: row.last_used_at.toISOString() } : {}),
    }),
  );
}

/** @throws Problem `not-found` for a passkey that is not one's own */
export async function deletePasskey(tx: Tx, person: string, passkey: string): Promise<void> {
  const gone = await tx
    .deleteFrom("identity.passkeys")
    .where("id", "=", passkey)
    .where("person_id", "=", person)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw common("not-found");
}
