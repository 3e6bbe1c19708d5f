import type { Config } from "@terskel/platform/config";
import { finishEid } from "./api/sign-in.ts";

/** The eID provider that people sign in with, and as whom we talk to it. */
export type EidSettings = {
  readonly issuer: URL;
  /** What the provider is called beside its identifiers; the demo may move to another port. */
  readonly knownAs: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** To be registered with the provider. */
  readonly redirectUri: string;
  /** The provider is the demo's own, at this server's /test-eid. */
  readonly isTest: boolean;
};

/** @throws Error in production without a provider, which `readConfig` refuses before */
export function eidSettings(config: Config): EidSettings {
  const redirectUri = new URL(finishEid.path, config.publicUrl).href;
  if (config.OIDC_ISSUER) {
    return {
      issuer: new URL(config.OIDC_ISSUER),
      knownAs: config.OIDC_ISSUER,
      clientId: config.OIDC_CLIENT_ID ?? "terskel",
      clientSecret: config.OIDC_CLIENT_SECRET,
      redirectUri,
      isTest: false,
    };
  }
  if (config.production) throw new Error("Production has no test eID.");
  return {
    issuer: new URL("/test-eid", config.publicUrl),
    knownAs: "test-eid",
    clientId: "terskel",
    clientSecret: undefined,
    redirectUri,
    isTest: true,
  };
}
