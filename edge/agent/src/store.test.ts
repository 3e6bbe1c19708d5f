import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test, type TestContext } from "node:test";
import { openStore } from "./store.ts";

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), "terskel-store-"));
  t.after(() => rmSync(path, { recursive: true }));
  return path;
}

test("the folder is made, for its own user only, and a commit is on the disk", (t) => {
  const path = join(folder(t), "new");
  const db = openStore(path, () => {});
  assert.equal(statSync(path).mode & 0o777, 0o700);
  assert.equal(db.prepare("PRAGMA journal_mode").get()?.["journal_mode"], "wal");
  assert.equal(db.prepare("PRAGMA synchronous").get()?.["synchronous"], 2);
  db.close();
});

test("a second agent on the same folder is refused", (t) => {
  const path = folder(t);
  const db = openStore(path, () => {});
  db.exec("INSERT INTO command VALUES ('a', 1)");
  assert.throws(() => openStore(path, () => {}), /locked/);
  db.close();
});

test("what a newer agent made is refused and left as it is", (t) => {
  const path = folder(t);
  const db = openStore(path, () => {});
  db.exec("PRAGMA user_version = 1000");
  db.close();
  assert.throws(() => openStore(path, () => {}), /newer/);
  assert.ok(!existsSync(join(path, "agent.sqlite.damaged")));
});

test("a store of an earlier agent is brought up to date, with what it holds", (t) => {
  const path = folder(t);
  const earlier = openStore(path, () => {});
  earlier.exec(
    "DROP TABLE area_reset; DROP TABLE inside; DROP TABLE keypad; DROP TABLE first_person; DROP TABLE heard; DROP TABLE alarm; DROP TABLE loss; DROP INDEX passage_refused; PRAGMA user_version = 1",
  );
  earlier.exec("ALTER TABLE passage DROP COLUMN refused");
  const insert = earlier.prepare("INSERT INTO passage (id, body, seq) VALUES (?, ?, ?)");
  insert.run("a", JSON.stringify({ outcome: "refused" }), 1);
  insert.run("b", JSON.stringify({ outcome: "opened" }), null);
  earlier.close();
  const db = openStore(path, () => {});
  const rows = db.prepare("SELECT id, seq, refused FROM passage ORDER BY id").all();
  assert.deepEqual(
    rows.map((row) => ({ ...row })),
    [
      { id: "a", seq: 1, refused: 1 },
      { id: "b", seq: null, refused: 0 },
    ],
  );
  db.close();
});

test("a file that is no database is moved aside, and the agent goes on", (t) => {
  const path = folder(t);
  writeFileSync(join(path, "agent.sqlite"), "torn".repeat(5000));
  const events: string[] = [];
  openStore(path, (_, event) => void events.push(event)).close();
  assert.deepEqual(events, ["store-damaged"]);
  assert.ok(existsSync(join(path, "agent.sqlite.damaged")));
  new DatabaseSync(join(path, "agent.sqlite")).close();
});

test("a folder that cannot be made is an error at the start", (t) => {
  const path = folder(t);
  writeFileSync(join(path, "file"), "");
  assert.throws(() => openStore(join(path, "file", "data"), () => {}));
});
