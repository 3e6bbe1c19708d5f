export type Pairs = {
  /** Who has just shown themselves at the door, if that was somebody else. */
  readonly first: (door: string, person: string, nowMs: number) => string | undefined;
  /** They wait for the second. */
  readonly wait: (door: string, person: string, nowMs: number) => void;
  /** It has opened: nobody waits any more. */
  readonly done: (door: string) => void;
};

/** So long the second has, which is what it takes to hand over the bag and find the card. */
const SECOND_WITHIN_MS = 15_000;

/** Who waits for a second person at a door that opens to two. In memory only: it is over in seconds. */
export function createPairs(): Pairs {
  const waiting = new Map<string, { readonly person: string; readonly atMs: number }>();
  return {
    first(door, person, nowMs) {
      const one = waiting.get(door);
      if (!one || one.person === person) return undefined;
      return Math.abs(nowMs - one.atMs) <= SECOND_WITHIN_MS ? one.person : undefined;
    },
    wait: (door, person, nowMs) => void waiting.set(door, { person, atMs: nowMs }),
    done: (door) => void waiting.delete(door),
  };
}
