import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Log } from "./log.ts";

const VERSION = 1;

// `seq` is the order of delivery, given when the outcome is known; null before.
const SCHEMA = `
  CREATE TABLE access_list (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    revision INTEGER NOT NULL,
    jws TEXT NOT NULL
  ) STRICT;
  CREATE TABLE passage (id TEXT PRIMARY KEY, body TEXT NOT NULL, seq INTEGER UNIQUE) STRICT;
  CREATE TABLE command (id TEXT PRIMARY KEY, forget_after_ms INTEGER NOT NULL) STRICT;
  PRAGMA user_version = ${VERSION};
`;

const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

/**
 * The controller's one file, `agent.sqlite` in its data folder. A commit is on the disk when it returns. Throws when the
 * folder cannot be written, another agent has the file, or a newer agent made it. A file that is no database any more is
 * moved aside, never deleted: the list comes again from the cloud, the door goes on.
 */
export function openStore(dataFolder: string, log: Log): DatabaseSync {
  // What lies here says who passed which door: for the agent's own user only.
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
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
    if (version > VERSION) throw new Error(`${file} was made by a newer agent`);
    if (version === 0) atomically(db, () => db.exec(SCHEMA));
    const check = db.prepare("PRAGMA quick_check(1)").get()?.["quick_check"];
    if (check !== "ok") throw Object.assign(new Error("damaged"), { errcode: SQLITE_CORRUPT });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
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
