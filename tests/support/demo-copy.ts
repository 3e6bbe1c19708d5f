import { cpSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";

/** What `npm test` has made once, by a first start: the demo's database, and the data folder it belongs to. */
export const demoTemplate = "terskel_demo_template";
export const demoFolderVariable = "TEST_DEMO_FOLDER";

/** The secret of all copies. */
export const demoSecret = (): Buffer =>
  Buffer.from(readFileSync(join(demoFolder(), "secret"), "utf8"), "base64");

function demoFolder(): string {
  const folder = process.env[demoFolderVariable];
  if (!folder) throw new Error("Tests need the demo: run them by `npm test -- path/to/file`.");
  return folder;
}

export type DemoCopy = { readonly database: TestDatabase; readonly data: string };

/** The demo as after its first start, in a database and a folder of its own. */
export async function copyDemo(): Promise<DemoCopy> {
  const data = mkdtempSync(join(tmpdir(), "terskel-test-"));
  cpSync(demoFolder(), data, { recursive: true });
  return { database: await createTestDatabase(demoTemplate), data };
}
