const counts = { A: 21, B: 18, C: 12, D: 15 } as const;

/** What a published notice says the system does, by the ids that tests and pages name: A1 … D15. */
export type PromiseId = `${keyof typeof counts}${number}`;

/** Every promise there is, in order. */
export const promiseIds: readonly PromiseId[] = Object.entries(counts).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}` as PromiseId),
);
