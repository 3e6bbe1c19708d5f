import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { quantile } from "../measure.ts";

/** One copy: how long it took, how large it is, and the memory of the process that made it. */
export type Copied = {
  readonly ms: number;
  readonly bytes: number;
  /** The whole process, with the product in it. */
  readonly peakBytes: number;
  /** What it took more than when all was loaded and nothing copied. */
  readonly grownBytes: number;
};
export type Whose = {
  readonly appUrl: string;
  readonly member: string;
  readonly organisation: string;
  readonly holder: string;
};

const script = fileURLToPath(new URL("copy-process.ts", import.meta.url));

async function make(what: "ours" | "bare", whose: Whose): Promise<Copied> {
  const child = fork(script, [what, JSON.stringify(whose)]);
  const ended = once(child, "exit");
  const [copied] = (await Promise.race([once(child, "message"), ended])) as [Copied | number];
  await ended;
  if (typeof copied !== "object") throw new Error(`The copy's process ended with ${copied}.`);
  return copied;
}

/** Each copy in a process of its own, turn about: the median of five, and the most memory of any. */
export async function copyBeside(whose: Whose): Promise<{ ours: Copied; bare: Copied }> {
  const [ours, bare]: [Copied[], Copied[]] = [[], []];
  for (let round = 0; round < 5; round += 1) {
    ours.push(await make("ours", whose));
    bare.push(await make("bare", whose));
  }
  const usual = (all: readonly Copied[]): Copied => ({
    ms: quantile(
      all.map(({ ms }) => ms),
      0.5,
    ),
    bytes: Math.max(...all.map((each) => each.bytes)),
    peakBytes: Math.max(...all.map(({ peakBytes }) => peakBytes)),
    grownBytes: Math.max(...all.map(({ grownBytes }) => grownBytes)),
  });
  return { ours: usual(ours), bare: usual(bare) };
}
