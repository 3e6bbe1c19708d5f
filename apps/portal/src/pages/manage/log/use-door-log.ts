import { passages } from "@terskel/access/api/passages";
import { useState } from "react";
import { useList, type Item } from "#queries.ts";
import { useLive } from "#use-live.ts";

export type Passage = Item<typeof passages>;

/**
 * The log of the doors one administers: what was read, with what has happened since in front.
 * While paused, new passages wait.
 */
export function useDoorLog(organisation: string, door: string | undefined) {
  const query = useList(passages, { params: { organisation }, query: door ? { door } : {} });
  const [fresh, setFresh] = useState<readonly Passage[]>([]);
  const [waiting, setWaiting] = useState<readonly Passage[]>([]);
  const [paused, setPaused] = useState(false);

  const state = useLive((event) => {
    if (event.event !== "passage" || event.organisation !== organisation) return;
    const put = paused ? setWaiting : setFresh;
    put((known) => [event.passage, ...known.filter(({ id }) => id !== event.passage.id)]);
  });

  function togglePause() {
    setPaused(!paused);
    setFresh((known) => [...waiting, ...known]);
    setWaiting([]);
  }

  const here = (passage: Passage) => !door || passage.door.id === door;
  const seen = fresh.filter(here);
  const ids = new Set(seen.map(({ id }) => id));
  return {
    query: {
      ...query,
      items: query.items && [...seen, ...query.items.filter(({ id }) => !ids.has(id))],
    },
    newest: seen[0],
    waiting: waiting.filter(here).length,
    paused,
    togglePause,
    state,
  };
}
