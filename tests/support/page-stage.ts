import { openBrowser } from "./browser.ts";
import { startCopy, startProduct } from "./product.ts";
import type { Product } from "./product.ts";

/** The product and a browser, for the journeys of one test file. */
export const startStage = async (env: NodeJS.ProcessEnv = {}) =>
  await stageOf(await startCopy(env));

/** The same from a first start, as whoever runs `npm start` in a new clone has it. */
export const startFirstStage = async () => await stageOf(await startProduct());

async function stageOf<P extends Product>(product: P) {
  try {
    const browser = await openBrowser();
    return {
      product,
      browser,
      async stop() {
        await browser.close();
        await product.stop();
      },
    };
  } catch (error) {
    // A process left behind would keep the test runner waiting for ever.
    await product.stop();
    throw error;
  }
}

export type Stage = Awaited<ReturnType<typeof startFirstStage>>;

let users = 0;
let shared: ReturnType<typeof startStage> | undefined;

/**
 * For the journeys that `npm test` runs in one process: the first starts the product, the last stops
 * it. Called when a file is read, as all are before the first journey has ended.
 */
export function shareStage() {
  users += 1;
  return {
    start: async () => await (shared ??= startStage()),
    async stop() {
      users -= 1;
      if (users > 0) return;
      await (await shared)?.stop();
      shared = undefined;
    },
  };
}
