import { setTimeout as wait } from "node:timers/promises";

/** Waits until it is so, at most `withinMs`; then fails by name. */
export async function eventually(
  what: string,
  isSo: () => boolean,
  withinMs = 20_000,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`not within ${withinMs} ms: ${what}`);
    await wait(5);
  }
}
