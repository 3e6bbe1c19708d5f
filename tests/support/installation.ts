import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeEmbedded } from "@terskel/platform/db";
import { keysFrom } from "@terskel/platform/keys";
import { eventually } from "./eventually.ts";
import { freePort } from "./ports.ts";
import { root, run } from "./process.ts";
import { startScript } from "./product.ts";

export type Said = { readonly code: number | null; readonly said: string };

/** A data folder of an installation that is started, stopped, backed up and restored. */
export async function newInstallation(env: NodeJS.ProcessEnv = {}) {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), "terskel-test-"));
  const settings = { PORT: String(port), TERSKEL_DATA: data, ...env };

  async function command(name: string, ...args: string[]): Promise<Said> {
    const running = run(join(root, `apps/server/src/start/${name}.ts`), args, settings);
    const code = await running.ended;
    return { code, said: running.output().trim() };
  }
  return {
    data,
    url: `http://localhost:${port}`,
    /** A page of a simulated controller. */
    doors: `http://localhost:${port + 2001}`,
    keys: () => keysFrom(Buffer.from(readFileSync(join(data, "secret"), "utf8"), "base64")),
    backup: async (...args: string[]) => await command("backup", ...args),
    restore: async (...args: string[]) => await command("restore", ...args),
    verifyAudit: async () => await command("audit-verify"),
    /** @returns stops it again */
    async start() {
      const running = run(startScript, [], settings);
      await eventually(
        "the product is ready",
        () => {
          if (running.child.exitCode !== null) throw new Error(running.output());
          return running.output().includes("Terskel is ready at");
        },
        60_000,
      );
      return async () => await running.kill("SIGINT");
    },
    remove() {
      removeEmbedded(data);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

export type Installation = Awaited<ReturnType<typeof newInstallation>>;
