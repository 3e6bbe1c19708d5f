import type { StdioOptions } from "node:child_process";
import { rmSync } from "node:fs";
import type { TestDatabase } from "@terskel/platform/testing";
import { copyDemo } from "./demo-copy.ts";
import { freePort } from "./ports.ts";
import { run } from "./process.ts";
import { runServer, serverScript } from "./server-process.ts";

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
  const { database, data } = await copyDemo();
  const { owner, ownerUrl } = database;
  const settings = { TERSKEL_DATA: data, DATABASE_URL: ownerUrl, ...env };
  const remove = async () => {
    await database.drop();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    const running = await runServer(settings);
    return {
      url: `http://localhost:${running.port}`,
      port: running.port,
      data,
      ownerUrl,
      owner,
      output: running.output,
      async startsAgain() {
        const another = { ...settings, PORT: String(await freePort()) };
        return await outcomeOf(run(serverScript, [], another, withoutChannel));
      },
      async stop() {
        await running.kill("SIGTERM");
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function outcomeOf({ child, ended, output }: ReturnType<typeof run>): Promise<string> {
  const timer = setTimeout(() => child.kill("SIGKILL"), 30_000);
  const code = await ended;
  clearTimeout(timer);
  return `${output()}\nexit code ${code}`;
}
