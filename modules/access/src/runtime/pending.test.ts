import assert from "node:assert/strict";
import { test } from "node:test";
import type { Note } from "./notes.ts";
import { createPending, MAX_PENDING } from "./pending.ts";

const passage = (id: number): Note => ({ kind: "passage", organisation: "o", id: String(id) });
const at = (second: number) => new Date(second * 1000);

test("a listener that does not read keeps a time instead of ever more ids", () => {
  const pending = createPending(() => undefined);
  for (let id = 0; id <= MAX_PENDING; id += 1) pending.add(passage(id), at(100 + id));
  pending.add(passage(9999), at(9999));
  const news = pending.take();
  assert.deepEqual([...(news?.passages ?? [])], ["9999"]);
  assert.deepEqual(news?.since, at(100));
});

test("what could not be read is read since the oldest of it", () => {
  const pending = createPending(() => undefined);
  pending.add(passage(1), at(7));
  pending.add(passage(2), at(8));
  pending.putBack(pending.take()!);
  pending.missedSince(at(9));
  assert.deepEqual(pending.take()?.since, at(7));
});

test("a listener is rung for when something is there, and takes it once", () => {
  let rings = 0;
  const pending = createPending(() => (rings += 1));
  assert.equal(pending.take(), undefined);
  pending.add(passage(1), at(1));
  pending.missedSince(at(1));
  assert.equal(rings, 2);
  assert.deepEqual([...(pending.take()?.passages ?? [])], ["1"]);
  assert.equal(pending.take(), undefined);
});

test("the same words are told once, a correction again", () => {
  const pending = createPending(() => undefined);
  const lock = {
    event: "lock",
    organisation: "o",
    door: "d",
    lock: "locked",
    position: "closed",
    online: true,
  } as const;
  assert.ok(pending.isNew(lock));
  assert.ok(!pending.isNew(lock));
  assert.ok(pending.isNew({ ...lock, lock: "unlocked" }));
  assert.ok(pending.isNew(lock));
});
