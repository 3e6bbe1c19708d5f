import { registerReceiver, writeFileFor } from "@terskel/kernel";
import type { Context } from "@terskel/kernel";
import type { Body } from "@terskel/platform/contract";
import type { FileAnswer } from "@terskel/platform/http";
import type { Language } from "@terskel/platform/i18n";
import { sql } from "kysely";
import { exportDays, exportRows } from "../api/log-export.ts";
import type { exportPassages as contract } from "../api/log-export.ts";
import type { AccessPorts } from "../ports.ts";
import type { Tx } from "../tx.ts";
import { csvHead, csvLine } from "./log-csv.ts";
import { FIRST, readLog, readRows, searched } from "./passages.ts";
import type { LogFilter, LogRow, Place, Search } from "./passages.ts";
import { runtimeProblem } from "./problems.ts";

const DAY_MS = 24 * 3600 * 1000;
/** Read and written at a time. */
const pieceRows = 5000;

/** How many passages a search finds; one more than a file holds means more than that. */
export async function countPassages(tx: Tx, filter: LogFilter): Promise<number> {
  const found = readLog(await searched(tx, filter), FIRST, exportRows + 1);
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${found} p`.execute(
    tx,
  );
  return rows[0]?.n ?? 0;
}

/**
 * What a search finds as a file for somebody, and written down for each person in it who gets it: before it is
 * sent, so that a line that breaks is told of once too much and never once too little (docs/decisions/0022).
 * The file is whole by then, some 20 MB at the most; no transaction waits for its reader.
 * @throws Problem `export-too-long`, `export-too-large`; `not-found` as for a search; as `registerReceiver`
 */
export async function exportPassages(
  { withContext, now }: Pick<AccessPorts, "withContext" | "now">,
  context: Context & { readonly organisation: string },
  { recipient, country, agreedUntil, ground, ...filter }: Body<typeof contract>,
  language: Language,
): Promise<FileAnswer> {
  if (Date.parse(filter.until) - Date.parse(filter.from) > exportDays * DAY_MS)
    throw runtimeProblem("export-too-long");
  // Whoever objected to either is not in it: to their passages being read, or handed on.
  const handing = { ...context, purpose: "access.read-door-log" };
  const pieces = await withContext(handing, async (tx: Tx) => {
    const written = [Buffer.from(csvHead(language))];
    const members = new Set<string>();
    for await (const rows of piecesOf(tx, await searched(tx, filter))) {
      written.push(Buffer.from(rows.map((row) => csvLine(row, language)).join("")));
      for (const { member_id } of rows) if (member_id) members.add(member_id);
    }
    const receiver = { name: recipient, country, agreedUntil, ground };
    await registerReceiver(tx as never, context.organisation, receiver, now());
    await writeFileFor(tx as never, {
      organisation: context.organisation,
      members: [...members],
      name: recipient,
      activity: context.activity,
      labels: ["name", "access-history"],
    });
    return written;
  });
  return { name: "passages.csv", media: "text/csv", content: inPieces(pieces) };
}

async function* piecesOf(tx: Tx, search: Search): AsyncGenerator<LogRow[]> {
  let before: Place = FIRST;
  for (let left = exportRows; ;) {
    const rows = await readRows(tx, search, before, Math.min(pieceRows, left + 1));
    if (rows.length > left) throw runtimeProblem("export-too-large");
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    left -= rows.length;
    before = [last.at, last.id];
  }
}

async function* inPieces(pieces: readonly Uint8Array[]) {
  for (const piece of pieces) yield await Promise.resolve(piece);
}
