import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate } from "node:timers/promises";
import { CsvError, parse } from "csv-parse";
import type { Texts } from "./messages/texts.ts";
import { problem } from "./problems.ts";

/** A row of the spreadsheet that says something. `row`: its number there, from 1. */
export type Row = { readonly row: number; readonly cells: readonly string[] };

/** Rows with something in them, the headings not counted. */
export const maxRows = 50_000;
/** As many rows as Excel has; blank ones count here. */
const maxRowsWithBlank = 1_048_576;
/** Bytes of one row. A quotation mark that is never closed ends here, not at the end of the file. */
const maxRowBytes = 50_000;
const chunkBytes = 64 * 1024;

/**
 * Reads CSV (RFC 4180, any line ending). Other requests get their turn between the chunks: a door
 * that is to open does not wait for a spreadsheet.
 * @throws Problem `import-malformed` with the `row` where a quotation mark is wrong,
 *   `import-too-many-rows`
 */
export async function readRows(text: string, separator: string, texts: Texts): Promise<Row[]> {
  const rows: Row[] = [];
  let row = 0;
  const parser = parse({
    delimiter: separator,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    max_record_size: maxRowBytes,
    on_record: (cells: string[]) => {
      row += 1;
      if (cells.some((cell) => cell.trim() !== "")) rows.push({ row, cells });
      if (row > maxRowsWithBlank || rows.length > maxRows + 1) {
        throw problem("import-too-many-rows");
      }
      // Collected here, with its number: nothing goes on down the stream.
      return null;
    },
  });
  parser.resume();
  try {
    await pipeline(Readable.from(chunks(Buffer.from(text))), parser);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The parser's own message quotes the cell, so only its code goes to the log.
    const wrong = row + 1;
    throw problem("import-malformed", {
      reason: error.code,
      extra: { row: wrong },
      errors: [{ path: `rows.${wrong}`, code: "row", message: texts.lookAtRow(wrong) }],
    });
  }
  return rows;
}

async function* chunks(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    yield bytes.subarray(at, at + chunkBytes);
    await setImmediate();
  }
}
