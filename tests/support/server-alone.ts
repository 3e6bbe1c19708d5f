import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase } from "@terskel/platform/testing";
import { eventually } from "./eventually.ts";
import { freePort } from "./ports.ts";
import { root, run } from "./process.ts";

/**
 * The server as a process with the demo's data, on a database of its own in the tests' PostgreSQL and
 * without door controllers: for what is asked of the API only.
 */
export async function startServerAlone(env: NodeJS.ProcessEnv = {}) {
  const port = await freePort();
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
  return { url: `http://localhost:${port}`, owner: database.owner, stop };
}
