import { isFresh } from "@terskel/kernel";
import * as oidc from "openid-client";
import { Problem } from "@terskel/platform/problems";
import { admitBeginning, admitProof, logAttempt, logRefusal } from "./attempts.ts";
import type { Attempt } from "./attempts.ts";
import type { Caller } from "./caller.ts";
import { claimByAccount } from "./claims.ts";
import { accountOfEid } from "./eid-accounts.ts";
import { eidPerson, isComplete } from "./eid-claims.ts";
import type { EidPerson } from "./eid-claims.ts";
import { createDiscovery } from "./eid-client.ts";
import { eidSettings } from "./eid-settings.ts";
import { recall, remember } from "./pending.ts";
import type { IdentityPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import { pendingMinutes } from "./limits.ts";
import { proofAttempt, proveByEid, requireEid } from "./proof.ts";
import { openSession } from "./sessions.ts";
import { reasonOf } from "./table-words.ts";
import { minutesAfter } from "./time.ts";
import type { Tx } from "./tx.ts";

type Session = {
  readonly id: string;
  readonly person: string;
  readonly startedAt: Date;
  readonly provenAt?: Date | undefined;
};
type Start = {
  readonly caller: Caller;
  /** Who is signed in already, and connects this eID. */
  readonly person: string | undefined;
  readonly testPerson: string | undefined;
  /** The session whose holder is to prove anew who they are; absent: to sign in. */
  readonly proves?: Session;
};
type Finish = {
  readonly caller: Caller;
  /** The provider's answer: the callback's query string. */
  readonly answer: URLSearchParams;
  /** The cookie's value. */
  readonly pending: string | undefined;
  readonly session: Session | undefined;
  /** That session's token. */
  readonly token: string | undefined;
};

export type Eid = ReturnType<typeof createEid>;

/**
 * Sign-in with an eID by OpenID Connect: authorization code flow with PKCE (RFC 7636, S256), state
 * and nonce (OpenID Connect Core 1.0 § 3.1).
 */
export function createEid(ports: IdentityPorts) {
  const { config } = ports;
  const settings = eidSettings(config);
  const discover = createDiscovery(settings, config);

  /** Where to send the browser, and the id of what has to be remembered until it comes back. */
  async function start({ caller, person, testPerson, proves }: Start) {
    const nonce = oidc.randomNonce();
    const codeVerifier = oidc.randomPKCECodeVerifier();
    if (proves) {
      await requireEid(ports, proves.person);
      await admitProof(ports, proofAttempt("eid", caller.ip, proves.person));
    } else
      await admitBeginning(ports, { method: "eid", ip: caller.ip, tried: nonce }, "eid-started");
    const provider = await discover(ports.now());
    const what = { person, nonce, codeVerifier };
    const pending = await remember(
      ports,
      proves ? { ...what, kind: "eid-proof", session: proves.id } : { ...what, kind: "eid" },
    );
    const location = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: settings.redirectUri,
      scope: config.OIDC_SCOPE,
      state: pending,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: "S256",
      ...(testPerson ? { login_hint: testPerson } : {}),
      // Whoever is signed in at the eID still is asked anew, and the answer says when (OpenID Connect Core 1.0 § 3.1.2.1).
      ...(proves ? { prompt: "login", max_age: "0" } : {}),
    });
    return { location: location.href, pending };
  }

  /**
   * Signs in by the provider's answer.
   * @returns the new session's token; undefined when it was a proof for the session that there is
   * @throws Problem `sign-in-expired`, `eid-cancelled`, `eid-refused`, `eid-incomplete`,
   * `eid-of-another-account`, `proof-of-another`, `sign-in-older`, `national-identity-number`, `eid-unavailable`; each written down
   */
  async function finish({ caller, answer, pending, session, token }: Finish) {
    const person = session?.person;
    // Never the identifier itself: of a refused one nothing at all is kept, not even a hash.
    let attempt: Attempt = { method: "eid", ip: caller.ip, tried: pending ?? "" };
    try {
      // The state is the cookie's value: an answer that another browser asked for is not ours.
      if (!pending || answer.get("state") !== pending) throw problem("sign-in-expired");
      const begun = await recall(ports, ["eid", "eid-proof"], pending);
      if (!begun) throw problem("sign-in-expired");
      if (begun.person_id !== null && begun.person_id !== person) throw problem("sign-in-expired");
      const eid = await ask(answer, begun);
      attempt = { ...attempt, tried: `eid:${eid.issuer}:${eid.subject}` };
      const now = ports.now();
      if (begun.kind === "eid-proof") {
        if (begun.session_id === null || begun.session_id !== session?.id)
          throw problem("sign-in-expired", { reason: "of another session" });
        await proveByEid(ports, eid, { attempt, session });
        return undefined;
      }
      return await ports.withContext({ activity: "identity.sign-in" }, async (tx: Tx) => {
        const connects = begun.person_id &&
          session && { person: begun.person_id, isFresh: isFresh(ports, session) };
        const account = await accountOfEid(tx, eid, connects || undefined, now);
        await claimByAccount(tx, account);
        const accepted = { outcome: "accepted", reason: "signed-in", person: account } as const;
        await logAttempt(tx, ports, attempt, accepted);
        const who = { person: account, method: "eid", caller, replaces: token } as const;
        return await openSession(tx, who, now);
      });
    } catch (error) {
      await logRefusal(ports, attempt, reasonOf(error));
      throw error;
    }
  }

  async function ask(
    answer: URLSearchParams,
    begun: NonNullable<Awaited<ReturnType<typeof recall>>>,
  ): Promise<EidPerson> {
    const refusal = answer.get("error");
    if (refusal === "access_denied") throw problem("eid-cancelled");
    if (refusal) throw problem("eid-refused", { reason: `the eID said ${refusal}` });
    const provider = await discover(ports.now());
    try {
      const address = new URL(settings.redirectUri);
      address.search = answer.toString();
      const tokens = await oidc.authorizationCodeGrant(provider, address, {
        pkceCodeVerifier: begun.code_verifier ?? "",
        expectedState: begun.id,
        expectedNonce: begun.nonce ?? "",
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw problem("eid-refused", { reason: "no ID token" });
      if (begun.kind === "eid-proof") requireAnew(claims.auth_time, begun.expires_at);
      const missing = !isComplete(claims, config) && provider.serverMetadata().userinfo_endpoint;
      const more = missing
        ? await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)
        : {};
      return eidPerson(settings.knownAs, { ...more, ...claims }, config);
    } catch (cause) {
      if (cause instanceof Problem) throw cause;
      if (unanswered(cause))
        throw problem("eid-unavailable", { cause, reason: "the eID: no answer" });
      throw problem("eid-refused", { cause, reason: `the eID's answer: ${String(cause)}` });
    }
  }

  return { start, finish };
}

/** Clocks of two parties differ; so much at most. */
const skewMs = 30_000;

/** An answer out of a sign-in from before is no proof of now, whether or not the eID was asked for a new one. */
function requireAnew(authTime: unknown, expiresAt: Date): void {
  const begunMs = minutesAfter(expiresAt, -pendingMinutes).getTime();
  if (typeof authTime !== "number" || authTime * 1000 < begunMs - skewMs)
    throw problem("eid-refused", { reason: "the eID did not ask anew" });
}

/** No answer, or none in time; everything else the provider did say. */
function unanswered(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  return (
    error instanceof TypeError ||
    error.name === "TimeoutError" ||
    code === "OAUTH_TIMEOUT" ||
    (error.cause !== undefined && unanswered(error.cause))
  );
}
