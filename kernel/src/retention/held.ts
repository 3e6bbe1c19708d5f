import type { Subject, TableDeclaration } from "../declare.ts";
import { kindOf, quote, subjectsOf } from "../subject-path.ts";

/** One way in which a hold reaches a row: these columns of it are equal to those of `from`. */
type Reach = {
  readonly own: string;
  readonly theirs: string;
  readonly from: string;
  /** The column that leads to the person it reaches the row by; absent: by its organisation. */
  readonly column?: string;
};

/** The column that says whose row it is; undefined where a row belongs to no organisation. */
export function organisationColumn({ table, columns }: TableDeclaration): string | undefined {
  if (table === "kernel.organisations") return "id";
  return Object.hasOwn(columns, "organisation_id") ? "organisation_id" : undefined;
}

/**
 * By its organisation, or by the persons it is about. What an organisation has is reached by its own
 * holds only; what belongs to none, such as an account, by those of the organisations its person is in.
 */
function reaches(table: TableDeclaration, all: readonly TableDeclaration[]): Reach[] {
  const organisation = organisationColumn(table);
  const names = [table, ...leadingThrough(table, all)].map((each) => `'${each.table}'`).join(", ");
  const held = (kind: string) => `kernel.held(array[${names}], '${kind}') h`;
  const whole = organisation
    ? [{ own: `r.${quote(organisation)}`, theirs: "h.key::uuid", from: held("organisation") }]
    : [];
  const [own, theirs] = organisation
    ? [`r.${quote(organisation)}, `, "h.organisation_id, "]
    : ["", ""];
  const byPerson = subjectsOf(table).flatMap((subject): Reach[] => {
    const kind = kindOf(table, subject);
    if (!kind) return [];
    const { key, from } = ends(subject, kind === "address" ? "h.key" : "h.key::uuid", held(kind));
    return [
      {
        own: `${own}r.${quote(subject.column)}`,
        theirs: `${theirs}${key}`,
        from,
        column: subject.column,
      },
    ];
  });
  return [...whole, ...byPerson];
}

/** A link is kept with what it links: without it, the hold would not find it any more. */
const leadingThrough = (link: TableDeclaration, all: readonly TableDeclaration[]) =>
  all.filter((table) =>
    subjectsOf(table).some(
      ({ onward, references }) =>
        onward && references?.split(".").slice(0, 2).join(".") === link.table,
    ),
  );

/** What the row's own column is compared with, a step further on where the path has one. */
function ends({ references, onward }: Subject, key: string, held: string) {
  if (!onward) return { key, from: held };
  const [schema, name, column] = (references ?? "").split(".");
  return {
    key: `l.${quote(column ?? "")}`,
    from: `${held} join ${quote(`${schema}.${name}`)} l on l.${quote(onward.column)} = ${key}`,
  };
}

/**
 * A hold in force covers the row `r`, as an SQL condition for many rows. May be null: then none does.
 * @param tables all that are declared
 * @param column only a hold on the person to whom this column leads, or on the organisation
 */
export function isHeld(
  table: TableDeclaration,
  tables: readonly TableDeclaration[],
  column?: string,
): string {
  const by = reaches(table, tables).filter(
    (each) => column === undefined || each.column === undefined || each.column === column,
  );
  const all = by.map(({ own, theirs, from }) => `(${own}) in (select ${theirs} from ${from})`);
  return all.length > 0 ? `(${all.join(" or ")})` : "false";
}

/** The holds in force that cover the row `r`, as a query of `hold` and `until`, for one row. */
export function holdsOn(table: TableDeclaration, tables: readonly TableDeclaration[]): string {
  const by = reaches(table, tables).map(
    ({ own, theirs, from }) => `select h.hold, h.until from ${from} where (${own}) = (${theirs})`,
  );
  return by.length > 0
    ? by.join(" union all ")
    : "select null::uuid as hold, null::timestamptz as until where false";
}
