import assert from "node:assert/strict";
import { test } from "node:test";
import { backoffMs } from "./live.ts";

test("waits longer each time, half a minute at most before jitter", () => {
  const waits = [0, 1, 2, 3, 4, 5, 20].map((attempt) => backoffMs(attempt, () => 0));
  assert.deepEqual(waits, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});

test("spreads the attempts of many readers over a quarter of the wait", () => {
  assert.equal(
    backoffMs(1, () => 1),
    2_500,
  );
});
