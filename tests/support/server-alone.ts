import type { StdioOptions } from "node:child_process";
import { rmSync } from "node:fs";
import { readConfig } from "@terskel/platform/config";
import { createLog } from "@terskel/platform/log";
import type { TestDatabase } from "@terskel/platform/testing";
import { copyDemo } from "./demo-copy.ts";
import { freePort } from "./ports.ts";
import { root, run } from "./process.ts";
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
  startsAgain(more?: NodeJS.ProcessEnv): Promise<string>;
  stop(): Promise<void>;
};

/** How the server runs: what it prints, and how it is ended. */
type Runs = { readonly port: number; readonly output: () => string; end(): Promise<void> };

/**
 * The server as a process with the demo's data, on a database of its own in the tests' PostgreSQL and
 * without door controllers: for what is asked of the API only.
 */
export const startServerAlone = async (env: NodeJS.ProcessEnv = {}): Promise<ServerAlone> =>
  await startOnCopy(env, async (settings) => {
    const running = await runServer(settings);
    return { ...running, end: async () => await running.kill("SIGTERM") };
  });

/** The same in this process, which reads the program once, however many servers it starts one after another. */
export const startServerHere = async (env: NodeJS.ProcessEnv = {}): Promise<ServerAlone> =>
  await startOnCopy(env, async (settings) => {
    // Whoever only asks a server that is there does not wait until all of it is read.
    const { startServer } = await import("@terskel/server/server");
    const port = settings.PORT ? Number(settings.PORT) : await freePort();
    let said = "";
    const log = createLog("info", { write: (line: string) => void (said += line) });
    const server = await startServer(readConfig({ ...settings, PORT: String(port) }, root), log);
    return { port, output: () => said, end: async () => await server.stop() };
  });

async function startOnCopy(
  env: NodeJS.ProcessEnv,
  start: (settings: NodeJS.ProcessEnv) => Promise<Runs>,
): Promise<ServerAlone> {
  const { database, data } = await copyDemo();
  const { owner, ownerUrl } = database;
  const settings = { TERSKEL_DATA: data, DATABASE_URL: ownerUrl, ...env };
  const remove = async () => {
    await database.drop();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    const running = await start(settings);
    return {
      url: `http://localhost:${running.port}`,
      port: running.port,
      data,
      ownerUrl,
      owner,
      output: running.output,
      async startsAgain(more = {}) {
        const another = { ...settings, ...more, PORT: String(await freePort()) };
        return await outcomeOf(run(serverScript, [], another, withoutChannel));
      },
      async stop() {
        await running.end();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function outcomeOf({ child, ended, output }: ReturnType<typeof run>): Promise<string> {
  const timer = setTimeout(() => child.kill("SIGKILL"), 90_000);
  const code = await ended;
  clearTimeout(timer);
  return `${output()}\nexit code ${code}`;
}
