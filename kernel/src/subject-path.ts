import type { Erase, Subject, TableDeclaration } from "./declare.ts";

/**
 * The keys by which a person is known: as a member of an organisation (`kernel.memberships.id`), as an
 * account (`identity.persons.id`), or by an e-mail address or telephone number alone.
 */
export type SubjectKind = "member" | "account" | "address";

const roots: Readonly<Record<string, SubjectKind>> = {
  "kernel.memberships.id": "member",
  "identity.persons.id": "account",
};

export const subjectsOf = (table: TableDeclaration): readonly Subject[] =>
  "subjects" in table ? table.subjects : [];

/** Every erasure rule of the table: its own, and those for one of its subjects. */
export const erasesOf = (table: TableDeclaration): readonly Erase[] => [
  table.erase,
  ...subjectsOf(table).flatMap(({ erase }) => erase ?? []),
];

/** What the path ends in; undefined when it leads to nobody. */
export function kindOf(table: TableDeclaration, subject: Subject): SubjectKind | undefined {
  const end =
    subject.onward?.references ?? subject.references ?? `${table.table}.${subject.column}`;
  if (roots[end]) return roots[end];
  const [label] = table.columns[subject.column] ?? [];
  return !subject.references && label === "contact" ? "address" : undefined;
}

/** Quoted only as far as it has to be: declared names are compared with the catalogue at the start. */
export const quote = (name: string) =>
  name
    .split(".")
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join(".");

/** Of whom a transaction is told by their keys, a function in the database each. */
export type Persons = "subjects" | "withheld" | "restricted";

/** Their keys of one kind: an array that is asked for once a query, not once a row, and in one step. */
const keysOf = (persons: Persons, kind: SubjectKind) =>
  kind === "address"
    ? `array(select kernel.${persons}('address'))`
    : `(select kernel.${persons}_ids('${kind}'))::uuid[]`;

/** A condition on the table's rows: they lead to one of these persons. */
function leadsTo(table: TableDeclaration, subject: Subject, persons: Persons): string {
  const kind = kindOf(table, subject);
  if (!kind) throw new Error(`${table.table}.${subject.column} leads to nobody.`);
  const keys = keysOf(persons, kind);
  const own = (column: string, among: string) => `${quote(column)} = any (${among})`;
  if (!subject.onward) return own(subject.column, keys);
  const [schema, name, key] = (subject.references ?? "").split(".");
  const step = `select ${quote(key ?? "")} from ${quote(`${schema}.${name}`)} where ${own(subject.onward.column, keys)}`;
  return own(subject.column, `array(${step})`);
}

/** A condition on the table's rows: they lead to one of these persons by any path; undefined: they lead to nobody. */
export function leadsToAny(table: TableDeclaration, persons: Persons): string | undefined {
  const paths = subjectsOf(table).map((subject) => leadsTo(table, subject, persons));
  return paths.length === 0 ? undefined : `(${paths.join(" or ")})`;
}

/**
 * A condition on the table's rows: they are about a person whom the transaction's rights request is for
 * (`Context.subjects`). What an address leads to counts only at the organisation that is asked, if one is:
 * the same person may be known by it elsewhere.
 */
export function isAbout(table: TableDeclaration, subject: Subject): string {
  const leads = leadsTo(table, subject, "subjects");
  if (kindOf(table, subject) !== "address") return leads;
  const asked = "(select kernel.asked())";
  const there = Object.hasOwn(table.columns, "organisation_id")
    ? `(${asked} is null or organisation_id = ${asked})`
    : `${asked} is null`;
  return `(${leads} and ${there})`;
}
