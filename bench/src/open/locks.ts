type View = { doors: { id: string; lock: string }[] };

/** Watches the simulated locks of a controller's page, as a browser does (server-sent events). */
export async function watchLocks(page: string) {
  const stop = new AbortController();
  const answer = await fetch(`${page}/events`, { signal: stop.signal });
  const waiting = new Map<string, (atMs: number) => void>();
  let before = new Map<string, string>();

  function see(view: View) {
    const atMs = performance.now();
    for (const { id, lock } of view.doors) {
      if (lock === "unlocked" && before.get(id) !== "unlocked") {
        waiting.get(id)?.(atMs);
        waiting.delete(id);
      }
    }
    before = new Map(view.doors.map(({ id, lock }) => [id, lock]));
  }

  async function read() {
    let text = "";
    for await (const chunk of answer.body ?? []) {
      text += Buffer.from(chunk).toString("utf8");
      const events = text.split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) see(JSON.parse(event.replace(/^data: /, "")) as View);
    }
  }
  const reading = read().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });

  return {
    /** When this door's lock moves next, by this process's clock; rejects after 5 seconds. */
    next: (door: string) =>
      new Promise<number>((resolve, reject) => {
        waiting.set(door, resolve);
        setTimeout(() => reject(new Error(`The lock of ${door} did not move.`)), 5000).unref();
      }),
    stop() {
      stop.abort();
      void reading;
    },
  };
}
