import { pino } from "pino";
import type { DestinationStream, Logger } from "pino";
import { safeError } from "./safe-error.ts";

export type Log = Logger;

/**
 * The log: JSON lines on standard output. What could hold personal data or a secret is never
 * passed to it. The redaction is the second line of defence: for a header that a library logs, and
 * for the values that libraries put into their errors (key `err`).
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    serializers: { err: (error: unknown) => safeError(error) },
    redact: {
      paths: ["req.headers", "headers", "*.token", "*.password", "*.email", "*.phone", "*.name"],
      remove: true,
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
