import type { StdioOptions } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import { eventually } from "./eventually.ts";
import { freePort } from "./ports.ts";
import { root, run } from "./process.ts";

const main = join(root, "apps/server/src/main.ts");
/** Then it says on its error output why it does not start, and to no process. */
const withoutChannel: StdioOptions = ["ignore", "pipe", "pipe"];

export type ServerAlone = {
  readonly url: string;
  readonly port: number;
  readonly data: string;
  readonly ownerUrl: string;
  /** For looking behind row-level security in an assertion. */
  readonly owner: TestDatabase["owner"];
  readonly output: () => string;
  /** What another start on the same data says before it ends. */
  startsAgain(): Promise<string>;
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
  const settings = { TERSKEL_DATA: data, DATABASE_URL: database.ownerUrl, ...env };
  const running = run(main, [], { ...settings, PORT: String(port) });
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
    async startsAgain() {
      const another = run(
        main,
        [],
        { ...settings, PORT: String(await freePort()) },
        withoutChannel,
      );
      const timer = setTimeout(() => another.child.kill("SIGKILL"), 30_000);
      const code = await another.ended;
      clearTimeout(timer);
      return `${another.output()}\nexit code ${code}`;
    },
    stop,
  };
}
