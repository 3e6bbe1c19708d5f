import { passages } from "@terskel/access/api/passages";
import { useState } from "react";
import { useList, type Item } from "#queries.ts";
import { useLive } from "#use-live.ts";
import { periodOf } from "./period.ts";
import type { LogSearch } from "./search.ts";

export type Passage = Item<typeof passages>;

type Filter = Omit<LogSearch, "to"> & { until?: string };

/** What the server is asked for; undefined until it is known by which clock the days are meant. */
export function filterOf(
  { from, to, ...rest }: LogSearch,
  timeZone: string | undefined,
): Filter | undefined {
  if (!from && !to) return rest;
  return timeZone ? { ...rest, ...periodOf({ from, to }, timeZone) } : undefined;
}

/**
 * The log of the doors one administers: what was read, with what has happened since in front, as far as it fits.
 * While paused, new passages wait. `over`: the period has ended, and nothing new can fit.
 */
export function useDoorLog(organisation: string, filter: Filter | undefined) {
  const query = useList(
    passages,
    { params: { organisation }, query: filter ?? {} },
    { enabled: filter !== undefined },
  );
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

  const fits = fitting(filter ?? {});
  const seen = fresh.filter(fits);
  const ids = new Set(seen.map(({ id }) => id));
  const until = filter?.until;
  return {
    query: {
      ...query,
      items: query.items && [...seen, ...query.items.filter(({ id }) => !ids.has(id))],
    },
    newest: seen[0],
    waiting: waiting.filter(fits).length,
    over: until !== undefined && Date.parse(until) <= Date.now(),
    paused,
    togglePause,
    state,
  };
}

const fitting =
  ({ door, person, outcome, from, until }: Filter) =>
  (passage: Passage): boolean =>
    (!door || passage.door.id === door) &&
    (!person || passage.person?.id === person) &&
    (!outcome || passage.outcome === outcome) &&
    (!from || Date.parse(passage.at) >= Date.parse(from)) &&
    (!until || Date.parse(passage.at) < Date.parse(until));
