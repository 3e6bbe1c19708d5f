import type { Processing, TableDeclaration } from "../declare.ts";
import { erasesOf, quote, subjectsOf } from "../subject-path.ts";
import { isHeld } from "./held.ts";

/** A trigger that follows from the declarations. */
export type Guard = { readonly table: string; readonly name: string; readonly rule: string };

/** A hold may be lifted, and ends by its own time. */
const unguarded = new Set(["kernel.holds"]);

/**
 * Whoever deletes what a hold covers, or lets it lead to nobody, is refused: retention, an erasure, an
 * administrator, and whatever cascades from another table.
 */
export function deriveGuards(processings: readonly Processing[]): Guard[] {
  const tables = processings.flatMap((p) => p.tables);
  return tables
    .filter(({ table }) => !unguarded.has(table))
    .flatMap((table) => {
      const held = isHeld(table, tables);
      if (held === "false") return [];
      const people = new Set(subjectsOf(table).map(({ column }) => column));
      const on = quote(table.table);
      const guard = (name: string, event: string, when: string, condition: string) => ({
        table: table.table,
        name,
        rule: `before ${event} on ${on} for each row ${when} execute function kernel.refuse_held('${condition.replaceAll("'", "''")}')`,
      });
      return [
        guard("kernel_hold", "delete", "", held),
        ...[...new Set([...people, ...anonymised(table)])].map((column) =>
          guard(
            `kernel_hold_${column}`,
            `update of ${quote(column)}`,
            `when (old.${quote(column)} is not null and new.${quote(column)} is null)`,
            // Another person's part of the row may go.
            people.has(column) ? isHeld(table, tables, column) : held,
          ),
        ),
      ];
    });
}

/** What an erasure makes null, beside what leads to a person. */
const anonymised = (table: TableDeclaration) =>
  erasesOf(table).flatMap((erase) => (erase.kind === "anonymise" ? erase.columns : []));
