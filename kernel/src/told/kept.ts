import type { Keep, Processing, TableDeclaration } from "../declare.ts";
import { isExpired, timeColumn } from "../expiry.ts";
import { isLonger } from "../notice/compare.ts";
import { keepFact } from "../notice/keep.ts";
import { toldKeep } from "../notice/shape.ts";
import type { ToldKeep } from "../notice/shape.ts";
import { organisationColumn } from "../retention/held.ts";
import { quote, subjectsOf } from "../subject-path.ts";

/** How long each kind of data is kept, as versions in force tell: `notice_versions.keeps`. */
export type Keeps = Readonly<Record<string, unknown>>;

/** A table whose rows some organisation's notice in force promises to keep shorter than is declared now. */
export type KeptAsTold = {
  readonly table: TableDeclaration;
  /** As the version has it, by which the database finds the organisations (`kernel.keeping`). */
  readonly told: string;
  /** The rules by which such a row goes; none: no column can carry out what was told. */
  readonly rules: readonly Keep[];
};

/**
 * The rules that go on until a longer one is in force (A2, D15). One that a law makes longer does not wait, and a
 * shorter one neither.
 * @param inForce of each organisation; the same one need not be there twice
 */
export function keptAsTold(
  processings: readonly Processing[],
  inForce: readonly Keeps[],
): KeptAsTold[] {
  const tables = processings.flatMap((p) => p.tables);
  const byName = new Map(tables.map((table) => [table.table, table]));
  return tables
    .filter((table) => subjectsOf(table).length > 0 && table.keep.kind !== "law")
    .flatMap((table) => {
      const said = inForce.flatMap((keeps) => keeps[table.table] ?? []);
      return [...new Map(said.map((told) => [JSON.stringify(told), told]))].flatMap(
        ([json, raw]) => {
          const told = toldKeep.parse(raw);
          // What goes with another row goes when that does: by that one's rule.
          if (table.keep.kind === "with" || !isBounded(told)) return [];
          if (isLonger(told, keepFact(table.keep, byName)) !== true) return [];
          return [{ table, told: json, rules: rulesOf(told, table) }];
        },
      );
    });
}

const isBounded = ({ kind }: ToldKeep) => kind !== "account" && kind !== "agreement";

/** What was told, as rules over the columns that there are. A version from before columns were kept means today's. */
function rulesOf(told: ToldKeep, { keep, columns }: TableDeclaration): Keep[] {
  const there = (column: string | undefined) =>
    column !== undefined && Object.hasOwn(columns, column) ? column : undefined;
  const column = there(told.column ?? timeColumn(keep));
  const days = told.days ?? 0;
  if (told.kind === "period") return column ? [{ kind: "period", after: column, days }] : [];
  if (told.kind === "law") {
    const { law } = told;
    return column && law ? [{ kind: "law", law: law as never, after: column }] : [];
  }
  const atItsTime: Keep[] = column ? [{ kind: "until", column }] : [];
  if (told.days === undefined) return atItsTime;
  const set = keep.kind === "until" || keep.kind === "used" ? keep.set : undefined;
  const after = there(told.after ?? set?.after);
  return after ? [{ kind: "period", after, days }, ...atItsTime] : [];
}

/** Whose rows of the table go by what was told, as an SQL condition that is asked once a query. */
function whoseNotice({ table, told }: KeptAsTold): string {
  const asked = `'${table.table}', '${told.replaceAll("'", "''")}'`;
  const organisation = organisationColumn(table);
  return organisation
    ? `${quote(organisation)} = any ((select kernel.keeping(${asked}))::uuid[])`
    : `(select kernel.operator_keeps(${asked}))`;
}

/** Over by what was told, as an SQL condition on the table's rows; undefined when no column says so. */
export function isOverAsTold(kept: KeptAsTold, now?: string): string | undefined {
  const over = kept.rules.map((keep) => isExpired({ ...kept.table, keep }, now));
  return over.length === 0 ? undefined : `${whoseNotice(kept)} and (${over.join(" or ")})`;
}
