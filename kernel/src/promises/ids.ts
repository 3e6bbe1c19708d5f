const counts = { A: 21, B: 18, C: 12, D: 15 } as const;

type UpTo<N extends number, Seen extends 0[] = [0]> = Seen["length"] extends N
  ? N
  : Seen["length"] | UpTo<N, [...Seen, 0]>;

/** What a published notice says the system does, by the ids that tests and pages name: A1 … D15. */
export type PromiseId = {
  [L in keyof typeof counts]: `${L}${UpTo<(typeof counts)[L]>}`;
}[keyof typeof counts];

/** Every promise there is, in order. */
export const promiseIds: readonly PromiseId[] = Object.entries(counts).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}` as PromiseId),
);

const known: ReadonlySet<string> = new Set(promiseIds);
export const isPromiseId = (id: string): id is PromiseId => known.has(id);
