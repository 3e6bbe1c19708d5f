import { myPassages } from "@terskel/access/api/passages";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { call } from "#api.ts";
import { mergeNewestFirst, type Source } from "#lists/merge.ts";
import { useMe } from "#me.ts";
import type { Item } from "#queries.ts";

export type Passage = Item<typeof myPassages>;
type Cursors = Readonly<Record<string, string | undefined>>;
type Read = readonly Source<Passage>[];

/** The person's passages in all of their organisations as one list, each read by its own cursor. */
export function useOwnPassages() {
  const { memberships } = useMe();
  const first: Cursors = Object.fromEntries(
    memberships.map(({ organisation }) => [organisation.id, undefined]),
  );
  const query = useInfiniteQuery({
    queryKey: [myPassages.id, "merged", Object.keys(first)],
    initialPageParam: first,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }): Promise<Read> =>
      Promise.all(
        Object.entries(pageParam).map(async ([organisation, cursor]) => {
          const query = cursor ? { cursor } : {};
          const page = await call(myPassages, { params: { organisation }, query }, { signal });
          return { id: organisation, items: page.items, next: page.next };
        }),
      ),
    getNextPageParam: (_, pages): Cursors | undefined => {
      const sources = sourcesOf(pages);
      const { behind } = mergeNewestFirst(sources);
      if (behind.length === 0) return undefined;
      return Object.fromEntries(
        sources.filter(({ id }) => behind.includes(id)).map(({ id, next }) => [id, next]),
      );
    },
  });
  return { ...query, items: query.data && mergeNewestFirst(sourcesOf(query.data.pages)).items };
}

/** All pages of each organisation, one behind the other. */
function sourcesOf(pages: readonly Read[]): Source<Passage>[] {
  const byId = Map.groupBy(pages.flat(), ({ id }) => id);
  return [...byId].map(([id, parts]) => ({
    id,
    items: parts.flatMap((part) => part.items),
    next: parts.at(-1)?.next,
  }));
}
