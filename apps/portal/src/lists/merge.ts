/** What one source has given so far: newest first; `next` while there is more. */
export type Source<T> = {
  readonly id: string;
  readonly items: readonly T[];
  readonly next: string | undefined;
};

/**
 * Several lists, newest first, as one. Shown is only what no source can still put something in
 * front of; `behind` are the sources to read on from when more is wanted.
 */
export function mergeNewestFirst<T extends { readonly at: string }>(
  sources: readonly Source<T>[],
): { items: T[]; behind: string[] } {
  const open = sources.filter(({ next }) => next !== undefined);
  const reach = (source: Source<T>) => Date.parse(source.items.at(-1)?.at ?? "") || Infinity;
  const horizon = Math.max(-Infinity, ...open.map(reach));
  const items = sources
    .flatMap((source) => source.items)
    .filter(({ at }) => Date.parse(at) >= horizon)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return {
    items,
    behind: open.filter((source) => reach(source) >= horizon).map(({ id }) => id),
  };
}
