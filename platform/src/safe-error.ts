import { withoutForbidden } from "./numbers/forbidden.ts";

/** An error as it may stand in a log: where it happened and of what kind, never whom it was about. */
export type SafeError = {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  /** The place in the schema that a database error names. */
  readonly at?: string;
  readonly stack?: string;
  readonly cause?: SafeError;
};

/**
 * Libraries put what they were given into their errors: PostgreSQL the row that broke a rule
 * (`detail`), an SMTP client the recipient. Only known fields are taken over, and from the message
 * goes what looks like an address, a long number or a quoted value.
 */
export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { type: typeof error, message: "not an Error" };
  const { code, schema, table, constraint } = error as Error & Record<string, unknown>;
  const place = [schema, table, constraint].filter((part) => typeof part === "string");
  // The first lines of a stack repeat the message.
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: withoutValues(error.message),
    ...(typeof code === "string" ? { code } : {}),
    ...(place.length > 0 ? { at: place.join(".") } : {}),
    ...(frames && frames.length > 0 ? { stack: frames.join("\n") } : {}),
    ...(error.cause !== undefined && depth < 3 ? { cause: safeError(error.cause, depth + 1) } : {}),
  };
}

/** The text without e-mail addresses, numbers of six digits or more, and quoted values. */
export function withoutValues(message: string): string {
  return withoutForbidden(message.slice(0, 1000))
    .replaceAll(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, "[address]")
    .replaceAll(/\+?\d(?:[ -]?\d){5,}/g, "[number]")
    .replaceAll(/: ".*"/g, ': "[value]"');
}
