import type { DatabaseSync } from "node:sqlite";
import type { AccessList, Confirmation, Verifier } from "@terskel/edge-protocol";
import { createFreshness, type Freshness } from "./freshness.ts";
import { putInForce, type ListInForce } from "./list-in-force.ts";
import { codeOf, type Log } from "./log.ts";

export type Lists = {
  current(): ListInForce | undefined;
  /** Takes a verified list into force. False, and nothing changes, for an older or equal revision or one not decidable. */
  accept(list: AccessList, jws: string): boolean;
  /** The cloud says which list is the newest, as of then. */
  confirm(confirmation: Confirmation): void;
  /** Has the cloud not been heard of for longer than the door decides alone? */
  isTooOld(door: string, nowMs: number): boolean;
};

/**
 * The access list in force, kept as it was signed and verified again at each start: the file is not trusted more than
 * the network.
 */
export async function createLists(db: DatabaseSync, verify: Verifier, log: Log): Promise<Lists> {
  const save = db.prepare(
    `INSERT INTO access_list (one, revision, jws) VALUES (1, ?, ?)
     ON CONFLICT (one) DO UPDATE SET revision = excluded.revision, jws = excluded.jws`,
  );
  const freshness = createFreshness(db, log);
  let current = await load(db, verify, freshness, log);
  return {
    current: () => current,
    accept(list, jws) {
      if (current && list.revision <= current.revision) {
        log("warn", "list-refused", { problem: "older-revision", revision: list.revision });
        return false;
      }
      try {
        current = putInForce(list);
      } catch (error) {
        log("error", "list-refused", { problem: codeOf(error), revision: list.revision });
        return false;
      }
      try {
        save.run(list.revision, jws);
      } catch (error) {
        // In force all the same, or an access that was taken away would go on. After a restart the cloud sends it again.
        log("error", "list-not-saved", { problem: codeOf(error), revision: list.revision });
      }
      freshness.heard(Date.parse(list.issuedAt));
      log("info", "list-in-force", { revision: list.revision, persons: list.persons.length });
      return true;
    },
    confirm({ revision, at }) {
      // Of another list than ours it says that ours is not the newest, which will come.
      if (revision === current?.revision) freshness.heard(Date.parse(at));
    },
    isTooOld: (door, nowMs) => freshness.isTooOld(current?.doors.get(door)?.aloneHours, nowMs),
  };
}

async function load(
  db: DatabaseSync,
  verify: Verifier,
  freshness: Freshness,
  log: Log,
): Promise<ListInForce | undefined> {
  const row = db.prepare("SELECT jws FROM access_list").get();
  if (!row) return undefined;
  try {
    const list = await verify("list", String(row["jws"]));
    freshness.heard(Date.parse(list.issuedAt));
    return putInForce(list);
  } catch (error) {
    log("error", "stored-list-refused", { problem: codeOf(error) });
    return undefined;
  }
}
