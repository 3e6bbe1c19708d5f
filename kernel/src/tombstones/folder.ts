import { createHmac, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { parseLines, TombstoneError } from "./line.ts";
import type { Line } from "./line.ts";

/**
 * One file for each secret, writing process and month: its name says under which secret and when its
 * lines were written. Those of a secret that was replaced can be read by nobody.
 */
const named = /^(\d{4})-(\d{2})-([0-9a-f]{8})-[0-9a-f-]{36}\.log$/;
const keyId = (key: Uint8Array) =>
  createHmac("sha256", key).update("file name").digest("hex").slice(0, 8);

export const newFile = (key: Uint8Array, month: string) =>
  `${month}-${keyId(key)}-${randomUUID()}.log`;

/** How far each file of the folder was written at one time. */
export const positionShape = z.array(
  z.strictObject({ file: z.string().regex(named), lines: z.int().min(1), check: z.string() }),
);
export type Position = z.output<typeof positionShape>;

export type Files = ReadonlyMap<string, readonly Line[]>;

/** @throws TombstoneError when a file was changed */
export function readFiles(folder: string, key: Uint8Array): Files {
  const id = keyId(key);
  const files = existsSync(folder)
    ? readdirSync(folder).filter((file) => named.exec(file)?.[3] === id)
    : [];
  return new Map(
    files
      .sort()
      .map((file) => [file, parseLines(key, file, readFileSync(join(folder, file), "utf8"))]),
  );
}

export function positionOf(files: Files): Position {
  return [...files].flatMap(([file, lines]) => {
    const last = lines.at(-1);
    return last ? [{ file, lines: lines.length, check: last.check }] : [];
  });
}

/** The beginnings that no line ends. */
export function openErasures(files: Files): Line[] {
  const lines = [...files.values()].flat();
  const ended = new Set(
    lines.filter(({ state }) => state !== "begun").map(({ erasure }) => erasure),
  );
  return lines.filter(({ state, erasure }) => state === "begun" && !ended.has(erasure));
}

/** Is every line of this file older than so many days? Its name says its month. */
function isOlder(file: string, days: number, now: Date): boolean {
  const [, year, month] = named.exec(file) ?? [];
  return Date.UTC(Number(year), Number(month)) + days * 86_400_000 <= now.getTime();
}

/** Removes the files that no backup needs any more: every one of that age has gone too. */
export function removeOld(folder: string, keepDays: number, now: Date): void {
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder)) {
    if (named.test(file) && isOlder(file, keepDays, now)) rmSync(join(folder, file));
  }
}

/**
 * The lines that were written after a position.
 * @throws TombstoneError when a file that has to be there is not, or ends before the position
 */
export function linesSince(files: Files, position: Position, keepDays: number, now: Date): Line[] {
  const known = new Map(position.map((each) => [each.file, each]));
  for (const { file, lines, check } of position) {
    if (isOlder(file, keepDays, now)) continue;
    if (files.get(file)?.[lines - 1]?.check !== check) {
      throw new TombstoneError(
        `The tombstones are not those of the time of the backup or later: ${file} is missing or shorter.`,
      );
    }
  }
  return [...files].flatMap(([file, lines]) => lines.slice(known.get(file)?.lines ?? 0));
}
