import { ensureAppGroup, migrate } from "@terskel/platform/db";
import type { SqlFolder } from "@terskel/platform/db";
import { migrateJobs } from "@terskel/platform/jobs";
import type { Pool } from "pg";

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

/** Brings an owner's database to this version: role, queue, every module's tables. */
export async function prepareDatabase(owner: Pool): Promise<string[]> {
  await ensureAppGroup(owner);
  await migrateJobs(owner);
  return await migrate(owner, sqlFolders);
}
