import type { Transaction } from "kysely";
import type { RightsPorts, Scope } from "../scope.ts";
import { subjectsOf } from "../subject-path.ts";
import type { ExportOptions } from "./export.ts";
import { tableFacts } from "./facts.ts";
import { inTransaction, organisationsOf, ownKeys } from "./in-transaction.ts";
import { personRows } from "./person-rows.ts";
import type { PersonRow } from "./person-rows.ts";
import { portabilitySchema } from "./portability-file.ts";
import { portableOf } from "./portable.ts";
import type { Portable } from "./portable.ts";
import { schemaAddress } from "./schemas.ts";
import { namedThings, readNames } from "./thing-names.ts";
import { writeAll } from "./write-all.ts";

type Tx = Transaction<unknown>;

/**
 * What a person can take along to another controller (GDPR Art. 20), as JSON that is made while it is
 * read. Nothing of others stands in it (Art. 20(4)).
 */
export function exportPortable(
  ports: RightsPorts,
  scope: Scope,
  options: ExportOptions,
): AsyncGenerator<Uint8Array> {
  return inTransaction(ports, scope, async (tx, out) => {
    await writeAll(json(tx, ports, scope, options), out);
  });
}

async function* json(tx: Tx, ports: RightsPorts, scope: Scope, options: ExportOptions) {
  const [found] = scope.organisation === undefined ? [] : await organisationsOf(tx, scope);
  const { language, now, publicUrl } = options;
  const head = {
    $schema: schemaAddress(portabilitySchema, publicUrl),
    format: "terskel-portability",
    version: 1,
    made: now.toISOString(),
    installation: publicUrl.href,
    language,
    ...(found
      ? { organisation: { name: found.name, number: found.number, country: found.country } }
      : {}),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"tables":[`;
  const catalogue = await ports.catalogue();
  const named = namedThings(
    ports.processings.flatMap((p) => p.tables),
    catalogue,
  );
  const things = new Map<string, Set<string>>();
  const own = await ownKeys(tx, scope);
  let tables = 0;
  for (const portable of portableOf(ports.processings, found?.kind)) {
    const { table, columns } = portable;
    const live = catalogue.find((each) => `${each.schema}.${each.table}` === table.table);
    if (!live) throw new Error(`${table.table} is declared, and not in the database.`);
    let rows = 0;
    for await (const row of personRows(tx, table, live, scope)) {
      const shown = rowOf(row, portable, own);
      if (!shown) continue;
      for (const column of columns) {
        const thing = named.get(column);
        if (thing) things.set(thing, (things.get(thing) ?? new Set()).add(String(shown[column])));
      }
      if (rows === 0) {
        const facts = tableFacts(table, language);
        const words = Object.fromEntries(columns.map((name) => [name, facts.columns[name]]));
        const opened = { table: table.table, title: facts.title, columns: words };
        yield `${tables === 0 ? "" : ","}\n${JSON.stringify(opened).slice(0, -1)},"rows":[`;
      }
      yield `${rows === 0 ? "" : ","}\n${JSON.stringify(shown)}`;
      rows += 1;
    }
    if (rows === 0) continue;
    tables += 1;
    yield "\n]}";
  }
  yield `],\n"names":${JSON.stringify(await readNames(tx, things))}}\n`;
}

/** What is the person's of a row; nothing of one in which they only stand beside another. */
function rowOf(
  { values, as }: PersonRow,
  { table, columns }: Portable,
  own: ReadonlySet<string>,
): Record<string, unknown> | undefined {
  if (as.every(({ sees }) => sees)) return undefined;
  const leading = new Set(subjectsOf(table).map(({ column }) => column));
  const mine = columns.filter((column) => {
    const stored = values[column];
    if (stored === null || stored === undefined) return false;
    return (
      !leading.has(column) ||
      as.some((subject) => subject.column === column) ||
      (typeof stored === "string" && own.has(stored))
    );
  });
  if (mine.length === 0) return undefined;
  return Object.fromEntries(
    mine.map((column) => {
      const stored = values[column];
      return [column, Buffer.isBuffer(stored) ? stored.toString("base64") : stored];
    }),
  );
}
