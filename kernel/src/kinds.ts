import type { CatalogueTable } from "@terskel/platform/db";
import type { OrganisationKind, Processing, TableDeclaration } from "./declare.ts";
import { groundOf } from "./ground.ts";
import { organisationColumn } from "./retention/held.ts";
import type { Guard } from "./retention/guards.ts";
import { quote, subjectsOf } from "./subject-path.ts";

type Kinds = readonly OrganisationKind[];
type Live = ReadonlyMap<string, CatalogueTable>;

/**
 * A notice leaves out what an organisation of its kind does not do. So it cannot be done: where all purposes of a
 * table are limited to some kinds, no other has rows in it. One sentence for each table of which that is not so.
 */
export function kindFaults(processings: readonly Processing[], live: Live): string[] {
  const tables = new Map(processings.flatMap((p) => p.tables.map((t) => [t.table, t] as const)));
  const kinds = new Map(processings.flatMap((p) => p.activities.map((a) => [a.id, a.kinds])));
  return [...tables.values()].flatMap((table) => {
    const its = usedAt(table, kinds);
    if (!its || organisationColumn(table) === undefined) return [];
    if (isHeldTo(its, table.table, tables, live, new Set())) return [];
    return [
      `${table.table}: its purposes are those of ${its.join(", ")}, and others may have rows.`,
    ];
  });
}

/** The kinds at which something of the table is used; undefined: all. */
function usedAt(
  table: TableDeclaration,
  kinds: ReadonlyMap<string, Kinds | undefined>,
): Kinds | undefined {
  const uses = new Set(Object.values(table.columns).flatMap(([, ...ids]) => ids));
  if (subjectsOf(table).length === 0 || uses.size === 0) return undefined;
  const all = [...uses].map((id) => kinds.get(id));
  return all.includes(undefined) ? undefined : [...new Set(all.flatMap((each) => each ?? []))];
}

/** Refuses the table others, or does one without whose rows it has none, or none that lead to anybody? */
function isHeldTo(
  kinds: Kinds,
  name: string,
  tables: ReadonlyMap<string, TableDeclaration>,
  live: Live,
  seen: Set<string>,
): boolean {
  if (seen.has(name)) return false;
  seen.add(name);
  const declared = tables.get(name);

  if (declared?.kinds?.every((kind) => kinds.includes(kind))) return true;
  const leads = (declared ? subjectsOf(declared) : []).map(({ references }) =>
    references?.split(".").slice(0, 2).join("."),
  );
  if (
    leads.length > 0 &&
    leads.every((to) => to && isHeldTo(kinds, to, tables, live, new Set(seen)))
  )
    return true;
  const table = live.get(name);
  const required = (column: string) =>
    table?.columns.some((each) => each.name === column && !each.nullable) === true;
  return (table?.foreignKeys ?? []).some(
    (key) => key.columns.every(required) && isHeldTo(kinds, key.table, tables, live, seen),
  );
}

/** What an employee has to agree to is not agreed to freely (GDPR Art. 7(4), recital 43). */
export const consentFaults = (processings: readonly Processing[]): string[] =>
  processings
    .flatMap((p) => p.activities)
    .filter((activity) => activity.kinds?.includes("employer") ?? true)
    .map((activity) => ({ id: activity.id, ...groundOf(activity, "employer") }))
    .filter(({ basis, controller }) => basis === "consent" && controller === "organisation")
    .map(({ id }) => `${id}: an employer rests it on the consent of those who work there.`);

/** A row of an organisation of another kind is refused by the database, whoever writes it. */
export const deriveKinds = (processings: readonly Processing[]): Guard[] =>
  processings
    .flatMap((p) => p.tables)
    .flatMap((table) => {
      const column = organisationColumn(table);
      if (!table.kinds || column === undefined) return [];
      const given = [column, ...table.kinds].map((each) => `'${each}'`).join(", ");
      return [
        {
          table: table.table,
          name: "kernel_kind",
          rule: `before insert on ${quote(table.table)} for each row execute function kernel.refuse_kind(${given})`,
        },
      ];
    });
