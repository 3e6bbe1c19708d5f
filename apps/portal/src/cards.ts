import { myCredentials } from "@terskel/access/api/credentials";
import { useQueries } from "@tanstack/react-query";
import { useMe } from "./me.ts";
import { all, type Item } from "./queries.ts";

export type Card = Item<typeof myCredentials>;

const soonMs = 1_000;
const laterMs = 30_000;
/** A controller that has not taken the list by then is not about to. */
const hurryMs = 60_000;

/** While a door does not know yet that a card is blocked, one looks again, at first often. */
export function pollMs(items: readonly Card[], nowMs = Date.now()): number | false {
  const untold = items.flatMap(({ blocked }) =>
    blocked && blocked.waiting + blocked.offline > 0 ? [blocked] : [],
  );
  if (untold.length === 0) return false;
  const isNear = untold.some(
    ({ at, waiting }) => waiting > 0 && Math.abs(nowMs - Date.parse(at)) < hurryMs,
  );
  return isNear ? soonMs : laterMs;
}

/** The person's cards and fobs in every organisation they belong to. */
export function useMyCards() {
  const { memberships } = useMe();
  return useQueries({
    queries: memberships.map(({ organisation }) => ({
      ...all(myCredentials, { params: { organisation: organisation.id } }),
      refetchInterval: ({ state }: { state: { data: readonly Card[] | undefined } }) =>
        pollMs(state.data ?? []),
    })),
    combine: (results) => ({
      pending: results.some((result) => result.isPending),
      error: results.find((result) => result.error)?.error ?? undefined,
      retry: () => results.forEach((result) => void result.refetch()),
      cards: memberships.flatMap(({ organisation }, index) =>
        (results[index]?.data ?? []).map((card) => ({ organisation, card })),
      ),
    }),
  });
}
