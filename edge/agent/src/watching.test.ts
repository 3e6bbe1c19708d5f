import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import type { DoorPosition } from "@terskel/edge-protocol";
import { createJournal, type Journal } from "./journal.ts";
import { createStorages } from "./storage.ts";
import { openInMemory } from "./store.ts";
import { createWatching } from "./watching.ts";

const id = randomUUID();
const quiet = () => {};

function openJournal(): Journal {
  const { disk, memory } = createStorages(openInMemory(), 100, quiet);
  return createJournal(disk, memory, quiet);
}

/** An agent that starts at a locked door, with what an earlier one has left in the journal. */
function start(journal: Journal, position: DoorPosition) {
  const listed = { id, name: "Door", output: 1, openSeconds: 5, heldAfterSeconds: 30 };
  let aheadMs = 0;
  const watching = createWatching({
    hardware: { lockState: () => "locked", position: () => position, warn: quiet },
    journal,
    pump: quiet,
    doors: () => new Map([[id, listed]]),
    clock: () => Date.now() + aheadMs,
    log: quiet,
  });
  watching.review();
  return {
    saw: watching.saw,
    later(ms: number) {
      aheadMs += ms;
      watching.review();
    },
  };
}
const told = (journal: Journal) =>
  journal
    .after(0, 100)
    .map(({ event }) => ("alarm" in event ? [event.kind, event.ended !== undefined] : []));

test("an alarm that stands goes on across a restart, told once, and ends when the door is closed", () => {
  const journal = openJournal();
  start(journal, "closed").saw(id, { what: "leaf", position: "open" });
  const [began] = journal.standing();
  assert.equal(began?.kind, "forced");
  journal.remove([began.id]);
  const again = start(journal, "open");
  again.later(60_000);
  assert.deepEqual(told(journal), []);
  assert.deepEqual(journal.standing(), [began]);
  again.saw(id, { what: "leaf", position: "closed" });
  assert.deepEqual(told(journal), [["forced", true]]);
  assert.deepEqual(journal.standing(), []);
});

test("an alarm whose door is closed at the next start has ended", () => {
  const journal = openJournal();
  start(journal, "closed").saw(id, { what: "leaf", position: "open" });
  start(journal, "closed");
  assert.deepEqual(told(journal), [["forced", true]]);
});

test("a door that is found open at the first start is not forced, and has its time from then on", () => {
  const journal = openJournal();
  const agent = start(journal, "open");
  assert.deepEqual(told(journal), []);
  agent.later(31_000);
  assert.deepEqual(told(journal), [["held", false]]);
});
