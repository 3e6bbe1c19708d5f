import type { CatalogueTable } from "@terskel/platform/db";
import type { Erase, TableDeclaration } from "./declare.ts";
import { laws } from "./laws.ts";
import { timeColumn } from "./expiry.ts";
import { erasesOf, kindOf, subjectsOf } from "./subject-path.ts";

type Live = ReadonlyMap<string, CatalogueTable>;

/** Can the keep and erasure rules be carried out? One sentence for each that cannot. */
export function ruleFaults(
  declaration: TableDeclaration,
  table: CatalogueTable,
  live: Live,
  activities: ReadonlySet<string>,
): string[] {
  const { table: name, keep } = declaration;
  const erases = erasesOf(declaration);
  const time = timeColumn(keep);
  const named = [
    ...(time === undefined ? [] : [time]),
    ...(keep.kind === "with" ? [keep.column] : []),
    ...((keep.kind === "until" || keep.kind === "used") && keep.set?.after ? [keep.set.after] : []),
    ...erases.flatMap((erase) => (erase.kind === "anonymise" ? erase.columns : [])),
    ...erases.flatMap((erase) => (erase.kind === "lock" ? [erase.after] : [])),
  ];
  const follows =
    keep.kind !== "with" ||
    table.foreignKeys.some(
      (key) =>
        key.onDelete === "cascade" && key.table === keep.table && key.columns.includes(keep.column),
    );
  return [
    ...named
      .filter((column) => !columnOf(table, column))
      .map((column) => `${name}: its rules name the column ${column}, which is not there.`),
    // Retention looks every minute: by an index, or it reads the whole table each time.
    ...(time === undefined ||
    ("droppedBy" in keep && keep.droppedBy) ||
    !columnOf(table, time) ||
    table.indexed.includes(time)
      ? []
      : [`${name}: no index begins with ${time}, by which its time is found.`]),
    ...(follows || keep.kind !== "with"
      ? []
      : [`${name}: deleting a row of ${keep.table} does not delete by ${keep.column}.`]),
    ...erases.flatMap((erase) => eraseFaults(declaration, erase, table, activities)),
    ...lawFaults(declaration, table),
    // Retention locks what it deletes, so that two runs do not meet.
    ...(isDeleted(declaration) && !table.isDeletable
      ? [`${name}: the program's role may not delete its rows, or not lock them.`]
      : []),
    ...(isDeleted(declaration) ? blocks(name, live) : []),
  ];
}

/** By retention or by an erasure. */
const isDeleted = (declaration: TableDeclaration) =>
  ["until", "period", "law", "used"].includes(declaration.keep.kind) ||
  erasesOf(declaration).some(({ kind }) => kind === "delete" || kind === "lock");

function eraseFaults(
  declaration: TableDeclaration,
  erase: Erase,
  table: CatalogueTable,
  activities: ReadonlySet<string>,
): string[] {
  const { table: name } = declaration;
  if (erase.kind === "anonymise") {
    return erase.columns
      .filter((column) => columnOf(table, column)?.nullable === false)
      .map((column) => `${name}.${column} cannot be anonymised: it may not be null.`);
  }
  if (erase.kind === "unlink") {
    return subjectsOf(declaration)
      .filter((subject) => !subject.onward && (subject.erase ?? declaration.erase) === erase)
      .map(({ column }) => `${name}.${column} leads to the person itself: no link goes.`);
  }
  if (erase.kind !== "lock") return [];
  return [
    ...table.foreignKeys
      .filter(({ onDelete }) => onDelete === "cascade")
      .flatMap(({ columns }) => subjectsOf(declaration).filter((s) => columns.includes(s.column)))
      .map(({ column }) => `${name} cannot be kept by law: ${column} goes, and takes it along.`),
    ...(activities.has(erase.for) ? [] : [`${name}: there is no activity ${erase.for}.`]),
    ...(columnOf(table, "id")?.type === "uuid"
      ? []
      : [`${name} has no id by which to lock a row.`]),
  ];
}

/** A law's time depends on the organisation's country. */
function lawFaults(declaration: TableDeclaration, table: CatalogueTable): string[] {
  const rules = [declaration.keep, ...erasesOf(declaration)].flatMap((rule) =>
    "law" in rule ? [rule.law] : [],
  );
  return rules.flatMap((law) => [
    ...(Object.hasOwn(laws, law) ? [] : [`${declaration.table}: ${law} is no law we know.`]),
    ...(columnOf(table, "organisation_id")
      ? []
      : [`${declaration.table} has no organisation_id, whose country says how long law keeps it.`]),
  ]);
}

/** What hangs on a row that goes has to go with it, or to let it go. */
function blocks(name: string, live: Live): string[] {
  return [...live].flatMap(([other, table]) =>
    table.foreignKeys
      .filter((key) => key.table === name)
      .flatMap((key) => [
        ...(key.onDelete === "refuse"
          ? [`${name} cannot be erased: ${other}.${key.columns.join(", ")} does not let it go.`]
          : []),
        ...key.nulls
          .filter((column) => columnOf(table, column)?.nullable === false)
          .map((column) => `${name} cannot be erased: ${other}.${column} may not be null.`),
      ]),
  );
}

/** Does each path to a person exist, here and where it leads, and does it end at one? */
export function subjectFaults(
  declaration: TableDeclaration,
  live: Live,
  declared: ReadonlyMap<string, TableDeclaration>,
  follow: (schema: string) => boolean,
): string[] {
  const { table: name } = declaration;
  const own = live.get(name);
  return subjectsOf(declaration).flatMap((subject) => {
    const { column, references, onward } = subject;
    const next = references?.split(".").slice(0, 2).join(".") ?? "";
    const columns = [column, ...(subject.sees ?? []), ...(subject.key ? [subject.key] : [])];
    const missing = columns.filter((name) => own && !columnOf(own, name));
    const steps = [references, onward?.references].flatMap((step) => step ?? []);
    return [
      ...missing.map((each) => `${name}: its rules name the column ${each}, which is not there.`),
      ...steps
        .filter((step) => follow(step.split(".")[0] ?? "") && !isThere(live, step))
        .map((step) => `${name}.${column} leads to ${step}, which is not there.`),
      ...(onward && follow(next.split(".")[0] ?? "") && !isThere(live, `${next}.${onward.column}`)
        ? [`${name}.${column} leads on by ${next}.${onward.column}, which is not there.`]
        : []),
      // What a policy reads to find the person stays readable for a restricted one (policies.ts).
      ...(onward ? Object.entries(declared.get(next)?.columns ?? {}) : [])
        .filter(([, [label]]) => !["technical", "pseudonym", "membership", "time"].includes(label))
        .map(
          ([more]) =>
            `${name}.${column} leads on through ${next}, whose ${more} is more than a link.`,
        ),
      ...(kindOf(declaration, subject) ? [] : [`${name}.${column} leads to nobody.`]),
    ];
  });
}

function isThere(live: Live, path: string): boolean {
  const [schema, table, column] = path.split(".");
  const found = live.get(`${schema}.${table}`);
  return found !== undefined && columnOf(found, column ?? "") !== undefined;
}

const columnOf = (table: CatalogueTable, name: string) =>
  table.columns.find((column) => column.name === name);
