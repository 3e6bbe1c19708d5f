import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { TestCloud } from "@terskel/edge-agent/test-cloud";
import { z } from "zod";
import type { SmallDisk } from "./small-disk.test-support.ts";

const ready = z.object({ ready: z.literal(true), url: z.string() });

export type Running = {
  readonly child: ChildProcess;
  readonly url: string;
  /** What it has logged so far. */
  readonly log: () => string;
};
export type Place = {
  readonly folder: string;
  /** The simulator in a process of its own, over the same data each time. Rejects when it does not get ready. */
  start(port?: number): Promise<Running>;
  /** The same, for a start that should fail: its exit code and what it printed. */
  fail(...args: string[]): Promise<{ code: unknown; text: string }>;
};

const MAIN = new URL("./main.ts", import.meta.url).pathname;

export function place(t: TestContext, cloud: TestCloud, disk?: SmallDisk): Place {
  const folder = mkdtempSync(join(tmpdir(), "terskel-simulator-"));
  const enrolment = join(folder, "enrolment.json");
  const cards = join(folder, "cards.json");
  writeFileSync(enrolment, JSON.stringify(cloud.enrolment));
  writeFileSync(cards, JSON.stringify([{ number: "4711", label: "Kari's card" }]));
  const data = disk?.data ?? join(folder, "data");
  const children = new Set<ChildProcess>();
  t.after(async () => {
    for (const child of children) {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGKILL");
        await once(child, "exit");
      }
    }
    rmSync(folder, { recursive: true });
  });
  const run = (args: string[]): ChildProcess => {
    const stdio = ["ignore", "pipe", "pipe", "ipc"] as const;
    const line = [...(disk?.command ?? []), process.execPath, MAIN, ...args];
    const child = spawn(line[0]!, line.slice(1), { stdio: [...stdio] });
    children.add(child);
    return child;
  };
  return {
    folder,
    async start(port = 0) {
      const child = run(
        ["--enrolment", enrolment, "--data", data, "--cards", cards].concat("--port", `${port}`),
      );
      let logged = "";
      child.stderr?.on("data", (chunk) => (logged += String(chunk)));
      const [line] = await Promise.race([once(child.stdout!, "data"), once(child, "exit")]);
      return { child, url: ready.parse(JSON.parse(String(line))).url, log: () => logged };
    },
    async fail(...args) {
      const child = run(["--enrolment", enrolment, "--data", data, ...args]);
      let text = "";
      child.stderr?.on("data", (chunk) => (text += String(chunk)));
      const [code] = await once(child, "close");
      return { code, text };
    },
  };
}
