import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeEmbedded } from "@terskel/platform/db";
import { copyDemo } from "./demo-copy.ts";
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

/** A first start, from nothing: with the embedded database. */
export async function startProduct(env: NodeJS.ProcessEnv = {}): Promise<Product> {
  const data = mkdtempSync(join(tmpdir(), "terskel-test-"));
  return await startIn(data, env, () => {
    removeEmbedded(data);
    return Promise.resolve();
  });
}

/** A later start, on a copy of the demo and a database of its own in the tests' PostgreSQL: sooner there. */
export async function startCopy(env: NodeJS.ProcessEnv = {}) {
  const { data, database } = await copyDemo();
  const { owner, ownerUrl } = database;
  const settings = { DATABASE_URL: ownerUrl, ...env };
  return { ...(await startIn(data, settings, async () => await database.drop())), owner };
}

async function startIn(
  data: string,
  env: NodeJS.ProcessEnv,
  removeDatabase: () => Promise<void>,
): Promise<Product> {
  const port = env.PORT ? Number(env.PORT) : await freePort();
  const running = run(startScript, [], { PORT: String(port), TERSKEL_DATA: data, ...env });
  const stop = async () => {
    await running.kill("SIGINT");
    await removeDatabase();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await eventually(
      "the product is ready",
      () => {
        return (
          running.child.exitCode !== null || /^Terskel is ready at .*\n$/m.test(running.output())
        );
      },
      60_000,
    );
    if (running.child.exitCode !== null) throw new Error("It has ended.");
  } catch (error) {
    await stop();
    throw new Error(`The product did not start:\n${running.output()}`, { cause: error });
  }
  return {
    url: `http://localhost:${port}`,
    port,
    data,
    doors: (index) => `http://localhost:${port + 2001 + index}`,
    output: running.output,
    ended: running.ended,
    stop,
  };
}
