import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../evidence/code.ts";
import { StartError } from "./data-folder.ts";

const compiled = join(projectRoot, "node_modules/.cache/compiled");

export type ChildOptions = {
  /** What it is, for messages: "The server". */
  readonly name: string;
  readonly script: string;
  /** Of Node's own. */
  readonly flags?: readonly string[];
  readonly args?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** File descriptor its log goes to, or "inherit". */
  readonly output: number | "inherit";
  readonly readyWithinMs: number;
};

export type Child = {
  readonly ended: Promise<number | null>;
  /** Asks it to stop; after 12 seconds, kills it. */
  stop(): Promise<void>;
};

/**
 * Starts a process of ours and waits until it says that it is ready.
 * @throws StartError with the reason it gave, when it ends instead or takes too long
 */
export async function startChild(options: ChildOptions): Promise<Child> {
  const { script, flags = [], args = [] } = options;
  const child = spawn(process.execPath, [...flags, script, ...args], {
    // Types are taken out of the source at the first start, not at every one.
    env: { NODE_COMPILE_CACHE: compiled, ...options.env },
    stdio: ["ignore", options.output, options.output, "ipc"],
    // Not in the terminal's process group: Ctrl-C reaches it through us, in order.
    detached: true,
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on("exit", (code) => resolve(code));
    child.on("error", () => resolve(null));
  });
  await readiness(child, options);
  return {
    ended,
    async stop() {
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), 12_000);
      await ended;
      clearTimeout(timer);
    },
  };
}

async function readiness(child: ChildProcess, { name, readyWithinMs }: ChildOptions) {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new StartError(`${name} was not ready within ${readyWithinMs / 1000} seconds.`));
    }, readyWithinMs);
    child.on("message", (message: { ready?: unknown; failed?: string }) => {
      if (message.failed !== undefined) reject(new StartError(message.failed));
      else if (message.ready !== undefined) resolve();
      else return;
      clearTimeout(timer);
    });
    child.on("exit", (code) => {
      clearTimeout(timer);
      reject(new StartError(`${name} ended while starting (exit code ${code}).`));
    });
  });
}
