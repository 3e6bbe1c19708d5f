import { Logger } from "graphile-worker";
import type { Log } from "./log.ts";

/** graphile-worker's own messages at the levels of our log. It logs no payloads. */
export function workerLog(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error({ part: "jobs" }, message);
    else if (level === "warning") log.warn({ part: "jobs" }, message);
    else log.debug({ part: "jobs" }, message);
  });
}
