import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "@terskel/kernel";
import type { AccessPorts } from "../ports.ts";
import { createPending, type Pending } from "./pending.ts";
import type { Note } from "./notes.ts";
import { readNews, type LiveEvent } from "./read-news.ts";

/** Who listens in an organisation, and with what right: every event is read anew in this context. */
export type LiveContext = Context & { readonly organisation: string; readonly member: string };

export type Live = {
  readonly heard: (note: Note) => void;
  readonly missedSince: (since: Date) => void;
  /** From this very moment until `signal` is aborted, in all of these organisations. */
  readonly listen: (
    contexts: readonly LiveContext[],
    signal: AbortSignal,
  ) => AsyncIterable<LiveEvent>;
  readonly stop: () => void;
};

const TRY_AGAIN_MS = 1000;

type Ports = Pick<AccessPorts, "withContext" | "now" | "log">;
type Listening = {
  readonly places: readonly { readonly context: LiveContext; readonly pending: Pending }[];
  readonly bell: Bell;
  readonly ended: AbortController;
};

/**
 * Live lists. What changed is heard as an id, and read for each listener under their own row-level
 * security: who may not see it reads nothing.
 */
export function createLive(ports: Ports): Live {
  const all = new Set<Listening>();
  let stopped = false;

  const end = (listening: Listening): void => {
    all.delete(listening);
    listening.ended.abort();
    listening.bell.ring();
  };

  async function* follow(listening: Listening): AsyncGenerator<LiveEvent, void> {
    try {
      yield* newsFor(ports, listening);
    } finally {
      end(listening);
    }
  }

  return {
    heard(note) {
      for (const { context, pending } of [...all].flatMap(({ places }) => places)) {
        if (context.organisation === note.organisation) pending.add(note, ports.now());
      }
    },
    missedSince(since) {
      for (const { pending } of [...all].flatMap(({ places }) => places)) {
        pending.missedSince(since);
      }
    },
    listen(contexts, signal) {
      const bell = createBell();
      const places = contexts.map((context) => ({ context, pending: createPending(bell.ring) }));
      const listening = { places, bell, ended: new AbortController() };
      // Before the first read, or what happens in between would be lost.
      all.add(listening);
      signal.addEventListener("abort", () => end(listening), { once: true });
      if (stopped || signal.aborted) end(listening);
      return follow(listening);
    },
    stop() {
      stopped = true;
      for (const listening of all) end(listening);
    },
  };
}

async function* newsFor(
  ports: Ports,
  { places, bell, ended: { signal } }: Listening,
): AsyncGenerator<LiveEvent, void> {
  while (!signal.aborted) {
    await bell.rung();
    for (const { context, pending } of places) {
      const news = pending.take();
      if (!news) continue;
      try {
        for await (const event of readNews(ports, context, news)) {
          if (signal.aborted) return;
          if (pending.isNew(event)) yield event;
        }
      } catch (error) {
        ports.log.warn({ err: error }, "live news could not be read; trying again");
        pending.putBack(news);
        await sleep(TRY_AGAIN_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}

type Bell = { readonly ring: () => void; readonly rung: () => Promise<void> };

/** Waiting ends at the next ring, or at once when it has rung since the last wait. */
function createBell(): Bell {
  let waiting = Promise.withResolvers<void>();
  return {
    ring: () => waiting.resolve(),
    async rung() {
      await waiting.promise;
      waiting = Promise.withResolvers();
    },
  };
}
