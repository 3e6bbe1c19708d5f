import type { Note } from "./notes.ts";
import type { LiveEvent } from "./read-news.ts";

/** What a listener has not read yet: ids, and, when some may have been missed, since when. */
export type News = {
  readonly passages: ReadonlySet<string>;
  readonly doors: ReadonlySet<string>;
  /** Doors at which something became of an alarm. */
  readonly alarms: ReadonlySet<string>;
  /** None of these passages happened before. */
  readonly from: Date | undefined;
  readonly since: Date | undefined;
  /** When the oldest of these was heard. */
  readonly heardAt: Date | undefined;
};

export type Pending = {
  readonly add: (note: Note, at: Date) => void;
  readonly missedSince: (since: Date) => void;
  /** Undefined when there is nothing. */
  readonly take: () => News | undefined;
  /** They could not be read; what came meanwhile stays. */
  readonly putBack: (news: News) => void;
  /** False for what this listener was told in the same words a moment ago. */
  readonly isNew: (event: LiveEvent) => boolean;
};

/** More ids than this are forgotten for the time since which to read: memory has an end for each listener. */
export const MAX_PENDING = 500;
const MAX_TOLD = 1000;

/** @param ring called whenever there is something to read */
export function createPending(ring: () => void): Pending {
  let passages = new Set<string>();
  let doors = new Set<string>();
  let alarms = new Set<string>();
  let from: Date | undefined;
  let since: Date | undefined;
  let heardAt: Date | undefined;
  const told = new Map<string, string>();

  const size = () => passages.size + doors.size + alarms.size;
  const forget = (): void => {
    passages = new Set();
    doors = new Set();
    alarms = new Set();
    from = undefined;
    heardAt = undefined;
  };
  const missedSince = (moment: Date): void => {
    since = earlier(since, moment);
    ring();
  };

  return {
    missedSince,
    add({ kind, id, from: happened }, at) {
      heardAt ??= at;
      from = earlier(from, happened);
      ({ passage: passages, lock: doors, alarm: alarms })[kind].add(id);
      if (size() > MAX_PENDING) {
        missedSince(heardAt);
        forget();
      }
      ring();
    },
    take() {
      if (size() === 0 && !since) return undefined;
      const news = { passages, doors, alarms, from, since, heardAt };
      forget();
      since = undefined;
      return news;
    },
    putBack: (news) => {
      const oldest = earlier(news.since, news.heardAt);
      if (oldest) missedSince(oldest);
    },
    isNew(event) {
      // It says only that there is something to read.
      if (event.event === "alarm") return true;
      const [key, words] = inWords(event);
      if (told.get(key) === words) return false;
      told.delete(key);
      told.set(key, words);
      const [oldest] = told.keys();
      if (told.size > MAX_TOLD && oldest !== undefined) told.delete(oldest);
      return true;
    },
  };
}

function inWords(event: Exclude<LiveEvent, { event: "alarm" }>): [key: string, words: string] {
  if (event.event === "lock") {
    const { door, lock, position, online, order } = event;
    return [door, [lock, position, online, order?.kind, order?.until].join(" ")];
  }
  const { id, outcome, reason, at } = event.passage;
  return [id, [outcome, reason, at].join(" ")];
}

function earlier(one: Date | undefined, other: Date | undefined): Date | undefined {
  if (!one || !other) return one ?? other;
  return one < other ? one : other;
}
