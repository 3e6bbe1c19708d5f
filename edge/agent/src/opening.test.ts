import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import type { DoorHardware } from "./hardware.ts";
import { createJournal } from "./journal.ts";
import { createOpening } from "./opening.ts";
import { createSimulatedDoors } from "./simulated-doors.ts";
import { createStorages } from "./storage.ts";
import { openInMemory } from "./store.ts";

const door = randomUUID();
const attempt = { id: randomUUID(), door, at: "2026-03-02T08:00:00.000Z" };
const once = { id: "c", expiresAtMs: 2000, nowMs: 1000 };

function openingOf(hardware: DoorHardware) {
  const db = openInMemory();
  const { disk, memory } = createStorages(db, 100, () => {});
  const journal = createJournal(disk, memory, () => {});
  const opening = createOpening({
    hardware,
    journal,
    logOf: () => undefined,
    onPassage: () => {},
    log: () => {},
  });
  return { db, journal, opening };
}

test("a lock that never answers is a fault within two seconds", async () => {
  const { journal, opening } = openingOf({
    setDoors() {},
    start() {},
    unlock: () => new Promise(() => {}),
    hold: () => new Promise(() => {}),
    release: () => new Promise(() => {}),
    lockState: () => "unknown",
    position: () => "unknown",
    warn() {},
    stop() {},
  });
  const before = performance.now();
  const verdict = await opening.openOnce({ ...attempt, credential: "card" }, 1);
  assert.equal(verdict.reason, "hardware-fault");
  assert.ok(performance.now() - before < 3000);
  const [told] = journal.after(0, 10);
  assert.ok(told && "reason" in told.event);
  assert.equal(told.event.reason, "hardware-fault");
});

test("a disk that cannot even be read opens to a card, and to no command: it may have been carried out", async () => {
  const doors = createSimulatedDoors();
  doors.setDoors([{ id: door, name: "Main entrance", output: 1, openSeconds: 1 }]);
  const { db, opening } = openingOf(doors);
  db.close();
  const byCommand = await opening.openOnce({ ...attempt, credential: "remote" }, 0, once);
  assert.deepEqual(byCommand, { outcome: "refused", reason: "storage-fault" });
  assert.equal(doors.all()[0]?.unlockCount, 0);
  const byCard = await opening.openOnce({ ...attempt, credential: "card" }, 0);
  assert.deepEqual(byCard, { outcome: "opened", reason: "granted" });
  assert.equal(doors.all()[0]?.unlockCount, 1);
  doors.stop();
});
