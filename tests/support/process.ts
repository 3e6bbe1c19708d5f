import { spawn } from "node:child_process";
import type { ChildProcess, StdioOptions } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** A process of the product, with all it has printed. */
export type Running = {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  kill(signal?: NodeJS.Signals): Promise<void>;
};

/** Starts a TypeScript file of the product in a process group of its own. */
export function run(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  stdio: StdioOptions = ["ignore", "pipe", "pipe", "ipc"],
): Running {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...clean(process.env), ...env },
    stdio,
  });
  let said = "";
  child.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => {
    child.on("exit", (code) => resolve(code));
  });
  return {
    child,
    output: () => said,
    ended,
    async kill(signal = "SIGKILL") {
      child.kill(signal);
      await ended;
    },
  };
}

/** The environment without the settings of whoever runs the tests. */
function clean(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) =>
        !/^(TERSKEL|OIDC|SMTP|SMS|MQTT|DATABASE|PUBLIC)_|^(PORT|HOST|NODE_TEST_CONTEXT)$/.test(
          name,
        ),
    ),
  );
}
