import type { DatabaseSync } from "node:sqlite";
import type { Confirmation, Verifier } from "@terskel/edge-protocol";
import { createArrival } from "./arrival.ts";
import { createFreshness } from "./freshness.ts";
import { openEarlierList } from "./earlier-list.ts";
import { createListFiles, type Incoming } from "./list-files.ts";
import { putInForce, type ListInForce } from "./list-in-force.ts";
import { checkBodyOf, fill, newMemory, openSource, type Opened } from "./list-source.ts";
import { codeOf, type Log } from "./log.ts";

export type Lists = {
  current(): ListInForce | undefined;
  /**
   * Takes a part of a list. When that was the last and the list is in force, says which doors there were before it. Rejects with
   * ProtocolError, and nothing changes, for what does not verify.
   */
  receive(message: Uint8Array): Promise<{ readonly before: ListInForce["doors"] } | undefined>;
  /** The cloud says which list is the newest, as of then. */
  confirm(confirmation: Confirmation): void;
  /** Has the cloud not been heard of for longer than the door decides alone? */
  isTooOld(door: string, nowMs: number): boolean;
};

type InForce = { readonly list: ListInForce; readonly opened: Opened; readonly isOnDisk: boolean };

/**
 * The access list in force, kept as it was signed and verified again at each start: the file is not trusted more than
 * the network. One list is in memory, once: a new one is verified where it lies on the disk, and then takes the place of the
 * one before it, which would be read from the disk again if the new one turned out not to be decidable.
 */
export async function createLists(
  db: DatabaseSync,
  dataFolder: string,
  verify: Verifier,
  log: Log,
): Promise<Lists> {
  const freshness = createFreshness(db, log);
  const files = createListFiles(dataFolder, log);
  const arrival = createArrival(files);
  let memory = newMemory();

  const load = async (): Promise<InForce | undefined> => {
    try {
      const source = files.stored();
      const opened = source ? await openSource(verify, source) : await openEarlierList(db, verify);
      if (!opened) return undefined;
      freshness.heard(Date.parse(opened.manifest.issuedAt));
      return { list: bring(opened), opened, isOnDisk: source !== undefined };
    } catch (error) {
      log("error", "stored-list-refused", { problem: codeOf(error) });
      return undefined;
    }
  };
  const bring = (opened: Opened): ListInForce => {
    fill(memory, opened);
    return putInForce(opened, memory);
  };
  let current = await load();

  /** Nothing waits in here: no credential is asked about between the one list and the other. */
  const replace = (opened: Opened): boolean => {
    const before = current;
    // What is on no disk stays in memory until the next is in force.
    if (before && !before.isOnDisk) memory = newMemory();
    try {
      current = { list: bring(opened), opened, isOnDisk: false };
      return true;
    } catch (error) {
      const { revision } = opened.manifest;
      log("error", "list-refused", { problem: codeOf(error), revision });
    }
    try {
      if (before?.isOnDisk) current = { ...before, list: bring(before.opened) };
    } catch (error) {
      current = undefined;
      log("error", "list-lost", { problem: codeOf(error) });
    }
    return false;
  };

  const accept = async (incoming: Incoming) => {
    const opened = await openSource(verify, incoming.source());
    const { revision, issuedAt } = opened.manifest;
    if (current && revision <= current.list.revision) {
      log("warn", "list-refused", { problem: "older-revision", revision });
      return undefined;
    }
    checkBodyOf(opened);
    const before = current?.list.doors ?? new Map();
    if (!replace(opened)) return undefined;
    // In force also when it cannot be kept, or an access that was taken away would go on. After a restart the cloud sends it again.
    if (incoming.keep()) {
      current = { ...current!, isOnDisk: true };
      forget.run();
    } else log("error", "list-not-saved", { revision });
    freshness.heard(Date.parse(issuedAt));
    log("info", "list-in-force", { revision, persons: opened.sizes.persons });
    return { before };
  };
  const forget = db.prepare("DELETE FROM access_list");

  let last: Promise<unknown> = Promise.resolve();
  return {
    current: () => current?.list,
    async receive(message) {
      // One after the other: a list is verified before a part of the next is written.
      const mine = last.then(async () => {
        const incoming = arrival.take(message);
        try {
          return incoming && (await accept(incoming));
        } finally {
          incoming?.discard();
        }
      });
      last = mine.catch(() => undefined);
      return mine;
    },
    confirm({ revision, at }) {
      // Of another list than ours it says that ours is not the newest, which will come.
      if (revision === current?.list.revision) freshness.heard(Date.parse(at));
    },
    isTooOld: (door, nowMs) => freshness.isTooOld(current?.list.doors.get(door)?.aloneHours, nowMs),
  };
}
