import { readdirSync, readFileSync } from "node:fs";

/** The process that runs the simulated doors behind a port: its arguments name it. */
export function doorProcess(doorsUrl: string): number {
  const { port } = new URL(doorsUrl);
  for (const name of readdirSync("/proc").filter((each) => /^\d+$/.test(each))) {
    const words = argumentsOf(name);
    const is = words.some((word) => word.endsWith("edge/simulator/src/main.ts"));
    if (is && words[words.indexOf("--port") + 1] === port) return Number(name);
  }
  throw new Error(`No process runs the doors at ${doorsUrl}.`);
}

function argumentsOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    // It has ended since the listing.
    return [];
  }
}
