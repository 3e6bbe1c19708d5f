import assert from "node:assert/strict";
import { test } from "node:test";
import { shownAt, type Pass } from "./shown.ts";

const START = Date.parse("2026-03-02T08:00:00Z");
const at = (seconds: number) => START + seconds * 1000;
const pass: Pass = {
  at: new Date(START).toISOString(),
  codes: Array.from({ length: 3 }, (_, step) => ({
    text: `code ${step}`,
    from: new Date(at(step * 30)).toISOString(),
    until: new Date(at(step * 30 + 30)).toISOString(),
  })),
  doors: { known: 1, waiting: 0, offline: 0 },
};
const text = (seconds: number, fromMs = 0) => shownAt(pass, at(seconds), fromMs)?.text;

test("each code is shown in its half minute, and none when the last is over", () => {
  assert.deepEqual(
    [-0.2, 0, 29.9, 30, 89.9, 90].map((seconds) => text(seconds)),
    ["code 0", "code 0", "code 0", "code 1", "code 2", undefined],
  );
});

test("the next code is had before its time, and stays until it is over", () => {
  const early = at(30);
  assert.deepEqual(
    [10, 30, 59.9, 60].map((seconds) => text(seconds, early)),
    ["code 1", "code 1", "code 1", "code 2"],
  );
});

test("no more than the next may be had, and none after the last", () => {
  assert.equal(shownAt(pass, at(10), 0)?.hasNext, true);
  assert.equal(shownAt(pass, at(10), at(30))?.hasNext, false);
  assert.equal(shownAt(pass, at(40), at(30))?.hasNext, true);
  assert.equal(shownAt(pass, at(70), 0)?.hasNext, false);
});
