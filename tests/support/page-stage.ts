import { openBrowser } from "./browser.ts";
import { startProduct } from "./product.ts";

/** The product and a browser, for the journeys of one test file. */
export async function startStage(env: NodeJS.ProcessEnv = {}) {
  const product = await startProduct(env);
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

export type Stage = Awaited<ReturnType<typeof startStage>>;
