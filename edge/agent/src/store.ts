import { renameSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Log } from "./log.ts";
import { makeFolder } from "./folder.ts";

// Each brings a store from the version before to the next.
const STEPS = [
  // `seq` is the order of delivery, given when the outcome is known; null before.
  `
  CREATE TABLE access_list (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    revision INTEGER NOT NULL,
    jws TEXT NOT NULL
  ) STRICT;
  CREATE TABLE passage (id TEXT PRIMARY KEY, body TEXT NOT NULL, seq INTEGER UNIQUE) STRICT;
  CREATE TABLE command (id TEXT PRIMARY KEY, forget_after_ms INTEGER NOT NULL) STRICT;
  `,
  // What is no longer there, counted; `seq` is null while the count grows.
  `
  ALTER TABLE passage ADD COLUMN refused INTEGER NOT NULL DEFAULT 0;
  UPDATE passage SET refused = body ->> 'outcome' = 'refused';
  CREATE INDEX passage_refused ON passage (seq) WHERE refused = 1;
  CREATE TABLE loss (
    id TEXT PRIMARY KEY,
    door TEXT NOT NULL,
    since TEXT NOT NULL,
    at TEXT NOT NULL,
    opened INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    seq INTEGER UNIQUE
  ) STRICT;
  `,
  // A row an alarm, whether it stands or waits; `id` is of what is told last, `seq` null once that is receipted.
  `
  CREATE TABLE alarm (
    alarm TEXT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    door TEXT NOT NULL,
    kind TEXT NOT NULL,
    began TEXT NOT NULL,
    ended TEXT,
    seq INTEGER UNIQUE
  ) STRICT;
  `,
  // When the cloud last said that the list is the newest, by its own clock.
  `
  CREATE TABLE heard (one INTEGER PRIMARY KEY CHECK (one = 1), at_ms INTEGER NOT NULL) STRICT;
  `,
  // When each door was opened last that waits for the first person. Not by whom.
  `
  CREATE TABLE first_person (door TEXT PRIMARY KEY, at_ms INTEGER NOT NULL) STRICT;
  `,
  // What was typed in vain at each door, until something right is. Not what.
  `
  CREATE TABLE keypad (
    door TEXT PRIMARY KEY,
    wrong INTEGER NOT NULL,
    closings INTEGER NOT NULL,
    last_ms INTEGER NOT NULL,
    closed_until_ms INTEGER NOT NULL
  ) STRICT;
  `,
  // Who is inside an area, since when, until they leave or are forgiven; and which resets were obeyed.
  `
  CREATE TABLE inside (
    area TEXT NOT NULL,
    person TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (area, person)
  ) STRICT;
  CREATE TABLE area_reset (id TEXT PRIMARY KEY) STRICT;
  `,
];

const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

/**
 * The controller's one file, `agent.sqlite` in its data folder. A commit is on the disk when it returns. Throws when the
 * folder cannot be written, another agent has the file, or a newer agent made it. A file that is no database any more is
 * moved aside, never deleted: the list comes again from the cloud, the door goes on.
 */
export function openStore(dataFolder: string, log: Log): DatabaseSync {
  // What lies here says who passed which door: for the agent's own user only.
  makeFolder(dataFolder);
  const file = join(dataFolder, "agent.sqlite");
  try {
    return openFile(file);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    log("error", "store-damaged", { movedTo: `${file}.damaged` });
    for (const suffix of ["", "-wal"]) moveAside(`${file}${suffix}`);
    return openFile(file);
  }
}

function openFile(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  try {
    // Exclusive: two agents on one folder would each open a door for the same command.
    db.exec("PRAGMA locking_mode = EXCLUSIVE");
    db.exec("PRAGMA journal_mode = WAL");
    db.exec("PRAGMA synchronous = FULL");
    // A receipted passage is gone from the disk, not only from the index.
    db.exec("PRAGMA secure_delete = ON");
    const version = Number(db.prepare("PRAGMA user_version").get()?.["user_version"]);
    if (version > STEPS.length) throw new Error(`${file} was made by a newer agent`);
    if (version < STEPS.length) upgrade(db, version);
    const check = db.prepare("PRAGMA quick_check(1)").get()?.["quick_check"];
    if (check !== "ok") throw Object.assign(new Error("damaged"), { errcode: SQLITE_CORRUPT });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The same tables in memory, empty. */
export function openInMemory(): DatabaseSync {
  const db = new DatabaseSync(":memory:");
  upgrade(db, 0);
  return db;
}

function upgrade(db: DatabaseSync, from: number): void {
  atomically(db, () => {
    for (const step of STEPS.slice(from)) db.exec(step);
    db.exec(`PRAGMA user_version = ${STEPS.length}`);
  });
}

function isDamaged(error: unknown): boolean {
  if (!(error instanceof Error) || !("errcode" in error)) return false;
  return error.errcode === SQLITE_CORRUPT || error.errcode === SQLITE_NOTADB;
}

function moveAside(file: string): void {
  try {
    renameSync(file, `${file}.damaged`);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

/** All of `run` or nothing of it. Rethrows what it throws. */
export function atomically<Result>(db: DatabaseSync, run: () => Result): Result {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = run();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    // SQLite has already rolled back by itself when the disk is full.
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}
