import { randomUUID } from "node:crypto";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { mayPass } from "@terskel/platform/db";
import type { Log } from "@terskel/platform/log";
import { newFile, openErasures, positionOf, readFiles } from "./folder.ts";
import type { Position } from "./folder.ts";
import { checkOf } from "./line.ts";
import type { Line } from "./line.ts";
import { markOf } from "./subject.ts";
import type { ErasureSubject } from "./subject.ts";
import { makeFolder } from "@terskel/platform/folder";

/**
 * What outlives database and backup: that somebody was erased, not who. After a restore it is carried
 * out again (docs/decisions/0013). The only way to an erasure leads through `around`.
 */
export type Tombstones = {
  /**
   * Runs an erasure's transaction. Before it, who goes is on the disk; after it, how it ended.
   * @param run resolves when the transaction is committed
   * @throws Error before `run` when the tombstone cannot be written: then nothing is erased
   */
  around<T>(subjects: readonly ErasureSubject[], run: () => Promise<T>): Promise<T>;
  /**
   * Ends what a process that was killed left open, by looking: one that was rolled back left all of it there. Erasures
   * of the last hour may still run elsewhere and are left alone.
   * @param find who of these is in the database
   */
  settle(find: (marks: ReadonlySet<string>) => Promise<readonly ErasureSubject[]>): Promise<void>;
  /** How far each file was written. Asked before a backup's snapshot is taken. */
  position(): Position;
};

type Ports = {
  readonly folder: string;
  /** 32 bytes, derived from the installation's secret for tombstones only. */
  readonly key: Uint8Array;
  readonly now: () => Date;
  readonly log: Pick<Log, "warn">;
};

export function createTombstones({ folder, key, now, log }: Ports): Tombstones {
  let file: { readonly name: string; check: string } | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function append(line: Pick<Line, "erasure" | "state" | "subjects">) {
    const at = now().toISOString();
    if (!file?.name.startsWith(at.slice(0, 7))) {
      const name = newFile(key, at.slice(0, 7));
      file = { name, check: name };
      makeFolder(folder, 0o700);
    }
    const whole = { v: 1 as const, at, ...line };
    const check = checkOf(key, file.check, whole);
    try {
      await appendFlushed(folder, file.name, `${JSON.stringify({ ...whole, check })}\n`);
      file.check = check;
    } catch (error) {
      // Its last line may be cut now; nothing is written behind that.
      file = undefined;
      throw error;
    }
  }

  /** One line after another, each chained to the one before. */
  const write = async (line: Parameters<typeof append>[0]) => {
    const written = last.then(async () => await append(line));
    last = written.catch(() => undefined);
    await written;
  };

  /** Left open, an erasure counts as done after a restore: who wanted to go is not brought back. */
  const end = async (erasure: string, state: "done" | "void") => {
    await write({ erasure, state, subjects: [] }).catch((error: unknown) =>
      log.warn({ err: error, erasure }, "the end of an erasure was not written down"),
    );
  };

  return {
    async around(subjects, run) {
      const erasure = randomUUID();
      const marks = [...new Set(subjects.map((subject) => markOf(key, subject)))];
      if (marks.length === 0) throw new Error("An erasure is about someone.");
      await write({ erasure, state: "begun", subjects: marks });
      try {
        const result = await run();
        await end(erasure, "done");
        return result;
      } catch (error) {
        // A connection that broke may have broken after the commit: then the end stays open.
        if (!(error instanceof Error && mayPass(error))) await end(erasure, "void");
        throw error;
      }
    },
    async settle(find) {
      const before = new Date(now().getTime() - 3_600_000).toISOString();
      const open = openErasures(readFiles(folder, key)).filter(({ at }) => at < before);
      const there = new Set(
        (await find(new Set(open.flatMap(({ subjects }) => subjects)))).map((subject) =>
          markOf(key, subject),
        ),
      );
      for (const { erasure, subjects } of open) {
        const state = subjects.every((mark) => there.has(mark)) ? "void" : "done";
        await write({ erasure, state, subjects: [] });
      }
    },
    position: () => positionOf(readFiles(folder, key)),
  };
}

/** Appends and waits until it is on the disk, the folder's entry too. */
async function appendFlushed(folder: string, name: string, text: string): Promise<void> {
  const file = await open(join(folder, name), "a", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  const entry = await open(folder, "r");
  try {
    await entry.sync();
  } finally {
    await entry.close();
  }
}
