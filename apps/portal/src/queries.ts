import type { Call, Contract, Received } from "@terskel/platform/contract";
import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { call } from "./api.ts";

type Page<T> = { items: T[]; next?: string | undefined };

/** One row of a list route. */
export type Item<C extends Contract> = Received<C> extends { items: (infer T)[] } ? T : never;

/** A read, cached under the route's id: what changes it invalidates by that id. */
export function read<const C extends Contract>(contract: C, input: Call<C>) {
  return queryOptions({
    queryKey: [contract.id, input],
    queryFn: ({ signal }) => call(contract, input, { signal }),
  });
}

/** A list by cursor: `pages` of it as the reader asks for more. */
function list<const C extends Contract>(contract: C, input: Call<C>) {
  return infiniteQueryOptions({
    queryKey: [contract.id, "list", input],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => {
      const query = { ...input.query, ...(pageParam ? { cursor: pageParam } : {}) };
      return call(contract, { ...input, query }, { signal }) as unknown as Promise<Page<Item<C>>>;
    },
    getNextPageParam: (last) => last.next,
  });
}

/** After how long a list is read again by itself, by what it says now; false: it is not. */
type PollMs<T> = (items: readonly T[]) => number | false;

/** A list with its rows so far in one array. */
export function useList<const C extends Contract>(
  contract: C,
  input: Call<C>,
  { pollMs, ...options }: { enabled?: boolean; pollMs?: PollMs<Item<C>> } = {},
) {
  const query = useInfiniteQuery({
    ...list(contract, input),
    ...options,
    refetchInterval: ({ state }) =>
      pollMs?.(state.data?.pages.flatMap((page) => page.items) ?? []) ?? false,
  });
  return { ...query, items: query.data?.pages.flatMap((page) => page.items) };
}

const allPages = 50;

/** Every row of a list, for choosing from: pages of 200 up to a bound that no organisation reaches. */
export function all<const C extends Contract>(contract: C, input: Call<C>) {
  return queryOptions({
    queryKey: [contract.id, "all", input],
    queryFn: async ({ signal }) => {
      const items: Item<C>[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < allPages; page += 1) {
        const query = { ...input.query, limit: 200, ...(cursor ? { cursor } : {}) };
        const got = (await call(
          contract,
          { ...input, query },
          {
            signal,
          },
        )) as unknown as Page<Item<C>>;
        items.push(...got.items);
        cursor = got.next;
        if (!cursor) break;
      }
      return items;
    },
  });
}

/** A change. When it is done, what it changed (`refresh`) is read again. */
export function useSend<const C extends Contract>(
  contract: C,
  { refresh = [], timeoutMs }: { refresh?: readonly Contract[]; timeoutMs?: number } = {},
) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: [contract.id],
    mutationFn: (input: Call<C>) => call(contract, input, timeoutMs ? { timeoutMs } : {}),
    onSuccess: () =>
      Promise.all(refresh.map(({ id }) => client.invalidateQueries({ queryKey: [id] }))),
  });
}
