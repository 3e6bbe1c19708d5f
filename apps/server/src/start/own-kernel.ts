import { asCommand, createKernel } from "@terskel/kernel";
import { readConfig } from "@terskel/platform/config";
import { createPool, ensureAppLogin, startEmbedded } from "@terskel/platform/db";
import { keysFrom, loadSecret } from "@terskel/platform/keys";
import { processings } from "../compose.ts";
import { prepareDatabase } from "../database.ts";
import { takeDataFolder } from "./data-folder.ts";

type Kernel = ReturnType<typeof createKernel>;

/**
 * Runs something in the installation's own database, for a command beside the server. With the embedded
 * database Terskel has to be stopped meanwhile.
 * @param name the command's, by which the audit trail knows what it did
 */
export async function withOwnKernel(
  name: string,
  run: (kernel: Kernel) => Promise<void>,
): Promise<void> {
  const config = readConfig(process.env, process.cwd());
  const giveBack = config.DATABASE_URL ? undefined : takeDataFolder(config.dataFolder);
  const embedded = config.DATABASE_URL ? undefined : await startEmbedded(config.dataFolder);
  try {
    const url = config.DATABASE_URL ?? embedded?.url ?? "";
    const secret = loadSecret(config.TERSKEL_SECRET, config.dataFolder);
    await inDatabase(url, secret, async (kernel) => {
      await asCommand(name, async () => {
        await run(kernel);
      });
    });
  } finally {
    await embedded?.stop();
    giveBack?.();
  }
}

async function inDatabase(url: string, secret: Buffer, run: (kernel: Kernel) => Promise<void>) {
  const owner = createPool(url, { max: 2 });
  try {
    await prepareDatabase(owner);
    const password = keysFrom(secret).derive("database-login").toString("base64url");
    const app = createPool(await ensureAppLogin(owner, url, password), { max: 2 });
    try {
      await run(createKernel(app, processings));
    } finally {
      await app.end();
    }
  } finally {
    await owner.end();
  }
}
