import type { Note } from "./notes.ts";
import type { LiveEvent } from "./read-news.ts";

/** What a listener has not read yet: ids, and, when some may have been missed, since when. */
export type News = {
  readonly passages: ReadonlySet<string>;
  readonly doors: ReadonlySet<string>;
  /** None of these passages happened before. */
  readonly from: Date | undefined;
  readonly since: Date | undefined;
  /** When the oldest of these was heard. */
  readonly heardAt: Date | undefined;
};

export type Pending = {
  readonly add: (note: Note, at: Date) => void;
  readonly missedSince: (since: Date) => void;
  /** Resolves when there is something to read, or at `wake`. */
  readonly any: () => Promise<void>;
  readonly take: () => News;
  /** They could not be read; what came meanwhile stays. */
  readonly putBack: (news: News) => void;
  readonly wake: () => void;
  /** False for what this listener was told in the same words a moment ago. */
  readonly isNew: (event: LiveEvent) => boolean;
};

/** More ids than this are forgotten for the time since which to read: memory has an end for each listener. */
export const MAX_PENDING = 500;
const MAX_TOLD = 1000;

export function createPending(): Pending {
  let passages = new Set<string>();
  let doors = new Set<string>();
  let from: Date | undefined;
  let since: Date | undefined;
  let heardAt: Date | undefined;
  let waiting = Promise.withResolvers<void>();
  const told = new Map<string, string>();

  const forget = (): void => {
    passages = new Set();
    doors = new Set();
    from = undefined;
    heardAt = undefined;
  };
  const missedSince = (moment: Date): void => {
    since = earlier(since, moment);
    waiting.resolve();
  };

  return {
    missedSince,
    wake: () => waiting.resolve(),
    any: async () => waiting.promise,
    add({ kind, id, from: happened }, at) {
      heardAt ??= at;
      from = earlier(from, happened);
      (kind === "passage" ? passages : doors).add(id);
      if (passages.size + doors.size > MAX_PENDING) {
        missedSince(heardAt);
        forget();
      }
      waiting.resolve();
    },
    take() {
      const news = { passages, doors, from, since, heardAt };
      forget();
      since = undefined;
      waiting = Promise.withResolvers();
      return news;
    },
    putBack: (news) => {
      const oldest = earlier(news.since, news.heardAt);
      if (oldest) missedSince(oldest);
    },
    isNew(event) {
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

function inWords(event: LiveEvent): [key: string, words: string] {
  if (event.event === "lock") return [event.door, `${event.lock} ${event.online}`];
  const { id, outcome, reason, at } = event.passage;
  return [id, [outcome, reason, at].join(" ")];
}

function earlier(one: Date | undefined, other: Date | undefined): Date | undefined {
  if (!one || !other) return one ?? other;
  return one < other ? one : other;
}
