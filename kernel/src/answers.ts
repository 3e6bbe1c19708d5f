import { fieldsOf } from "@terskel/platform/columns";
import type { Field } from "@terskel/platform/columns";
import type { Contract } from "@terskel/platform/contract";
import type { Column, Processing } from "./declare.ts";

/**
 * What the routes' answers show that their activities may not use, and each field that does not say
 * what it shows; one sentence each, with what to write.
 */
export function answerFaults(
  contracts: readonly Contract[],
  processings: readonly Processing[],
): string[] {
  const declared = declaredIn(processings);
  return contracts.flatMap((contract) => {
    const shown = contract.response ?? contract.file?.shows ?? contract.raw?.shows;
    return (shown ? fieldsOf(shown) : []).flatMap((field) =>
      fieldFaults(contract, field, declared),
    );
  });
}

type Declared = {
  readonly columns: ReadonlyMap<string, Column>;
  readonly everyColumn: ReadonlySet<string>;
};

function declaredIn(processings: readonly Processing[]): Declared {
  return {
    columns: new Map(
      processings.flatMap(({ tables }) =>
        tables.flatMap(({ table, columns }) =>
          Object.entries(columns).map(([name, column]) => [`${table}.${name}`, column] as const),
        ),
      ),
    ),
    everyColumn: new Set(
      processings.flatMap(({ activities }) =>
        activities.filter((each) => each.usesEveryColumn).map(({ id }) => id),
      ),
    ),
  };
}

function fieldFaults(
  { id, activity }: Contract,
  { path, shown }: Field,
  { columns, everyColumn }: Declared,
): string[] {
  const field = `${id}: ${path || "the answer"}`;
  if (!shown) {
    const like = likely(path, activity, columns);
    return [
      `${field} does not say what it shows. Write ${like} around it, or plain("why it is about nobody", …).`,
    ];
  }
  return [
    ...(shown.everyColumn && !everyColumn.has(activity)
      ? [`${field} is drawn from every column, and ${activity} does not declare usesEveryColumn.`]
      : []),
    ...(shown.plain !== undefined && shown.columns.length > 0
      ? [
          `${field} shows ${shown.columns.join(", ")}, and is said to be about nobody. Take one away.`,
        ]
      : []),
    ...shown.columns.flatMap((column) => {
      const [label, ...uses] = columns.get(column) ?? [];
      if (!label) return [`${field} shows ${column}, which nobody declares.`];
      if (label === "technical" || uses.includes(activity)) return [];
      return [
        `${field} shows ${column} (${label}), which ${activity} may not use. Leave it out, or, where the purpose covers it, add "${activity}" to that column's declaration.`,
      ];
    }),
  ];
}

/** As one would write it: the columns of the field's name which the activity may use. */
function likely(path: string, activity: string, columns: Declared["columns"]): string {
  const name = (path.split(".").at(-1) ?? "").replaceAll(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
  const found = [...columns]
    .filter(([column, [label, ...uses]]) => {
      const usable = label === "technical" || uses.includes(activity);
      return usable && column.endsWith(`.${name}`);
    })
    .map(([column]) => `${column.slice(0, -name.length - 1)}("${name}", …)`);
  return found.length > 0 && found.length <= 4 ? found.join(" or ") : 'its table("its column", …)';
}
