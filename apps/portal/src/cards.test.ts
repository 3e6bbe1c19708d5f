import assert from "node:assert/strict";
import { test } from "node:test";
import { pollMs, type Card } from "./cards.ts";

const now = Date.parse("2026-03-02T08:00:00Z");
const card = (blocked?: { agoMs: number; waiting: number; offline: number }): Card => ({
  id: "1",
  kind: "fob",
  label: "Blue",
  createdAt: "2026-01-01T00:00:00Z",
  ...(blocked && {
    blocked: { ...blocked, at: new Date(now - blocked.agoMs).toISOString(), known: 1 },
  }),
});

test("one looks each second while a door is being told, and no longer than it takes", () => {
  const waiting = { agoMs: 2_000, waiting: 1, offline: 0 };
  assert.equal(pollMs([card(), card(waiting)], now), 1_000);
  assert.equal(pollMs([card({ ...waiting, agoMs: 120_000 })], now), 30_000);
});

test("one looks now and then while a door is away, and not when all is said", () => {
  assert.equal(pollMs([card({ agoMs: 2_000, waiting: 0, offline: 1 })], now), 30_000);
  assert.equal(pollMs([card(), card({ agoMs: 2_000, waiting: 0, offline: 0 })], now), false);
  assert.equal(pollMs([], now), false);
});
