import * as oidc from "openid-client";
import { Problem } from "@terskel/platform/problems";
import { admitBeginning, logAttempt, logRefusal } from "./attempts.ts";
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
import { openSession } from "./sessions.ts";
import { reasonOf } from "./table-words.ts";
import type { Tx } from "./tx.ts";

type Start = {
  readonly caller: Caller;
  /** Who is signed in already, and connects this eID. */
  readonly person: string | undefined;
  readonly testPerson: string | undefined;
};
type Finish = {
  readonly caller: Caller;
  /** The provider's answer: the callback's query string. */
  readonly answer: URLSearchParams;
  /** The cookie's value. */
  readonly pending: string | undefined;
  readonly person: string | undefined;
  /** The token of the session that the browser has. */
  readonly session: string | undefined;
};

/**
 * Sign-in with an eID by OpenID Connect: authorization code flow with PKCE (RFC 7636, S256), state
 * and nonce (OpenID Connect Core 1.0 § 3.1).
 */
export function createEid(ports: IdentityPorts) {
  const { config } = ports;
  const settings = eidSettings(config);
  const discover = createDiscovery(settings, config);

  /** Where to send the browser, and the id of what has to be remembered until it comes back. */
  async function start({ caller, person, testPerson }: Start) {
    const nonce = oidc.randomNonce();
    const codeVerifier = oidc.randomPKCECodeVerifier();
    await admitBeginning(ports, { method: "eid", ip: caller.ip, tried: nonce }, "eid-started");
    const provider = await discover(ports.now());
    const what = { kind: "eid", person, nonce, codeVerifier } as const;
    const pending = await remember(ports, what);
    const location = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: settings.redirectUri,
      scope: config.OIDC_SCOPE,
      state: pending,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: "S256",
      ...(testPerson ? { login_hint: testPerson } : {}),
    });
    return { location: location.href, pending };
  }

  /**
   * Signs in by the provider's answer; the new session's token.
   * @throws Problem `sign-in-expired`, `eid-cancelled`, `eid-refused`, `eid-incomplete`,
   * `eid-of-another-account`, `national-identity-number`, `eid-unavailable`; each written down
   */
  async function finish({ caller, answer, pending, person, session }: Finish) {
    // Never the identifier itself: of a refused one nothing at all is kept, not even a hash.
    let attempt: Attempt = { method: "eid", ip: caller.ip, tried: pending ?? "" };
    try {
      // The state is the cookie's value: an answer that another browser asked for is not ours.
      if (!pending || answer.get("state") !== pending) throw problem("sign-in-expired");
      const begun = await recall(ports, "eid", pending);
      if (!begun) throw problem("sign-in-expired");
      if (begun.person_id !== null && begun.person_id !== person) throw problem("sign-in-expired");
      const eid = await ask(answer, begun);
      attempt = { ...attempt, tried: `eid:${eid.issuer}:${eid.subject}` };
      const now = ports.now();
      return await ports.withContext({ activity: "identity.sign-in" }, async (tx: Tx) => {
        const account = await accountOfEid(tx, eid, begun.person_id ?? undefined, now);
        await claimByAccount(tx, account);
        const accepted = { outcome: "accepted", reason: "signed-in", person: account } as const;
        await logAttempt(tx, ports, attempt, accepted);
        const who = { person: account, method: "eid", caller, replaces: session } as const;
        return await openSession(tx, who, now);
      });
    } catch (error) {
      await logRefusal(ports, attempt, reasonOf(error));
      throw error;
    }
  }

  async function ask(
    answer: URLSearchParams,
    begun: { id: string; nonce: string | null; code_verifier: string | null },
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
