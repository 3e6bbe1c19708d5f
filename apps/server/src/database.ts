import { applyPolicies } from "@terskel/kernel";
import { ensureAppGroup, migrate } from "@terskel/platform/db";
import type { SqlFolder } from "@terskel/platform/db";
import { migrateJobs } from "@terskel/platform/jobs";
import type { Pool } from "pg";
import { processings } from "./compose.ts";

const folderOf = (module: string, specifier: string): SqlFolder => ({
  module,
  folder: new URL("../sql/", import.meta.resolve(specifier)),
});

/** Every module's migrations, lower floors first. */
export const sqlFolders: readonly SqlFolder[] = [
  folderOf("platform", "@terskel/platform/jobs"),
  folderOf("kernel", "@terskel/kernel"),
  folderOf("identity", "@terskel/identity"),
  folderOf("access", "@terskel/access"),
];

/** Brings an owner's database to this version: role, queue, every module's tables,
 * and the policies that follow from what is declared. */
export async function prepareDatabase(owner: Pool): Promise<string[]> {
  await ensureAppGroup(owner);
  await migrateJobs(owner);
  const applied = await migrate(owner, sqlFolders);
  await applyPolicies(owner, processings);
  return applied;
}
