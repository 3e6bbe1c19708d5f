import type { CatalogueTable } from "@terskel/platform/db";
import type { Processing, TableDeclaration } from "./declare.ts";
import { storedFaults } from "./consents/stored.ts";
import { consentFaults, kindFaults } from "./kinds.ts";
import { labels } from "./labels.ts";
import { isPromiseId } from "./promises/ids.ts";
import { ruleFaults, subjectFaults } from "./rule-faults.ts";
import { kindOf, subjectsOf } from "./subject-path.ts";

/**
 * What in the live database and in the declarations does not fit together, one sentence each.
 * Nothing wrong: an empty list. Checked at every start and in the tests.
 * @param of `some` modules: what leads to a person in another's schema is not followed
 */
export function findDrift(
  processings: readonly Processing[],
  catalogue: readonly CatalogueTable[],
  of: "all" | "some" = "some",
): string[] {
  const declared = new Map(processings.flatMap((p) => p.tables.map((t) => [t.table, t] as const)));
  const live = new Map(catalogue.map((table) => [`${table.schema}.${table.table}`, table]));
  const activities = new Set(processings.flatMap((p) => p.activities.map((a) => a.id)));
  const schemas = new Set(processings.flatMap((p) => p.schemas));
  const follow = (schema: string) => of === "all" || schemas.has(schema);
  return [
    ...processings.flatMap(ownershipFaults),
    ...duplicates(processings.flatMap((p) => p.tables.map((t) => t.table))),
    ...[...live].flatMap(([name, table]) => liveFaults(name, table, declared.get(name))),
    ...[...declared.values()].flatMap((declaration) => {
      const table = live.get(declaration.table);
      if (!table) return [`${declaration.table} is declared, and not in the database.`];
      return [
        ...columnFaults(declaration, table, activities),
        ...ruleFaults(declaration, table, live, activities),
        ...subjectFaults(declaration, live, declared, follow),
      ];
    }),
    ...activityFaults(processings),
    ...consentFaults(processings),
    // What a table hangs on may be another module's.
    ...(of === "all" ? kindFaults(processings, live) : []),
    ...objectionFaults(processings),
    ...storedFaults(processings),
  ];
}

const duplicates = (names: readonly string[]) =>
  names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => `${name} is declared twice.`);

/** A module declares in its own name, about its own schemas. */
function ownershipFaults({ module, schemas, activities, tables }: Processing): string[] {
  return [
    ...tables
      .filter(({ table }) => !schemas.includes(table.split(".")[0] ?? ""))
      .map(({ table }) => `${table} is in no schema of ${module}.`),
    ...activities
      .filter(({ id }) => !id.startsWith(`${module}.`))
      .map(({ id }) => `${id} is declared by ${module}, whose name it does not begin with.`),
  ];
}

function liveFaults(name: string, table: CatalogueTable, declaration?: TableDeclaration): string[] {
  if (!declaration) return [`${name} is in the database, and nobody declares it.`];
  return [
    ...table.columns
      .filter((column) => !Object.hasOwn(declaration.columns, column.name))
      .map((column) => `${name}.${column.name} has no label.`),
    ...(table.rowSecurity && table.rowSecurityForced
      ? []
      : [`${name} does not force row-level security.`]),
  ];
}

function columnFaults(
  { table: name, columns }: TableDeclaration,
  table: CatalogueTable,
  activities: ReadonlySet<string>,
): string[] {
  return Object.entries(columns).flatMap(([column, [label, ...uses]]) => [
    ...(hasColumn(table, column)
      ? []
      : [`${name}.${column} is declared, and not in the database.`]),
    ...(Object.hasOwn(labels, label) ? [] : [`${name}.${column}: ${label} is not a label.`]),
    ...(label !== "technical" && uses.length === 0
      ? [`${name}.${column} is personal data that no activity may use.`]
      : []),
    ...uses
      .filter((activity) => !activities.has(activity))
      .map((activity) => `${name}.${column}: there is no activity ${activity}.`),
  ]);
}

/** Every activity stands once, uses something or says why not, and says what its ground needs. */
function activityFaults(processings: readonly Processing[]): string[] {
  const all = processings.flatMap((p) => p.activities);
  const used = new Set(
    processings.flatMap((p) =>
      p.tables.flatMap((t) => Object.values(t.columns).flatMap(([, ...uses]) => uses)),
    ),
  );
  return [
    ...duplicates(all.map(({ id }) => id)),
    ...all.flatMap(({ id, usesNoColumn, promises }) => [
      ...(!used.has(id) && !usesNoColumn ? [`${id} is declared, and uses no column.`] : []),
      ...(used.has(id) && usesNoColumn ? [`${id} says that it uses no column, and does.`] : []),
      ...promises
        .filter((promise) => !isPromiseId(promise))
        .map((promise: string) => `${id} carries ${promise}, which is no promise.`),
    ]),
    ...all.flatMap((activity) =>
      [activity, ...Object.values(activity.groundOf ?? {})]
        // GDPR Art. 13(1)(d).
        .filter(({ basis, interest }) => basis === "legitimate-interest" && !interest)
        .map(() => `${activity.id} rests on a legitimate interest that it does not name.`),
    ),
    ...all
      .filter(({ basis, consent }) => (basis === "consent") !== (consent !== undefined))
      .map(({ id }) => `${id}: consent is asked where it is the ground, and nowhere else.`),
  ];
}

/** What is objected to at once, is so for an address also after it has gone: by a column that stands for it. */
function objectionFaults(processings: readonly Processing[]): string[] {
  const atOnce = new Set(
    processings.flatMap((p) => p.activities.flatMap((a) => (a.objection ? [a.id] : []))),
  );
  return processings
    .flatMap((p) => p.tables)
    .filter(({ columns }) =>
      Object.values(columns).some(([, ...uses]) => uses.some((use) => atOnce.has(use))),
    )
    .flatMap((table) =>
      subjectsOf(table)
        .filter((subject) => kindOf(table, subject) === "address" && subject.key === undefined)
        .map(
          ({ column }) =>
            `${table.table}.${column} is marketed to or profiled by, and has no key by which an objection outlives it.`,
        ),
    );
}

const hasColumn = (table: CatalogueTable, name: string) =>
  table.columns.some((column) => column.name === name);
