import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { installation } from "../api/handover.ts";
import type { PrivacyPorts } from "../requests/ports.ts";
import { publishedKey } from "./signature.ts";

/** Publishes the key by which other installations recognise this one's files. */
export function installationRoute({
  keys,
  publicUrl,
}: Pick<PrivacyPorts, "keys" | "publicUrl">): Route {
  const key = publishedKey(keys);
  const said = {
    installation: publicUrl.origin,
    keys: [key],
    trustedAs: `${publicUrl.origin}=${key.x}`,
  };
  return handle(installation, async () => await Promise.resolve(said));
}
