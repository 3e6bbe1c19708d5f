import { randomUUID } from "node:crypto";
import { z } from "zod";
import { pendingMinutes } from "./limits.ts";
import type { IdentityPorts } from "./ports.ts";
import { minutesAfter } from "./time.ts";
import type { Tx } from "./tx.ts";

type Kind = "eid" | "passkey" | "new-passkey" | "eid-proof" | "passkey-proof";

type Remembered = {
  readonly kind: Kind;
  readonly person: string | undefined;
  /** Of a proof: the session that it is for. */
  readonly session?: string;
  readonly nonce?: string;
  readonly codeVerifier?: string;
  readonly challenge?: string;
};

/**
 * Remembers a sign-in under way and gives the id that the browser gets in a cookie.
 * The id is random (122 bits), for whoever knows it can finish what was begun.
 */
export async function remember(ports: IdentityPorts, what: Remembered): Promise<string> {
  const id = randomUUID();
  await ports.withContext({ activity: "identity.sign-in" }, async (tx: Tx) => {
    await tx
      .insertInto("identity.pending_sign_ins")
      .values({
        id,
        kind: what.kind,
        person_id: what.person ?? null,
        session_id: what.session ?? null,
        nonce: what.nonce ?? null,
        code_verifier: what.codeVerifier ?? null,
        challenge: what.challenge ?? null,
        expires_at: minutesAfter(ports.now(), pendingMinutes),
      })
      .execute();
  });
  return id;
}

/** What was remembered, once: whoever comes second finds nothing. */
export async function recall(ports: IdentityPorts, kinds: readonly Kind[], id: string | undefined) {
  if (!z.uuid().safeParse(id).success || id === undefined) return undefined;
  return await ports.withContext({ activity: "identity.sign-in" }, async (tx: Tx) => {
    const row = await tx
      .deleteFrom("identity.pending_sign_ins")
      .where("id", "=", id)
      .where("kind", "in", kinds)
      .returningAll()
      .executeTakeFirst();
    return row && row.expires_at > ports.now() ? row : undefined;
  });
}
