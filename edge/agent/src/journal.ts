import type { Alarm, Passage } from "@terskel/edge-protocol";
import type { Buffered } from "./buffer.ts";
import type { LogChoices } from "./log-choice.ts";
import type { Verdict } from "./hardware.ts";
import { codeOf, type Log } from "./log.ts";
import type { Once } from "./seen-commands.ts";
import type { Storage } from "./storage.ts";

/**
 * What has to be told to the cloud: on the disk, and while the disk takes nothing, in memory. A disk that is full, read-only
 * or broken keeps no door shut. Nothing but `begin` throws.
 */
export type Journal = {
  /**
   * Writes a passage whose outcome is not known yet; it is not delivered before it is settled. False for a command that was
   * carried out before. Throws when it cannot be known whether it was.
   */
  begin(passage: Passage, once?: Once): boolean;
  settle(passage: Passage, verdict: Verdict): void;
  /** False for a command that was carried out before, of which nothing else is written; throws as `begin`. */
  claim(once: Once): boolean;
  add(passage: Passage): void;
  /** Takes out who passed at these doors, or all that happened there. */
  follow(choices: LogChoices): void;
  /** Writes that an alarm began or ended. */
  alarm(alarm: Alarm): void;
  /** Alarms that have not ended; none, where the disk cannot be read. */
  standing(): Alarm[];
  /** Settled passages, alarms and losses in order of delivery, those after `seq`. */
  after(seq: number, limit: number): Buffered[];
  /** Forgets what is receipted. */
  remove(ids: readonly string[]): void;
  /** Passages, alarms and losses without a receipt. */
  count(): number;
  /** Brings what is in memory to the disk, if it takes it now. */
  readonly save: () => void;
};

/** How many are brought from memory to the disk at once. */
const SAVED_AT_ONCE = 500;

export function createJournal(disk: Storage, memory: Storage, log: Log): Journal {
  const toDisk = (): void => {
    if (memory.buffer.count() === 0) return;
    // One first: a disk that still takes nothing is not asked in vain with hundreds, at every passage.
    for (let most = 1; ; most = SAVED_AT_ONCE) {
      if (most > 1) memory.buffer.endCounts();
      const events = memory.buffer.after(0, most);
      if (events.length === 0) return;
      disk.buffer.take(events);
      memory.buffer.remove(events.map(({ event }) => event.id));
      log("info", "memory-on-disk", { events: events.length });
    }
  };

  const write = <Result>(onDisk: () => Result, inMemory: () => Result): Result => {
    try {
      toDisk();
      return onDisk();
    } catch (error) {
      log("error", "passage-in-memory", { problem: codeOf(error) });
      return inMemory();
    }
  };

  const claim = (one: Storage, other: Storage, once: Once | undefined) => (): boolean =>
    once === undefined || (!other.seen.has(once.id) && one.seen.firstTime(once));

  const journal: Journal = {
    begin: (passage, once) =>
      write(
        () => disk.buffer.begin(passage, claim(disk, memory, once)),
        () => memory.buffer.begin(passage, claim(memory, disk, once)),
      ),
    settle(passage, verdict) {
      memory.buffer.settle(passage, verdict);
      write(
        () => disk.buffer.settle(passage, verdict),
        () => memory.buffer.add({ ...passage, ...verdict }),
      );
    },
    claim: (once) => write(claim(disk, memory, once), claim(memory, disk, once)),
    follow(choices) {
      memory.buffer.follow(choices);
      try {
        disk.buffer.follow(choices);
      } catch (error) {
        log("error", "log-choice-not-stored", { problem: codeOf(error) });
      }
    },
    add: (passage) =>
      write(
        () => disk.buffer.add(passage),
        () => memory.buffer.add(passage),
      ),
    alarm: (alarm) =>
      write(
        () => disk.buffer.alarm(alarm),
        () => memory.buffer.alarm(alarm),
      ),
    standing() {
      try {
        return disk.buffer.standing();
      } catch (error) {
        log("error", "alarms-not-read", { problem: codeOf(error) });
        return [];
      }
    },
    after: (seq, limit) =>
      [disk, memory]
        .flatMap(({ buffer }) => {
          try {
            buffer.endCounts();
            return buffer.after(seq, limit);
          } catch (error) {
            log("error", "passages-not-read", { problem: codeOf(error) });
            return [];
          }
        })
        .toSorted((a, b) => a.seq - b.seq)
        .slice(0, limit),
    remove(ids) {
      memory.buffer.remove(ids);
      try {
        toDisk();
        disk.buffer.remove(ids);
      } catch (error) {
        // They are sent again, and receipted again.
        log("error", "receipt-not-stored", { problem: codeOf(error) });
      }
    },
    count: () => disk.buffer.count() + memory.buffer.count(),
    save() {
      try {
        toDisk();
      } catch (error) {
        log("error", "still-in-memory", { problem: codeOf(error) });
      }
    },
  };

  // Begun when the agent died: the lock was told to open or about to be. They are delivered as begun, as opened: a log that
  // may say one opening too many is better than one that misses an opening.
  for (const passage of disk.buffer.begun()) journal.settle(passage, passage);
  return journal;
}
