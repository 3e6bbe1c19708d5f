import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeEmbedded } from "@terskel/platform/db";
import { eventually } from "./eventually.ts";
import { freePort } from "./ports.ts";
import { root, run } from "./process.ts";

/** The whole product as `npm start` runs it, on ports and in a folder of its own. */
export type Product = {
  readonly url: string;
  readonly port: number;
  readonly data: string;
  /** Page of a simulated controller: 0 is the cooperative's, 1 the office's. */
  readonly doors: (index: number) => string;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  /** Ctrl-C, and its data removed. */
  stop(): Promise<void>;
};

export const startScript = join(root, "apps/server/src/start/start.ts");

export async function startProduct(env: NodeJS.ProcessEnv = {}): Promise<Product> {
  const port = env.PORT ? Number(env.PORT) : await freePort();
  const data = mkdtempSync(join(tmpdir(), "terskel-test-"));
  const running = run(startScript, [], { PORT: String(port), TERSKEL_DATA: data, ...env });
  try {
    await eventually(
      "the product is ready",
      () => {
        if (running.child.exitCode !== null) throw new Error(running.output());
        return /^Terskel is ready at .*\n$/m.test(running.output());
      },
      60_000,
    );
  } catch (error) {
    running.child.kill("SIGTERM");
    throw new Error(`The product did not start:\n${running.output()}`, { cause: error });
  }
  return {
    url: `http://localhost:${port}`,
    port,
    data,
    doors: (index) => `http://localhost:${port + 2000 + index}`,
    output: running.output,
    ended: running.ended,
    async stop() {
      await running.kill("SIGINT");
      removeEmbedded(data);
      rmSync(data, { recursive: true, force: true });
    },
  };
}
