import { createHash, randomBytes } from "node:crypto";
import { confidentialityVersion } from "@terskel/kernel";
import { readCursor, toPage } from "@terskel/platform/cursor";
import { problem } from "@terskel/platform/problems";
import { sql } from "kysely";
import type { Selectable } from "kysely";
import { z } from "zod";
import type { Method } from "./attempts.ts";
import type { Caller } from "./caller.ts";
import { sessionDays, touchSeconds, unusedSessionDays } from "./limits.ts";
import { problem as expired } from "./problems.ts";
import { daysAfter, earlier, minutesAfter } from "./time.ts";
import type { Sessions } from "./tables.ts";
import type { Tx } from "./tx.ts";

/** What the database knows a session's token by. Undefined for what is no token of ours. */
export function tokenHash(token: string | undefined): Buffer | undefined {
  if (!token || !/^[\w-]{43}$/.test(token)) return undefined;
  return createHash("sha256").update(token).digest();
}

/**
 * Opens a session and gives its token, which nobody knows but the browser. The one the browser had
 * before ends, so a token from before the sign-in is worth nothing after it (session fixation).
 */
export async function openSession(
  tx: Tx,
  who: {
    person: string;
    method: Method;
    caller: Caller;
    replaces: string | undefined;
    /** Signing in was itself a proof (decision 0049). */
    provenAt?: Date;
  },
  now: Date,
): Promise<string> {
  await endSession(tx, who.replaces);
  const token = randomBytes(32).toString("base64url");
  await tx
    .insertInto("identity.sessions")
    .values({
      token_hash: createHash("sha256").update(token).digest(),
      person_id: who.person,
      method: who.method,
      ip: who.caller.ip,
      ...who.caller.device,
      created_at: now,
      last_seen_at: now,
      proven_at: who.provenAt ?? null,
      expires_at: daysAfter(now, unusedSessionDays),
    })
    .execute();
  return token;
}

/** Ends the session of this token, if there is one. */
export async function endSession(tx: Tx, token: string | undefined): Promise<void> {
  const hash = tokenHash(token);
  if (!hash) return;
  await tx.deleteFrom("identity.sessions").where("token_hash", "=", hash).execute();
}

type SessionRow = Pick<
  Selectable<Sessions>,
  "id" | "person_id" | "last_seen_at" | "created_at" | "proven_at"
> & {
  /** The account's. */
  language: string | null;
  /** A membership of the person; null with all that follows where there is none. */
  membership: string | null;
  organisation_id: string | null;
  role: string | null;
  privacy_officer: boolean | null;
  kind: string | null;
  agreement_ends_at: Date | null;
  /** When the member has signed the declaration of confidentiality in force. */
  signed_at: Date | null;
};

/** The session in force of this token's hash, with the person's organisations. */
export async function readSession(tx: Tx, hash: Buffer, now: Date) {
  const { rows } = await sql<SessionRow>`
    select * from identity.session(${hash}, ${now}, ${confidentialityVersion})`.execute(tx);
  return rows[0] ? { ...rows[0], rows } : undefined;
}

/** Is it time to write down that the session is used? */
export const isStale = (session: { last_seen_at: Date }, now: Date) =>
  now.getTime() - session.last_seen_at.getTime() >= touchSeconds * 1000;

/** Writes down that the session is used: it ends 14 days after that, or 30 after it began. */
export async function touchSession(tx: Tx, session: { id: string; created_at: Date }, now: Date) {
  const expires = earlier(
    daysAfter(session.created_at, sessionDays),
    daysAfter(now, unusedSessionDays),
  );
  await tx
    .updateTable("identity.sessions")
    .set({ last_seen_at: now, expires_at: expires })
    .where("id", "=", session.id)
    .where("last_seen_at", "<", minutesAfter(now, -touchSeconds / 60 / 2))
    .execute();
}

/** Writes down that whoever holds the session has proved anew who they are. @throws Problem `sign-in-expired` */
export async function proveSession(tx: Tx, session: string, now: Date): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable("identity.sessions")
    .set({ proven_at: now })
    .where("id", "=", session)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw expired("sign-in-expired", { reason: "the session has ended" });
}

/** One's own sessions in force, newest first. */
export async function listSessions(
  tx: Tx,
  person: string,
  page: { limit: number; cursor?: string | undefined },
  current: string,
  now: Date,
) {
  const after = readCursor(z.tuple([z.uuid()]), page.cursor);
  let query = tx
    .selectFrom("identity.sessions")
    .select(["id", "method", "browser", "system", "ip", "created_at", "last_seen_at", "expires_at"])
    .where("person_id", "=", person)
    .where("expires_at", ">", now)
    .orderBy("id", "desc")
    .limit(page.limit + 1);
  if (after) query = query.where("id", "<", after[0]);
  return toPage(
    await query.execute(),
    page.limit,
    (row) => [row.id],
    (row) => ({
      id: row.id,
      current: row.id === current,
      method: row.method as Method,
      device: { browser: row.browser ?? undefined, system: row.system ?? undefined },
      ip: row.ip,
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
    }),
  );
}

/** @throws Problem `not-found` for a session that is not one's own */
export async function revokeSession(tx: Tx, person: string, session: string): Promise<void> {
  const gone = await tx
    .deleteFrom("identity.sessions")
    .where("id", "=", session)
    .where("person_id", "=", person)
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw problem("not-found");
}
