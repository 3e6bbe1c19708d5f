import { createHmac } from "node:crypto";
import { z } from "zod";

const record = z.strictObject({
  v: z.literal(1),
  /** When the line was written, UTC. */
  at: z.iso.datetime(),
  erasure: z.uuid(),
  /**
   * `begun` stands before the erasure's transaction may commit; `done` and `void` (it was rolled back)
   * after it.
   */
  state: z.enum(["begun", "done", "void"]),
  subjects: z.array(z.base64url().length(43)),
  /** HMAC-SHA-256 of the check before it and this line: a line taken out, changed or moved is noticed. */
  check: z.base64url().length(43),
});

export type Line = z.output<typeof record>;

/** The check that stands before a file's first line is the file's name. */
export function checkOf(key: Uint8Array, before: string, line: Omit<Line, "check">): string {
  const { v, at, erasure, state, subjects } = line;
  const text = JSON.stringify([before, v, at, erasure, state, subjects]);
  return createHmac("sha256", key).update(text).digest("base64url");
}

/** A file of tombstones was changed. */
export class TombstoneError extends Error {
  override readonly name = "TombstoneError";
}

/**
 * The lines of one file. A last line that is cut was never flushed, and what it announced never began:
 * it does not count.
 * @throws TombstoneError naming file and line
 */
export function parseLines(key: Uint8Array, file: string, text: string): Line[] {
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  let before = file;
  return whole
    .split("\n")
    .slice(0, -1)
    .map((line, index) => {
      const parsed = record.safeParse(asJson(line));
      if (!parsed.success || parsed.data.check !== checkOf(key, before, parsed.data)) {
        throw new TombstoneError(`Line ${index + 1} of the tombstones ${file} was changed.`);
      }
      before = parsed.data.check;
      return parsed.data;
    });
}

function asJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
