import { randomBytes } from "node:crypto";
import type { Answer } from "@terskel/platform/contract";
import { readCursor, writeCursor } from "@terskel/platform/cursor";
import type { CatalogueTable } from "@terskel/platform/db";
import { problem as common } from "@terskel/platform/problems";
import type { Transaction } from "kysely";
import { z } from "zod";
import type { openAdvised } from "../api/advice.ts";
import type { Label } from "../declare.ts";
import { deskTitle } from "../desk-title.ts";
import { wordsOf } from "../export/facts.ts";
import { personRows } from "../export/person-rows.ts";
import { rowShower } from "../export/show-row.ts";
import { namedThings, readNames } from "../export/thing-names.ts";
import type { RightsPorts } from "../scope.ts";
import { tablesFor } from "./openable.ts";
import type { OpenedTable } from "./openable.ts";
import { purposeTexts } from "./purposes.ts";
import { showCell } from "./show-cell.ts";

type Tx = Transaction<unknown>;
export type Opened = Answer<typeof openAdvised>;
type Table = Opened["tables"][number];
type Asked = {
  readonly member: string;
  readonly purpose: string;
  readonly table?: string | undefined;
  readonly cursor?: string | undefined;
};

/** So many rows of each table at a time. */
const rowsAtOnce = 50;

/**
 * What is stored about the transaction's person for its purpose: of each table the columns whose declaration
 * names it, and no others. Row-level security decides about the rows.
 * @throws Problem `malformed-request` for a table of which nothing is declared for the purpose
 */
export async function readOpened(
  tx: Tx,
  { processings, catalogue }: Pick<RightsPorts, "processings" | "catalogue">,
  { member, purpose, table: wanted, cursor }: Asked,
): Promise<Opened> {
  const live = await catalogue();
  const from = readCursor(z.tuple([z.int().min(0).max(100_000_000)]), cursor)?.[0] ?? 0;
  const tables = tablesFor(processings, purpose).filter(
    ({ table }) => wanted === undefined || table.table === wanted,
  );
  if (wanted !== undefined && tables.length === 0) {
    throw common("malformed-request", { errors: [{ path: "query.table", code: "unknown" }] });
  }
  const named = namedThings(
    processings.flatMap((p) => p.tables),
    live,
  );
  const marks = { key: randomBytes(32), own: new Set([member]) };
  const found: Table[] = [];
  for (const each of tables) {
    const is = live.find(({ schema, table }) => `${schema}.${table}` === each.table.table);
    if (is)
      found.push(...(await readTable(tx, each, is, { member, from, named, marks, processings })));
  }
  return { tables: found };
}

type Around = {
  readonly member: string;
  readonly from: number;
  readonly named: ReadonlyMap<string, string>;
  readonly marks: Parameters<typeof rowShower>[1];
  readonly processings: RightsPorts["processings"];
};

/** Empty where no row is. */
async function readTable(
  tx: Tx,
  { table, columns }: OpenedTable,
  live: CatalogueTable,
  { member, from, named, marks, processings }: Around,
): Promise<Table[]> {
  const show = rowShower(table, marks, () => "");
  const rows: Readonly<Record<string, unknown>>[] = [];
  const atOnce = rowsAtOnce + 1;
  for await (const row of personRows(tx, table, live, { only: columns, from, atOnce })) {
    rows.push(show(row).values);
    if (rows.length === atOnce) break;
  }
  if (rows.length === 0) return [];
  const names = await readNames(tx, idsIn(rows, columns, named));
  const purposeOf = purposeTexts(processings);
  return [
    {
      table: table.table,
      title: deskTitle(table) ?? { nb: table.table, sv: table.table, en: table.table },
      columns: columns.map((column) => {
        const { nb, sv, en } = wordsOf(table, column);
        return { words: { nb, sv, en }, label: labelOf(table, column) };
      }),
      rows: rows.slice(0, rowsAtOnce).map((row) =>
        columns.map((column) =>
          // The person's own number says nothing to whoever has their data before them.
          showCell(row[column] === member ? null : row[column], wordsOf(table, column), (id) => {
            const name = names[named.get(column) ?? ""]?.[id];
            return name === undefined && column.startsWith("activit") ? purposeOf(id) : name;
          }),
        ),
      ),
      ...(rows.length > rowsAtOnce ? { next: writeCursor([from + rowsAtOnce]) } : {}),
    },
  ];
}

const labelOf = ({ columns }: OpenedTable["table"], column: string): Label =>
  columns[column]?.[0] ?? "technical";

/** The labels of what is in the answer, for the log of who saw what. */
export const labelsIn = ({ tables }: Opened): Exclude<Label, "technical">[] => [
  ...new Set(
    tables.flatMap(({ columns, rows }) =>
      columns.flatMap(({ label }, at) =>
        label !== "technical" && rows.some((row) => Object.keys(row[at] ?? {}).length > 0)
          ? [label]
          : [],
      ),
    ),
  ),
];

function idsIn(
  rows: readonly Readonly<Record<string, unknown>>[],
  columns: readonly string[],
  named: ReadonlyMap<string, string>,
): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  for (const column of columns) {
    const thing = named.get(column);
    if (!thing) continue;
    const known = ids.get(thing) ?? new Set();
    for (const row of rows) if (typeof row[column] === "string") known.add(row[column]);
    if (known.size > 0) ids.set(thing, known);
  }
  return ids;
}
