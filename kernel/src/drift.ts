import type { CatalogueTable } from "@terskel/platform/db";
import type { Processing } from "./declare.ts";
import { labels } from "./labels.ts";

/**
 * What in the live database and in the declarations does not fit together, one sentence each.
 * Nothing wrong: an empty list. Checked at every start and in the tests.
 */
export function findDrift(
  processings: readonly Processing[],
  catalogue: readonly CatalogueTable[],
): string[] {
  const faults: string[] = [];
  const activities = new Set(processings.flatMap((p) => p.activities.map((a) => a.id)));
  const declared = new Map(processings.flatMap((p) => p.tables.map((t) => [t.table, t] as const)));
  const live = new Map(catalogue.map((table) => [`${table.schema}.${table.table}`, table]));
  const used = new Set<string>();

  for (const [name, table] of live) {
    const declaration = declared.get(name);
    if (!declaration) {
      faults.push(`${name} is in the database, and nobody declares it.`);
      continue;
    }
    for (const { name: column } of table.columns) {
      if (!(column in declaration.columns)) faults.push(`${name}.${column} has no label.`);
    }
    if (!table.rowSecurity || !table.rowSecurityForced) {
      faults.push(`${name} does not force row-level security.`);
    }
  }
  for (const [name, declaration] of declared) {
    const columns = live.get(name)?.columns.map((column) => column.name);
    if (!columns) {
      faults.push(`${name} is declared, and not in the database.`);
      continue;
    }
    for (const [column, [label, ...uses]] of Object.entries(declaration.columns)) {
      if (!columns.includes(column))
        faults.push(`${name}.${column} is declared, and not in the database.`);
      if (!(label in labels)) faults.push(`${name}.${column}: ${label} is not a label.`);
      if (label !== "technical" && uses.length === 0) {
        faults.push(`${name}.${column} is personal data that no activity may use.`);
      }
      for (const activity of uses) {
        used.add(activity);
        if (!activities.has(activity))
          faults.push(`${name}.${column}: there is no activity ${activity}.`);
      }
    }
    for (const column of namedColumns(declaration)) {
      if (!columns.includes(column))
        faults.push(`${name}: its rules name the column ${column}, which is not there.`);
    }
  }
  for (const activity of activities) {
    if (!used.has(activity) && !activity.startsWith("kernel.")) {
      faults.push(`${activity} is declared, and uses no column.`);
    }
  }
  return faults;
}

function namedColumns(table: Processing["tables"][number]): string[] {
  const { keep, erase } = table;
  return [
    ...(keep.kind === "until" || keep.kind === "with" ? [keep.column] : []),
    ...(keep.kind === "period" ? [keep.after] : []),
    ...(erase.kind === "anonymise" ? erase.columns : []),
    ...("subjects" in table ? table.subjects.map((subject) => subject.column) : []),
  ];
}
