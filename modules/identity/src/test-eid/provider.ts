import { Provider, interactionPolicy } from "oidc-provider";
import { negotiateLanguage } from "@terskel/platform/i18n";
import type { Keys } from "@terskel/platform/keys";
import type { TestPerson } from "../ports.ts";
import { createMemory } from "./memory.ts";
import { contentSecurityPolicy, failedPage } from "./page.ts";
import { cookieNames } from "./stored.ts";

export type TestEidOptions = {
  /** `/test-eid` at the installation's public address. */
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
  readonly redirectUri: string;
  readonly persons: readonly TestPerson[];
  readonly keys: Keys;
  /** The test eID lets anybody be anybody: in production it is not to be had. */
  readonly production: boolean;
};

const tenMinutes = 600;

/** The OpenID Connect provider behind the test eID's page. */
export function createProvider(options: TestEidOptions, prefix: string): Provider {
  const { clientId, clientSecret, redirectUri, persons, keys, issuer } = options;
  const policy = interactionPolicy.base();
  policy.remove("consent");
  const provider = new Provider(issuer.href, {
    adapter: createMemory(),
    clients: [
      {
        client_id: clientId,
        ...(clientSecret ? { client_secret: clientSecret } : {}),
        token_endpoint_auth_method: clientSecret ? "client_secret_basic" : "none",
        redirect_uris: [redirectUri],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        id_token_signed_response_alg: "EdDSA",
      },
    ],
    claims: { openid: ["sub"], profile: ["name", "birthdate"] },
    cookies: {
      keys: [keys.derive("test-eid.cookies").toString("base64url")],
      long: { signed: true, httpOnly: true, sameSite: "lax", path: prefix },
      short: { signed: true, httpOnly: true, sameSite: "lax" },
      names: cookieNames,
    },
    enabledJWA: { idTokenSigningAlgValues: ["EdDSA"] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    findAccount(_context, subject) {
      const person = persons.find((each) => each.subject === subject);
      if (!person) return;
      const { name, dateOfBirth } = person;
      return {
        accountId: subject,
        claims: () => ({ sub: subject, name, birthdate: dateOfBirth }),
      };
    },
    interactions: {
      policy,
      url: (_context, interaction) => `${prefix}/interaction/${interaction.uid}`,
    },
    jwks: {
      keys: [
        {
          ...keys.ed25519("test-eid").privateKey.export({ format: "jwk" }),
          alg: "EdDSA",
          use: "sig",
        },
      ],
    },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? "",
        accountId: oidc.session?.accountId ?? "",
      });
      grant.addOIDCScope("openid profile");
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    renderError(context) {
      context.type = "html";
      context.set("content-security-policy", contentSecurityPolicy);
      context.body = failedPage(negotiateLanguage(context.get("accept-language")), prefix);
    },
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      Grant: tenMinutes,
      IdToken: tenMinutes,
      Interaction: tenMinutes,
      Session: tenMinutes,
    },
  });
  provider.proxy = issuer.protocol === "https:";
  return provider;
}
