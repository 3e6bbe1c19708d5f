import { createCheckpoints } from "@terskel/kernel";
import type { Checkpoints } from "@terskel/kernel";
import type { Config } from "@terskel/platform/config";
import type { Keys } from "@terskel/platform/keys";
import type { Log } from "@terskel/platform/log";

/** How far the audit trail went, as it stands outside the database. */
export const openCheckpoints = (
  { auditFolder: folder }: Config,
  keys: Keys,
  log: Pick<Log, "info">,
): Checkpoints => createCheckpoints({ folder, key: keys.derive("audit-checkpoints"), log });
