import { createTombstones, findMarked, removeOld } from "@terskel/kernel";
import type { Tombstones } from "@terskel/kernel";
import type { Config } from "@terskel/platform/config";
import type { Keys } from "@terskel/platform/keys";
import type { Log } from "@terskel/platform/log";
import type { Pool } from "pg";
import { processings } from "./compose.ts";
import { tombstoneKey } from "./tombstone-key.ts";
import { makeFolder } from "@terskel/platform/folder";

export function openTombstones(
  config: Config,
  keys: Keys,
  log: Pick<Log, "warn">,
  now: () => Date,
): Tombstones {
  return createTombstones({ folder: config.tombstonesFolder, key: tombstoneKey(keys), now, log });
}

/**
 * At a start: ends what a killed process left open, and removes what no backup needs any more. The doors
 * do not wait for tombstones that cannot be read; the log says so.
 */
export async function tendTombstones(
  tombstones: Tombstones,
  options: { config: Config; keys: Keys; owner: Pool; log: Log; now: () => Date },
): Promise<void> {
  const { config, keys, owner, log, now } = options;
  try {
    // There from the first start on: where it is missing, it was lost.
    makeFolder(config.tombstonesFolder, 0o700);
    removeOld(config.tombstonesFolder, config.TERSKEL_BACKUP_DAYS, now());
    await tombstones.settle(
      async (marks) => await findMarked(owner, processings, tombstoneKey(keys), marks),
    );
  } catch (error) {
    log.error({ err: error }, "the tombstones cannot be read; a restore would be refused");
  }
}
