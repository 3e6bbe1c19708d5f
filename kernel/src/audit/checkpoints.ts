import { createHmac } from "node:crypto";
import {
  closeSync,
  createReadStream,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { makeFolder } from "@terskel/platform/folder";
import type { Log } from "@terskel/platform/log";
import canonicalize from "canonicalize";
import { z } from "zod";
import type { Head } from "./chain.ts";

const shape = z.strictObject({
  v: z.literal(1),
  /** `head`: so far the chain went. `restored`: from here on it goes on anew, after a restore. */
  kind: z.enum(["head", "restored"]),
  at: z.iso.datetime(),
  number: z.int().min(0),
  link: z.string(),
  /** Of a restore: its entry in the trail, and how far the chain had gone before it. */
  entry: z.uuid().optional(),
  before: z.int().min(0).optional(),
  /** HMAC-SHA-256 of the line. */
  check: z.string(),
});
export type Checkpoint = Omit<z.output<typeof shape>, "check">;
/** A line of the file; `undefined` for one that nobody here wrote. */
export type CheckpointLine = { readonly line: number; readonly point: Checkpoint | undefined };
export type Lines = () => AsyncIterable<CheckpointLine>;

/** No line is longer. */
const longestBytes = 1024;

export type Checkpoints = ReturnType<typeof createCheckpoints>;

/**
 * How far the chain went, outside the database: in a file that is appended to, and in the log. By it is found that
 * the whole chain was written anew or that its end was cut off. Whoever has the file and not the secret can write no line.
 * @param key 32 bytes, derived from the installation's secret for checkpoints only
 */
export function createCheckpoints({
  folder,
  key,
  log,
}: {
  folder: string;
  key: Uint8Array;
  log: Pick<Log, "info">;
}) {
  // Under another secret the lines are others', and stand in a file of their own.
  const name = createHmac("sha256", key).update("file name").digest("hex").slice(0, 8);
  const file = join(folder, `${name}.log`);
  const checkOf = (point: Checkpoint) =>
    createHmac("sha256", key)
      .update(canonicalize(point) ?? "")
      .digest("base64url");

  function parse(text: string): Checkpoint | undefined {
    try {
      const { check, ...point } = shape.parse(JSON.parse(text));
      return check === checkOf(point) ? point : undefined;
    } catch {
      return undefined;
    }
  }

  /** The last line, or undefined where there is none. */
  function last(): Checkpoint | undefined {
    if (!existsSync(file)) return undefined;
    const opened = openSync(file, "r");
    try {
      return parse(tail(opened).whole.trimEnd().split("\n").at(-1) ?? "");
    } finally {
      closeSync(opened);
    }
  }

  function write(point: Checkpoint): void {
    makeFolder(folder, 0o700);
    const opened = openSync(file, "a+", 0o600);
    try {
      // A line that was cut off when a process was killed was never counted on.
      const { cutBytes, sizeBytes } = tail(opened);
      if (cutBytes > 0) ftruncateSync(opened, sizeBytes - cutBytes);
      writeSync(opened, `${JSON.stringify({ ...point, check: checkOf(point) })}\n`);
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
    log.info({ checkpoint: point }, "so far the audit trail goes");
  }

  return {
    file,
    last,
    /** Writes down how far the chain goes, unless it stands there already. */
    note({ number, link }: Head, now: Date): void {
      const known = last();
      if (number === 0 || (known?.number === number && known.link === link)) return;
      write({ v: 1, kind: "head", at: now.toISOString(), number, link });
    },
    /** A restore brought the chain back to here. */
    noteRestored({ number, link }: Head, entry: string, now: Date): void {
      const before = last()?.number ?? 0;
      write({ v: 1, kind: "restored", at: now.toISOString(), number, link, entry, before });
    },
    /**
     * Every line that stands there now, in the order in which they were written. Asked before the database is: a later
     * line may tell of entries that are later too.
     */
    soFar(): Lines {
      const sizeBytes = existsSync(file) ? statSync(file).size : 0;
      return async function* lines() {
        if (sizeBytes === 0) return;
        const input = createReadStream(file, { end: sizeBytes - 1 });
        let line = 0;
        for await (const text of createInterface({ input, crlfDelay: Infinity }))
          yield { line: ++line, point: parse(text) };
      };
    },
  };
}

/** The end of the file: its whole lines, and how much of a line stands behind them. */
function tail(opened: number) {
  const sizeBytes = fstatSync(opened).size;
  const from = Math.max(0, sizeBytes - 2 * longestBytes);
  const bytes = Buffer.alloc(sizeBytes - from);
  readSync(opened, bytes, 0, bytes.length, from);
  const end = bytes.lastIndexOf(10) + 1;
  return {
    whole: bytes.subarray(0, end).toString("utf8"),
    cutBytes: bytes.length - end,
    sizeBytes,
  };
}
