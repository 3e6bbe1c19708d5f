import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createPool, findRunning } from "@terskel/platform/db";
import { keysFrom } from "@terskel/platform/keys";

/** Address of a running product's embedded database for its owner. */
function ownerUrl(data: string): string {
  const url = findRunning(data);
  if (!url) throw new Error(`No database runs in ${data}.`);
  return url;
}

/** For looking behind row-level security in an assertion. */
export const ownerPool = (data: string) => createPool(ownerUrl(data), { max: 2 });

/** As the program itself connects. */
export function serverPool(data: string) {
  const secret = Buffer.from(readFileSync(join(data, "secret"), "utf8"), "base64");
  const url = new URL(ownerUrl(data));
  url.username = "terskel_server";
  url.password = keysFrom(secret).derive("database-login").toString("base64url");
  return createPool(url.href, { max: 2 });
}
