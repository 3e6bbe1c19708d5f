import assert from "node:assert/strict";
import { test } from "node:test";
import { reminderDue } from "./clock.ts";

const row = { due_at: new Date("2026-12-24T22:59:59Z"), country: "NO" };
const at = (now: string) => reminderDue(row, new Date(now));

test("the desk is reminded 14, 7 and 2 days before, each once", () => {
  assert.equal(at("2026-12-09T10:00:00Z"), undefined);
  assert.deepEqual(at("2026-12-10T10:00:00Z"), { about: "14", once: "14" });
  assert.deepEqual(at("2026-12-12T10:00:00Z"), { about: "14", once: "14" });
  assert.deepEqual(at("2026-12-17T10:00:00Z"), { about: "7", once: "7" });
  assert.deepEqual(at("2026-12-22T10:00:00Z"), { about: "2", once: "2" });
  assert.deepEqual(at("2026-12-24T22:59:59Z"), { about: "2", once: "2" });
});

test("after a while without the service it is the most urgent reminder only", () => {
  assert.deepEqual(at("2026-12-23T10:00:00Z"), { about: "2", once: "2" });
});

test("overdue, it is one each day", () => {
  assert.deepEqual(at("2026-12-24T23:10:00Z"), { about: "overdue", once: "overdue 1" });
  assert.deepEqual(at("2026-12-26T09:00:00Z"), { about: "overdue", once: "overdue 2" });
});
