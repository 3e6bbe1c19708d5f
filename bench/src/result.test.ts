import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { present } from "./result.ts";

test("a table, and as the last line JSON", () => {
  const text = present("some", {
    table: [
      { name: "a", "per second": 12_345 },
      { name: "longer", "per second": 1 },
    ],
    ratios: { a: 2 },
    figures: { aPerSecond: 12_345 },
  });
  const lines = text.trimEnd().split("\n");
  assert.deepEqual(lines.slice(0, 3), [
    "name    per second",
    "a           12,350",
    "longer           1",
  ]);
  assert.deepEqual(JSON.parse(lines.at(-1)!), {
    bench: "some",
    ratios: { a: 2 },
    figures: { aPerSecond: 12_345 },
  });
});

test("an unknown name, or none, lists the benchmarks and fails", () => {
  const main = new URL("./main.ts", import.meta.url).pathname;
  for (const args of [[], ["nothing"], ["../result"]]) {
    const ran = spawnSync(process.execPath, [main, ...args], { encoding: "utf8" });
    assert.equal(ran.status, 1);
    assert.match(ran.stderr, /decision +edge\/decision beside/);
    assert.equal(ran.stdout, "");
  }
});
