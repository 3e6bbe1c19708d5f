import type { Child } from "./child.ts";

/**
 * Keeps a process running: when it ends unasked it is started again, up to five times a minute.
 * @param start is given the one that ended
 * @param say tells the operator, in one line
 */
export function keepRunning<C extends Child>(
  name: string,
  first: C,
  start: (before: C) => Promise<C>,
  say: (line: string) => void,
  giveUp: (why: string) => void,
): Child {
  let current = first;
  let stopping = false;
  let restarts: number[] = [];
  const ended = (async () => {
    for (;;) {
      const code = await current.ended;
      if (stopping) return code;
      restarts = [...restarts.filter((at) => at > Date.now() - 60_000), Date.now()];
      if (restarts.length > 5) {
        giveUp(`${name} ended ${restarts.length} times within a minute.`);
        return code;
      }
      say(`${name} ended unexpectedly; starting it again.`);
      try {
        current = await start(current);
      } catch (error) {
        giveUp(`${name} could not be started again: ${String(error)}`);
        return code;
      }
    }
  })();
  return {
    ended,
    async stop() {
      stopping = true;
      await current.stop();
    },
  };
}
