import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { test, type TestContext } from "node:test";
import * as fc from "fast-check";
import type { Alarm, Loss, Passage } from "@terskel/edge-protocol";
import { createJournal, type Journal } from "./journal.ts";
import type { Log } from "./log.ts";
import { createStorages } from "./storage.ts";
import { openStore } from "./store.ts";

const door = randomUUID();
const minute = (n: number): string => new Date(Date.UTC(2026, 2, 2, 8, n)).toISOString();
const passage = (outcome: "opened" | "refused", n = 0, at = door): Passage => ({
  id: randomUUID(),
  door: at,
  at: minute(n),
  credential: "card",
  outcome,
  reason: outcome === "opened" ? "granted" : "unknown-credential",
});

function place(t: TestContext, maxPassages: number) {
  const folder = mkdtempSync(join(tmpdir(), "terskel-journal-"));
  const lines: string[] = [];
  const log: Log = (_, event) => void lines.push(event);
  let db: DatabaseSync;
  const open = (): Journal => {
    db = openStore(folder, () => {});
    const { disk, memory } = createStorages(db, maxPassages, log);
    return createJournal(disk, memory, log);
  };
  let journal = open();
  t.after(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });
  return {
    lines,
    journal,
    /** An agent that ends in order saves what it can; a killed one does not. */
    reopen: (inOrder = true): Journal => {
      if (inOrder) journal.save();
      db.close();
      return (journal = open());
    },
    /** The disk takes nothing any more; a full one, for real, is in the simulator's tests. */
    fill: () => db.exec("PRAGMA query_only = ON"),
    makeRoom: () => db.exec("PRAGMA query_only = OFF"),
  };
}

const all = (journal: Journal): (Passage | Loss | Alarm)[] =>
  journal.after(0, 10_000).map(({ event }) => event);
const passagesIn = (journal: Journal): Passage[] =>
  all(journal).filter((event) => "outcome" in event);
const lossesIn = (journal: Journal): Loss[] => all(journal).filter((event) => "since" in event);

function open(journal: Journal, opened: Passage): void {
  journal.begin(opened);
  journal.settle(opened, opened);
}

test("full, it gives up the oldest refusals first, then the oldest openings, and counts both", (t) => {
  const { journal } = place(t, 4);
  const refusals = [passage("refused", 0), passage("refused", 1)];
  const openings = Array.from({ length: 5 }, (_, n) => passage("opened", 2 + n));
  for (const each of refusals) journal.add(each);
  for (const each of openings) open(journal, each);
  assert.deepEqual(
    passagesIn(journal).map(({ id }) => id),
    openings.slice(1).map(({ id }) => id),
  );
  const [{ id, ...loss }, ...more] = lossesIn(journal) as [Loss];
  assert.ok(id);
  assert.deepEqual(loss, { door, since: minute(0), at: minute(2), opened: 1, refused: 2 });
  assert.deepEqual(more, []);
});

test("a refusal takes no opening's place: whoever holds up unknown cards cannot empty the log", (t) => {
  const { journal } = place(t, 3);
  const openings = [passage("opened"), passage("opened"), passage("opened")];
  for (const each of openings) open(journal, each);
  for (let n = 0; n < 50; n += 1) journal.add(passage("refused", n));
  assert.deepEqual(
    passagesIn(journal).map(({ id }) => id),
    openings.map(({ id }) => id),
  );
  assert.deepEqual(
    lossesIn(journal).map(({ opened, refused, at }) => [opened, refused, at]),
    [[0, 50, minute(49)]],
  );
});

test("a count that is on its way stays as it is; what is lost later is another, each door's its own", (t) => {
  const { journal, reopen } = place(t, 1);
  const other = randomUUID();
  for (let n = 0; n < 3; n += 1) open(journal, passage("opened", n));
  const [first] = lossesIn(journal);
  assert.equal(first?.opened, 2);
  open(journal, passage("opened", 3));
  open(journal, passage("opened", 4, other));
  assert.deepEqual(lossesIn(journal), [first], "it waits for the first one's receipt");
  const again = reopen();
  again.remove([first.id]);
  const next = lossesIn(again);
  assert.deepEqual(
    next.map((loss) => [loss.door, loss.opened]),
    [[door, 2]],
  );
  open(again, passage("opened", 5));
  assert.deepEqual(
    lossesIn(again).map((loss) => [loss.door, loss.opened]),
    [
      [door, 2],
      [other, 1],
    ],
  );
});

test("whatever happens, each passage is there or counted as lost", (t) => {
  const step = fc.constantFrom("open", "refuse", "receipt", "restart", "fill", "room");
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 40 }),
      fc.integer({ min: 1, max: 6 }),
      (steps, most) => {
        const at = place(t, most);
        let { journal } = at;
        const happened = { opened: 0, refused: 0 };
        const told = { opened: 0, refused: 0 };
        const receive = () => {
          const events = all(journal);
          for (const event of events) {
            if ("outcome" in event) told[event.outcome] += 1;
            else if ("since" in event) {
              told.opened += event.opened;
              told.refused += event.refused;
            }
          }
          journal.remove(events.map(({ id }) => id));
        };
        let full = false;
        for (const each of steps) {
          if (each === "open") {
            open(journal, passage("opened"));
            happened.opened += 1;
          } else if (each === "refuse") {
            journal.add(passage("refused"));
            happened.refused += 1;
          } else if (each === "receipt") {
            // A disk that takes nothing forgets nothing either, so what it held would be told twice.
            if (!full) receive();
          } else if (each === "restart") {
            // What is in memory alone dies with the agent.
            if (!full) journal = at.reopen();
          } else if (each === "fill" && !full) {
            at.fill();
            full = true;
          } else if (each === "room") {
            at.makeRoom();
            full = false;
          }
        }
        at.makeRoom();
        while (journal.count() > 0) receive();
        assert.deepEqual(told, happened);
      },
    ),
    { numRuns: 60 },
  );
});

test("while the disk takes nothing, nothing is lost: it waits in memory, and goes to the disk when that works again", (t) => {
  const { journal, fill, makeRoom, reopen, lines } = place(t, 100);
  const before = passage("opened", 0);
  open(journal, before);
  fill();
  const openings = [passage("opened", 1), passage("opened", 2)];
  for (const each of openings) open(journal, each);
  journal.add(passage("refused", 3));
  assert.equal(journal.count(), 4);
  assert.equal(passagesIn(journal).length, 4);
  assert.ok(lines.includes("passage-in-memory"));
  makeRoom();
  journal.add(passage("refused", 4));
  assert.ok(lines.includes("memory-on-disk"));
  const kept = passagesIn(reopen());
  assert.deepEqual(
    kept.map(({ at }) => at),
    [0, 1, 2, 3, 4].map(minute),
  );
});

test("a passage that was begun before the disk failed is told as it ended", (t) => {
  const { journal, fill, makeRoom } = place(t, 100);
  const begun = passage("opened");
  journal.begin(begun);
  fill();
  journal.settle(begun, { outcome: "refused", reason: "hardware-fault" });
  makeRoom();
  journal.add(passage("refused"));
  assert.deepEqual(
    passagesIn(journal).map(({ reason }) => reason),
    ["hardware-fault", "unknown-credential"],
  );
});

test("memory has an end too, and counts what it gives up", (t) => {
  const { journal, fill } = place(t, 100);
  fill();
  for (let n = 0; n < 1200; n += 1) journal.add(passage("refused", n));
  assert.equal(passagesIn(journal).length, 1000);
  assert.equal(lossesIn(journal)[0]?.refused, 200);
});

test("a command is carried out once, whether disk or memory remembers it", (t) => {
  const { journal, fill, makeRoom } = place(t, 100);
  const command = (id: string) => ({ id, expiresAtMs: 2000, nowMs: 1000 });
  assert.equal(journal.begin(passage("opened"), command("on disk")), true);
  fill();
  assert.equal(journal.begin(passage("opened"), command("on disk")), false);
  assert.equal(journal.begin(passage("opened"), command("in memory")), true);
  assert.equal(journal.begin(passage("opened"), command("in memory")), false);
  makeRoom();
  assert.equal(journal.begin(passage("opened"), command("in memory")), false);
  assert.equal(journal.begin(passage("opened"), command("later")), true);
});

test("an agent that died in the middle of an opening delivers it as opened", (t) => {
  const { journal, reopen } = place(t, 100);
  const begun = passage("opened");
  journal.begin(begun);
  assert.deepEqual(all(journal), []);
  const again = reopen(false);
  assert.deepEqual(all(again), [begun]);
  assert.equal(again.count(), 1);
});

const alarm = (): Alarm => {
  const id = randomUUID();
  return { id, alarm: id, door, kind: "forced", began: minute(0) };
};
const ended = (began: Alarm): Alarm => ({ ...began, id: randomUUID(), ended: minute(5) });

test("an alarm stands until it ends, also when its beginning is receipted and the agent was away", (t) => {
  const { journal, reopen } = place(t, 4);
  const began = alarm();
  journal.alarm(began);
  assert.deepEqual(all(journal), [began]);
  journal.remove([began.id]);
  assert.deepEqual([all(journal), journal.count()], [[], 0]);
  const again = reopen();
  assert.deepEqual(again.standing(), [began]);
  const end = ended(began);
  again.alarm(end);
  assert.deepEqual([again.standing(), all(again)], [[], [end]]);
  again.remove([began.id]);
  assert.deepEqual(all(again), [end], "the receipt of its beginning is none of its end");
  again.remove([end.id]);
  assert.equal(again.count(), 0);
});

test("an alarm that ends before anybody heard of it is told once, in the order of things", (t) => {
  const { journal } = place(t, 4);
  const [began, refusal] = [alarm(), passage("refused")];
  journal.alarm(began);
  journal.add(refusal);
  const end = ended(began);
  journal.alarm(end);
  assert.deepEqual(all(journal), [refusal, end]);
});

test("an alarm that the disk does not take is told from memory, and is on the disk when it takes it", (t) => {
  const { journal, fill, makeRoom, reopen } = place(t, 4);
  const began = alarm();
  fill();
  journal.alarm(began);
  assert.deepEqual(all(journal), [began]);
  makeRoom();
  assert.deepEqual(all(reopen()), [began]);
});
