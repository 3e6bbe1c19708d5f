import { join } from "node:path";
import { eventually } from "./eventually.ts";
import { freePort } from "./ports.ts";
import { root, run } from "./process.ts";
import type { Running } from "./process.ts";

export const serverScript = join(root, "apps/server/src/main.ts");

/**
 * The server as a process, ready.
 * @throws Error with what it says when it does not get there
 */
export async function runServer(
  env: NodeJS.ProcessEnv,
): Promise<Running & { readonly port: number }> {
  const port = env.PORT ? Number(env.PORT) : await freePort();
  const running = run(serverScript, [], { ...env, PORT: String(port) });
  let ready = false;
  let failed: string | undefined;
  running.child.on("message", (said: { ready?: unknown; failed?: string }) => {
    ready ||= Boolean(said.ready);
    failed ??= said.failed;
  });
  try {
    const known = () => ready || failed !== undefined || running.child.exitCode !== null;
    await eventually("the server is ready", known, 60_000);
    if (!ready) throw new Error(failed ?? running.output());
  } catch (error) {
    await running.kill("SIGTERM");
    throw error;
  }
  return { ...running, port };
}
