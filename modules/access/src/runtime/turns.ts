/** One after another for each key, in the order of asking; different keys side by side. */
export function createTurns() {
  const last = new Map<string, Promise<void>>();
  return {
    /** Rejects when `run` does; the next in line runs all the same. */
    async take(key: string, run: () => Promise<void>): Promise<void> {
      const mine = (last.get(key) ?? Promise.resolve()).then(run);
      const settled = mine.catch(() => undefined);
      last.set(key, settled);
      try {
        await mine;
      } finally {
        if (last.get(key) === settled) last.delete(key);
      }
    },
  };
}
