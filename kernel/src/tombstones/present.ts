import { escapeIdentifier } from "pg";
import type { Pool, PoolClient } from "pg";
import type { Processing, TableDeclaration } from "../declare.ts";
import { kindOf, subjectsOf } from "../subject-path.ts";
import { markOf } from "./subject.ts";
import type { ErasureSubject } from "./subject.ts";

type Column = {
  readonly table: string;
  readonly column: string;
  readonly kind: ErasureSubject["kind"];
  /** Its rows are an organisation's, at which alone an address may have been erased. */
  readonly ofOrganisation: boolean;
};

/** Where the declarations say that persons stand: each subject's column, and every contact detail. */
function subjectColumns(processings: readonly Processing[]): Column[] {
  const columns = processings
    .flatMap((processing) => processing.tables)
    .flatMap((table) => {
      const ofOrganisation = Object.hasOwn(table.columns, "organisation_id");
      return columnsOf(table).map((column) => ({ table: table.table, ofOrganisation, ...column }));
    });
  const organisations = { table: "kernel.organisations", column: "id", ofOrganisation: false };
  return [...columns, { ...organisations, kind: "organisation" }];
}

const columnsOf = (table: TableDeclaration): Pick<Column, "column" | "kind">[] => [
  // What leads on by another table is found there.
  ...subjectsOf(table).flatMap((subject) => {
    const kind = subject.onward ? undefined : kindOf(table, subject);
    return kind ? [{ column: subject.column, kind }] : [];
  }),
  ...Object.entries(table.columns)
    .filter(([, [label]]) => label === "contact")
    .map(([column]) => ({ column, kind: "address" as const })),
];

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
    for (const column of subjectColumns(processings)) {
      for await (const subject of subjectsIn(client, column)) {
        const mark = markOf(key, subject);
        if (marks.has(mark)) found.set(mark, subject);
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

async function* subjectsIn(
  client: PoolClient,
  { table, column, kind, ofOrganisation }: Column,
): AsyncGenerator<ErasureSubject> {
  const from = table.split(".").map(escapeIdentifier).join(".");
  const name = escapeIdentifier(column);
  const where = kind === "address" && ofOrganisation ? "organisation_id::text" : "null";
  await client.query(
    `declare present no scroll cursor for
     select distinct ${name}::text as id, ${where} as organisation from ${from} where ${name} is not null`,
  );
  for (;;) {
    const { rows } = await client.query<{ id: string; organisation: string | null }>(
      `fetch ${batch} from present`,
    );
    for (const { id, organisation } of rows) {
      yield { kind, id };
      if (organisation !== null) yield { kind, id, organisation };
    }
    if (rows.length < batch) break;
  }
  await client.query("close present");
}
