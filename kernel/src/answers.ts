import type { Contract } from "@terskel/platform/contract";
import { fieldsOf } from "@terskel/platform/columns";
import type { Processing } from "./declare.ts";

/**
 * What the routes' answers show that their activities may not use, one sentence each; also each field
 * that does not say what it shows.
 */
export function answerFaults(
  contracts: readonly Contract[],
  processings: readonly Processing[],
): string[] {
  const columns = new Map(
    processings.flatMap((p) =>
      p.tables.flatMap(({ table, columns }) =>
        Object.entries(columns).map(([name, column]) => [`${table}.${name}`, column] as const),
      ),
    ),
  );
  return contracts.flatMap(({ id, activity, response }) =>
    (response ? fieldsOf(response) : []).flatMap(({ path, shown }) => {
      if (!shown) return [`${id}: ${path} does not say which column it shows.`];
      if (shown.column === undefined) return [];
      const [label, ...uses] = columns.get(shown.column) ?? [];
      if (!label) return [`${id}: ${path} shows ${shown.column}, which is not declared.`];
      return label === "technical" || uses.includes(activity)
        ? []
        : [`${id}: ${path} shows ${shown.column}, which ${activity} may not use.`];
    }),
  );
}
