import * as oidc from "openid-client";
import type { Config } from "@terskel/platform/config";
import { isLoopback } from "@terskel/platform/loopback";
import type { EidSettings } from "./eid-settings.ts";
import { problem } from "./problems.ts";

const timeoutSeconds = 5;
const freshMs = 60 * 60 * 1000;

/**
 * The provider as its discovery document describes it (OpenID Connect Discovery 1.0), read when
 * first needed and again after an hour. A provider that does not answer is asked again next time.
 * @returns a function that throws Problem `eid-unavailable` when the provider does not answer
 */
export function createDiscovery(settings: EidSettings, config: Pick<Config, "production">) {
  let known: { at: number; configuration: Promise<oidc.Configuration> } | undefined;
  return async (now: Date): Promise<oidc.Configuration> => {
    if (!known || now.getTime() - known.at > freshMs) {
      known = { at: now.getTime(), configuration: discover(settings, config.production) };
    }
    try {
      return await known.configuration;
    } catch (cause) {
      known = undefined;
      throw problem("eid-unavailable", { cause, reason: `the eID's discovery: ${String(cause)}` });
    }
  };
}

async function discover(settings: EidSettings, production: boolean): Promise<oidc.Configuration> {
  const { issuer, clientId, clientSecret } = settings;
  // Without https for a test eID, and in production on this machine only.
  const mayBePlain = !production || isLoopback(issuer.hostname);
  if (!mayBePlain && issuer.protocol !== "https:") throw new Error("The issuer has no https.");
  const execute = mayBePlain ? [oidc.allowInsecureRequests] : [];
  const found = await oidc.discovery(issuer, clientId, undefined, oidc.None(), {
    execute,
    timeout: timeoutSeconds,
  });
  const server = found.serverMetadata();
  const configuration = new oidc.Configuration(
    server,
    clientId,
    clientSecret,
    clientAuth(clientSecret, server.token_endpoint_auth_methods_supported),
  );
  configuration.timeout = timeoutSeconds;
  for (const adjust of execute) adjust(configuration);
  return configuration;
}

/** What is not said is `client_secret_basic` (OpenID Connect Discovery 1.0 § 3). */
function clientAuth(secret: string | undefined, supported = ["client_secret_basic"]) {
  if (!secret) return oidc.None();
  return supported.includes("client_secret_basic")
    ? oidc.ClientSecretBasic(secret)
    : oidc.ClientSecretPost(secret);
}
