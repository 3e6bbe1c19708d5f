import { parseArgs } from "node:util";
import { sayBroken, verifyAudit } from "@terskel/kernel";
import { readConfig } from "@terskel/platform/config";
import { createPool } from "@terskel/platform/db";
import { keysFrom } from "@terskel/platform/keys";
import { openCheckpoints } from "../checkpoints.ts";
import { plainReason } from "../plain-reason.ts";
import { existingSecret } from "./backup-keys.ts";
import { reachDatabase } from "./reach-database.ts";

/**
 * `npm run audit:verify [-- --json]`: proves the audit trail, while the service runs or not, or names the first
 * entry that is not proved and ends with 1. docs/running.md says what then.
 */
type Verdict = Awaited<ReturnType<typeof verifyAudit>>;

async function verifyOwn(): Promise<Verdict> {
  const config = readConfig(process.env, process.cwd());
  const keys = keysFrom(existingSecret(config));
  const { url, leave } = await reachDatabase(config);
  try {
    const owner = createPool(url, { max: 1, statement_timeout: 0 });
    try {
      const checkpoints = openCheckpoints(config, keys, { info: () => undefined });
      return await verifyAudit(owner, checkpoints, () => new Date());
    } finally {
      await owner.end();
    }
  } finally {
    await leave();
  }
}

/** What was found, a line each. */
function say({ entries, waiting, gone, checkpoints, restores, broken }: Verdict): string[] {
  if (broken) return [sayBroken(broken)];
  return [
    `The audit trail is whole: ${entries} entries, ${checkpoints} checkpoints.`,
    ...(waiting > 0 ? [`${waiting} wait for their place in the chain, a minute at most.`] : []),
    ...(gone.expired + gone.erased + gone.anonymised > 0
      ? [
          `By rule the contents of ${gone.expired + gone.erased} have gone (${gone.expired} past their time), and ${gone.anonymised} name somebody no more.`,
        ]
      : []),
    ...restores.map(({ at, from, to }) =>
      to >= from
        ? `Restored from a backup at ${at}: entries ${from} to ${to} were not in it, and their numbers were given anew.`
        : `Restored from a backup at ${at}: no entry that the checkpoints know was missing from it.`,
    ),
  ];
}

try {
  const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
  const verdict = await verifyOwn();
  process.stdout.write(
    values.json ? `${JSON.stringify(verdict)}\n` : `${say(verdict).join("\n")}\n`,
  );
  if (!verdict.ok) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${plainReason(error)}\n`);
  process.exitCode = 1;
}
