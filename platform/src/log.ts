import { pino } from "pino";
import type { Logger } from "pino";

export type Log = Logger;

/**
 * The log: JSON lines on standard output. What could hold personal data or a secret is never
 * passed to it; the redaction is the second line of defence, for a header logged by a library.
 */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    redact: {
      paths: ["req.headers", "headers", "*.token", "*.password", "*.email", "*.phone", "*.name"],
      remove: true,
    },
  });
}
