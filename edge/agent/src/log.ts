/** Never a person, a credential's number or hash, a token or a key: an operator's log is read by many. */
export type LogFields = Readonly<Record<string, string | number | boolean>>;
export type LogLevel = "info" | "warn" | "error";
export type Log = (level: LogLevel, event: string, fields?: LogFields) => void;

/** One JSON object a line: `{"at","level","event",…fields}`. */
export function jsonLines(write: (line: string) => void, clock: () => number): Log {
  return (level, event, fields = {}) => {
    const at = new Date(clock()).toISOString();
    write(`${JSON.stringify({ at, level, event, ...fields })}\n`);
  };
}

/** The code of an error, for a log line: its message may quote what must not be logged. */
export function codeOf(error: unknown): string {
  if (error instanceof Error) {
    return "code" in error && typeof error.code === "string" ? error.code : error.name;
  }
  return "unknown";
}
