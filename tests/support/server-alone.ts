import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import { eventually } from "./eventually.ts";
import { freePort } from "./ports.ts";
import { root, run } from "./process.ts";

export type ServerAlone = {
  readonly url: string;
  readonly port: number;
  readonly data: string;
  readonly ownerUrl: string;
  /** For looking behind row-level security in an assertion. */
  readonly owner: TestDatabase["owner"];
  readonly output: () => string;
  stop(): Promise<void>;
};

/**
 * The server as a process with the demo's data, on a database of its own in the tests' PostgreSQL and
 * without door controllers: for what is asked of the API only.
 */
export async function startServerAlone(env: NodeJS.ProcessEnv = {}): Promise<ServerAlone> {
  const port = env.PORT ? Number(env.PORT) : await freePort();
  const data = mkdtempSync(join(tmpdir(), "terskel-test-"));
  const database = await createTestDatabase();
  const running = run(join(root, "apps/server/src/main.ts"), [], {
    PORT: String(port),
    TERSKEL_DATA: data,
    DATABASE_URL: database.ownerUrl,
    ...env,
  });
  let ready = false;
  let failed: string | undefined;
  running.child.on("message", (said: { ready?: unknown; failed?: string }) => {
    ready ||= Boolean(said.ready);
    failed ??= said.failed;
  });
  const stop = async () => {
    await running.kill("SIGTERM");
    await database.drop();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await eventually(
      "the server is ready",
      () => {
        return ready || failed !== undefined || running.child.exitCode !== null;
      },
      60_000,
    );
    if (!ready) throw new Error(failed ?? running.output());
  } catch (error) {
    await stop();
    throw error;
  }
  const { owner, ownerUrl } = database;
  return {
    url: `http://localhost:${port}`,
    port,
    data,
    ownerUrl,
    owner,
    output: running.output,
    stop,
  };
}
