import { readFileSync } from "node:fs";
import { createAgent } from "@terskel/edge-agent";
import { createSimulatedDoors } from "@terskel/edge-agent/simulated-doors";
import { enrolment } from "@terskel/edge-protocol";

/** What the bench asks of a controller's process, and what that answers. */
export type Ask = { readonly asks: readonly { readonly door: string; readonly number: string }[] };
export type Answer =
  | {
      readonly ready: true;
      readonly cpuMs: number;
      readonly rssBytes: number;
      readonly peakBytes: number;
    }
  | {
      readonly tookMs: readonly number[];
      readonly opened: number;
      readonly rssBytes: number;
      readonly peakBytes: number;
    };

// A controller with simulated doors in a process of its own: enrolment file and data folder.
const [file = "", dataFolder = ""] = process.argv.slice(2);
const hardware = createSimulatedDoors();
const agent = await createAgent({
  enrolment: enrolment.parse(JSON.parse(readFileSync(file, "utf8"))),
  dataFolder,
  hardware,
  clock: Date.now,
  log: (level, event, fields) =>
    void (level !== "error" || process.stderr.write(`${event} ${JSON.stringify(fields ?? {})}\n`)),
});
const memory = () => ({
  rssBytes: process.memoryUsage.rss(),
  // In kilobytes; of the process since its start.
  peakBytes: process.resourceUsage().maxRSS * 1024,
});
const say = (answer: Answer): void => void process.send?.(answer);

async function answer({ asks }: Ask): Promise<void> {
  const tookMs: number[] = [];
  let opened = 0;
  for (const { door, number } of asks) {
    const started = performance.now();
    const { outcome } = await hardware.present(door, "card", number);
    tookMs.push(performance.now() - started);
    opened += Number(outcome === "opened");
  }
  say({ tookMs, opened, ...memory() });
}

process.on("message", (ask) => void answer(ask as Ask));
process.on("disconnect", () => void agent.stop().then(() => process.exit(0)));
const { user, system } = process.cpuUsage();
say({ ready: true, cpuMs: (user + system) / 1000, ...memory() });
