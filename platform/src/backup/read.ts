import type { Readable } from "node:stream";
import type { z } from "zod";
import {
  copyLine,
  encodingLine,
  endShape,
  firstLine,
  headerShape,
  rowsShape,
  setvalLine,
} from "./format.ts";
import type { Header } from "./format.ts";
import { BackupError } from "./problem.ts";
import { queueBegin, queueEnd, queueTable } from "./queue.ts";
import { Source } from "./source.ts";
import type { BackupTable } from "./tables.ts";

/** What is done with what a backup holds, in the order in which it stands there. */
export type Visitor = {
  /** May throw, and then nothing else is read. */
  header(header: Header): Promise<void>;
  /** @returns how many rows were in it; undefined when nobody counted */
  rows(table: BackupTable, rows: AsyncIterable<Buffer>): Promise<number | undefined>;
  sequence(statement: string): Promise<void>;
  queueBegins(statement: string): Promise<void>;
  queueEnds(statement: string): Promise<void>;
  /** The file was whole, and all of it as it was written. */
  end(): Promise<void>;
};

/**
 * Reads a backup in the clear to its end.
 * @param macKey undefined when the secret that it was made under is lost: then whether this
 *   installation made it stays unknown
 * @throws BackupError when it is damaged, cut, or made under another secret
 */
export async function readBackup(
  clear: Readable,
  macKey: Uint8Array | undefined,
  visitor: Visitor,
): Promise<void> {
  const source = new Source(clear, macKey ?? new Uint8Array(32));
  if ((await source.line()) !== firstLine) {
    throw new BackupError("The file is no backup of this version's format.");
  }
  const header = parsed(headerShape, await source.line());
  await visitor.header(header);
  await expect(source, encodingLine);
  for (const table of header.tables) await readBlock(source, table, visitor);
  for (const sequence of header.sequences) {
    const statement = setvalLine(sequence);
    await expect(source, statement);
    await visitor.sequence(statement);
  }
  await expect(source, queueBegin);
  await visitor.queueBegins(queueBegin);
  await readBlock(source, queueTable, visitor);
  await expect(source, queueEnd);
  await visitor.queueEnds(queueEnd);
  const { line, mac } = await source.lastLine();
  const end = parsed(endShape, line.replace(/^-- end /, "-- "));
  if (macKey && end.mac !== mac) {
    throw new BackupError("The backup was not made by this installation, or was altered.");
  }
  await visitor.end();
}

async function readBlock(source: Source, table: BackupTable, visitor: Visitor) {
  await expect(source, copyLine(table));
  const counted = await visitor.rows(table, source.block());
  const { rows } = parsed(rowsShape, await source.line());
  if (counted !== undefined && counted !== rows) {
    throw new BackupError(
      `Of ${table.schema}.${table.table} ${counted} of ${rows} rows came back.`,
    );
  }
}

async function expect(source: Source, line: string) {
  if ((await source.line()) !== line) throw new BackupError("The backup is damaged.");
}

/** What stands in a comment line. */
function parsed<S extends z.ZodType>(shape: S, line: string): z.output<S> {
  try {
    return shape.parse(JSON.parse(line.replace(/^-- /, "")));
  } catch (cause) {
    throw new BackupError("The backup is damaged, or of a newer format than this program reads.", {
      cause,
    });
  }
}
