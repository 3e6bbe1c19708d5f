import { isLanguage } from "@terskel/platform/i18n";
import type { Authenticate, Session } from "@terskel/platform/http";
import { byAgreement } from "./agreements.ts";
import { claimByAccount } from "./claims.ts";
import type { Cookies } from "./cookies.ts";
import type { IdentityPorts } from "./ports.ts";
import { isStale, readSession, tokenHash, touchSession } from "./sessions.ts";
import type { Tx } from "./tx.ts";

type Found = NonNullable<Awaited<ReturnType<typeof readSession>>>;

/** Says for each request who is signed in, and where they belong. */
export function createAuthenticate(ports: IdentityPorts, cookies: Cookies): Authenticate {
  return async (request) => {
    const hash = tokenHash(cookies.read(request, "terskel_session"));
    if (!hash) return undefined;
    const now = ports.now();
    return await ports.withContext({ activity: "identity.sign-in" }, async (tx: Tx) => {
      const found = await readSession(tx, hash, now);
      if (!found) return undefined;
      if (!isStale(found, now)) return sessionOf(found, now);
      await touchSession(tx, found, now);
      const claimed = await claimByAccount(tx, found.person_id);
      return sessionOf(claimed > 0 ? ((await readSession(tx, hash, now)) ?? found) : found, now);
    });
  };
}

function sessionOf(
  { id, created_at, proven_at, person_id, language, rows }: Found,
  now: Date,
): Session {
  const { running, ended } = byAgreement(rows, now);
  return {
    id,
    startedAt: created_at,
    provenAt: proven_at ?? undefined,
    person: person_id,
    language: language !== null && isLanguage(language) ? language : undefined,
    memberships: running.flatMap(membershipOf),
    ended: ended.flatMap(membershipOf),
  };
}

function membershipOf(row: Found["rows"][number]): Session["memberships"][number][] {
  if (row.membership === null || row.organisation_id === null) return [];
  return [
    {
      id: row.membership,
      organisation: row.organisation_id,
      role: row.role === "administrator" ? "administrator" : "member",
      privacyOfficer: row.privacy_officer ?? false,
      isOperator: row.kind === "operator",
      hasSigned: row.signed_at !== null,
    },
  ];
}
