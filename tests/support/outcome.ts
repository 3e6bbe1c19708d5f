import { descendants } from "./descendants.ts";
import { freePort } from "./ports.ts";
import { run } from "./process.ts";
import { startScript } from "./product.ts";

/** How a start went; one that is not refused is stopped when it is ready. */
export async function outcome(env: NodeJS.ProcessEnv, ...args: string[]) {
  const running = run(startScript, args, { PORT: String(await freePort()), ...env });
  running.child.stdout?.on("data", () => {
    if (running.output().includes("Terskel is ready at")) running.child.kill("SIGINT");
  });
  const code = await running.ended;
  const left = descendants(running.child.pid ?? 0);
  return { code, said: running.output().trim(), left };
}
