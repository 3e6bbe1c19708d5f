import type { Config } from "@terskel/platform/config";
import { findCluster, findRunning, startEmbedded } from "@terskel/platform/db";
import { StartError, takeDataFolder } from "./data-folder.ts";

/** The address of the database, which is started for the time when it does not run. */
export async function reachDatabase(config: Config) {
  const nothing = () => Promise.resolve();
  if (config.DATABASE_URL) return { url: config.DATABASE_URL, leave: nothing };
  const running = findRunning(config.dataFolder);
  if (running) return { url: running, leave: nothing };
  if (!findCluster(config.dataFolder)) {
    throw new StartError(`There is no database in ${config.dataFolder}. Set TERSKEL_DATA.`);
  }
  const giveBack = takeDataFolder(config.dataFolder);
  const embedded = await startEmbedded(config.dataFolder).catch((error: unknown) => {
    giveBack();
    throw error;
  });
  const leave = async () => {
    await embedded.stop();
    giveBack();
  };
  return { url: embedded.url, leave };
}
