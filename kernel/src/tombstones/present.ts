import { escapeIdentifier } from "pg";
import type { Pool, PoolClient } from "pg";
import type { Processing } from "../declare.ts";
import { kindOf, subjectsOf } from "../subject-path.ts";
import { markOf } from "./subject.ts";
import type { ErasureSubject } from "./subject.ts";

type Column = {
  readonly table: string;
  readonly column: string;
  readonly kind: ErasureSubject["kind"];
};

/** Where the declarations say that persons stand: each subject's column, and every contact detail. */
function subjectColumns(processings: readonly Processing[]): Column[] {
  const columns = processings
    .flatMap((processing) => processing.tables)
    .flatMap((table): Column[] => [
      // What leads on by another table is found there.
      ...subjectsOf(table).flatMap((subject) => {
        const kind = subject.onward ? undefined : kindOf(table, subject);
        return kind ? [{ table: table.table, column: subject.column, kind }] : [];
      }),
      ...Object.entries(table.columns)
        .filter(([, [label]]) => label === "contact")
        .map(([column]) => ({ table: table.table, column, kind: "address" as const })),
    ]);
  return [...columns, { table: "kernel.organisations", column: "id", kind: "organisation" }];
}

const batch = 10_000;

/**
 * The subjects in the database that these marks stand for. Every id and address there is marked and
 * compared: a mark alone leads to nobody.
 * @param owner connections of the tables' owner: a person is looked for in every organisation
 */
export async function findMarked(
  owner: Pool,
  processings: readonly Processing[],
  key: Uint8Array,
  marks: ReadonlySet<string>,
): Promise<ErasureSubject[]> {
  const found = new Map<string, ErasureSubject>();
  if (marks.size === 0) return [];
  const client = await owner.connect();
  try {
    await client.query("begin read only; set local statement_timeout = '10min'");
    for (const { table, column, kind } of subjectColumns(processings)) {
      for await (const id of values(client, table, column)) {
        const mark = markOf(key, { kind, id });
        if (marks.has(mark)) found.set(mark, { kind, id });
      }
    }
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
  return [...found.values()];
}

async function* values(client: PoolClient, table: string, column: string) {
  const from = table.split(".").map(escapeIdentifier).join(".");
  const name = escapeIdentifier(column);
  await client.query(
    `declare present no scroll cursor for
     select distinct ${name}::text as value from ${from} where ${name} is not null`,
  );
  for (;;) {
    const { rows } = await client.query<{ value: string }>(`fetch ${batch} from present`);
    for (const { value } of rows) yield value;
    if (rows.length < batch) break;
  }
  await client.query("close present");
}
