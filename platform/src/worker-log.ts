import { Logger } from "graphile-worker";
import type { Log } from "./log.ts";
import { withoutValues } from "./safe-error.ts";

/**
 * graphile-worker's own messages at the levels of our log. A failed job is not among them: whoever
 * ran it has logged it, and the worker would repeat the error's text as it is.
 */
export function workerLog(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    if (meta && "failure" in meta) return;
    const text = withoutValues(message);
    if (level === "error") log.error({ part: "jobs" }, text);
    else if (level === "warning") log.warn({ part: "jobs" }, text);
    else log.debug({ part: "jobs" }, text);
  });
}
