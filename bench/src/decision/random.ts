/** Numbers that are the same in every run: mulberry32. */
export type Random = {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  chance(share: number): boolean;
};

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (limit) => Math.floor(next() * limit),
    chance: (share) => next() < share,
  };
}

/** A UUID that is the same in every run. */
export function idOf(space: number, index: number): string {
  const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, "0");
  // Spread over the digits, so that no engine gains from ids that differ only at the end.
  const spread = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  return `${hex(spread, 8)}-${hex(space, 4)}-4000-8000-${hex(index, 12)}`;
}
