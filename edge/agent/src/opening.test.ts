import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { test, type TestContext } from "node:test";
import { createBuffer } from "./buffer.ts";
import type { DoorHardware } from "./hardware.ts";
import { createOpening, type Attempt } from "./opening.ts";
import { createSeenCommands } from "./seen-commands.ts";
import { createSimulatedDoors } from "./simulated-doors.ts";
import { openStore } from "./store.ts";

const door = randomUUID();
const attempt = (): Attempt => ({
  id: randomUUID(),
  door,
  at: "2026-03-02T08:00:00.000Z",
  credential: "card",
});

function store(t: TestContext): { db: DatabaseSync; readonly reopen: () => DatabaseSync } {
  const path = mkdtempSync(join(tmpdir(), "terskel-opening-"));
  let db = openStore(path, () => {});
  t.after(() => {
    db.close();
    rmSync(path, { recursive: true });
  });
  return {
    db,
    reopen() {
      db.close();
      return (db = openStore(path, () => {}));
    },
  };
}

/** As when the disk is full: SQLite itself answers SQLITE_FULL. */
function fillDisk(db: DatabaseSync): void {
  db.exec("CREATE TABLE ballast (bytes BLOB)");
  const pages = Number(db.prepare("PRAGMA page_count").get()?.["page_count"]);
  db.exec(`PRAGMA max_page_count = ${pages}`);
  const fill = db.prepare("INSERT INTO passage (id, body, seq) VALUES (?, ?, NULL)");
  assert.throws(() => {
    for (;;) fill.run(randomUUID(), " ".repeat(200));
  }, /full/);
}

test("on a full disk the door stays locked, and a command is not taken for carried out", async (t) => {
  const { db } = store(t);
  const doors = createSimulatedDoors();
  doors.setDoors([{ id: door, name: "Main entrance", output: 1, openSeconds: 1 }]);
  const events: string[] = [];
  const buffer = createBuffer(db);
  const seen = createSeenCommands(db);
  const opening = createOpening(
    doors,
    buffer,
    () => {},
    (_, event) => void events.push(event),
  );
  fillDisk(db);
  const refused = await opening.openOnce(attempt(), 1, () => seen.firstTime("c", 2e12, 1e12));
  assert.deepEqual(refused, { outcome: "refused", reason: "storage-fault" });
  assert.equal(doors.all()[0]?.unlockCount, 0);
  assert.deepEqual(opening.refuse(attempt(), "no-grant"), {
    outcome: "refused",
    reason: "no-grant",
  });
  assert.deepEqual(events, ["passage-not-stored", "passage-not-stored"]);

  db.exec("PRAGMA max_page_count = 100000");
  const opened = await opening.openOnce(attempt(), 0, () => seen.firstTime("c", 2e12, 1e12));
  assert.equal(opened.outcome, "opened");
  doors.stop();
});

test("a lock that never answers is a fault within two seconds", async (t) => {
  const { db } = store(t);
  const dead: DoorHardware = {
    setDoors() {},
    start() {},
    unlock: () => new Promise(() => {}),
    lockState: () => "unknown",
    stop() {},
  };
  const buffer = createBuffer(db);
  const opening = createOpening(
    dead,
    buffer,
    () => {},
    () => {},
  );
  const before = performance.now();
  const verdict = await opening.openOnce(attempt(), 1, () => true);
  assert.equal(verdict.reason, "hardware-fault");
  assert.ok(performance.now() - before < 3000);
  assert.equal(buffer.after(0, 10)[0]?.passage.reason, "hardware-fault");
});

test("an agent that died in the middle of an opening delivers it as opened", (t) => {
  const { db, reopen } = store(t);
  const begun = { ...attempt(), outcome: "opened", reason: "granted" } as const;
  const before = createBuffer(db);
  before.begin(begun, () => true);
  assert.deepEqual(before.after(0, 10), []);
  const buffer = createBuffer(reopen());
  assert.deepEqual(
    buffer.after(0, 10).map((each) => each.passage),
    [begun],
  );
  assert.equal(buffer.count(), 1);
});
