import { applyPolicies } from "@terskel/kernel";
import { ensureAppGroup, letOwnerRead, migrate } from "@terskel/platform/db";
import { refuseHalfRestored } from "@terskel/platform/half-restored";
import { migrateJobs } from "@terskel/platform/jobs";
import type { Pool } from "pg";
import { processings, schemas } from "./compose.ts";
import { sqlFolders } from "./sql-folders.ts";

/**
 * Brings an owner's database to this version: role, queue, every module's tables, and the policies that
 * follow from what is declared.
 * @throws BackupError when a restore into it has not ended
 */
export async function prepareDatabase(owner: Pool): Promise<string[]> {
  await refuseHalfRestored(owner);
  return await migrateDatabase(owner);
}

/** @param only the migrations of a backup that is being restored; absent: all */
export async function migrateDatabase(owner: Pool, only?: ReadonlySet<string>): Promise<string[]> {
  await ensureAppGroup(owner);
  await migrateJobs(owner);
  const applied = await migrate(owner, sqlFolders, only);
  // The declarations are of this version, and so are the policies.
  if (!only) await applyPolicies(owner, processings);
  await letOwnerRead(owner, schemas);
  return applied;
}
