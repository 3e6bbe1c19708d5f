import type { Processing } from "../declare.ts";
import { deskTitle } from "../desk-title.ts";
import { organisationColumn } from "./held.ts";

/** What a hold can be limited to: what an organisation stores about people. A hold does not hold holds. */
export function holdableTables(processings: readonly Processing[]) {
  return processings
    .flatMap((p) => p.tables)
    .filter((table) => table.table !== "kernel.holds" && organisationColumn(table) !== undefined)
    .flatMap((table) => {
      const title = deskTitle(table);
      return title ? [{ table: table.table, title }] : [];
    });
}
