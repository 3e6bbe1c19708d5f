import type { Pool } from "pg";
import { BackupError } from "./problem.ts";

/** A schema that is there as long as a restore into the database has not ended. */
export const mark = "restoring";

/** @throws BackupError when a restore into this database has not ended: it is not to be used */
export async function refuseHalfRestored(owner: Pick<Pool, "query">): Promise<void> {
  const { rows } = await owner.query("select from pg_namespace where nspname = $1", [mark]);
  if (rows.length > 0) {
    throw new BackupError(
      "A restore into this database has not ended. Run `npm run restore` again; it starts over.",
    );
  }
}
