import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { Scope } from "../scope.ts";
import { countRows } from "./count.ts";
import type { Planned } from "./planned.ts";
import type { TableErasure } from "./rules.ts";

type Hold = { id: string; organisation_id: string; table_name: string | null; until: Date };

/** The rows of the person that a legal hold keeps. */
export async function heldRows(
  tx: Transaction<unknown>,
  erasures: readonly TableErasure[],
  { subjects }: Scope,
): Promise<Planned[]> {
  const { rows: holds } = await sql<Hold>`
    select id, organisation_id, table_name, until from kernel.holds
     where until > now() and (member_id is null or member_id = any (${subjects.member}::uuid[]))
     order by until desc`.execute(tx);
  const held: Planned[] = [];
  for (const { table, about, organisation } of erasures) {
    for (const hold of holds) {
      // A hold does not keep itself, nor others of its kind.
      if (
        table === "kernel.holds" ||
        organisation === undefined ||
        (hold.table_name ?? table) !== table
      )
        continue;
      const rows = await countRows(
        tx,
        table,
        `${about} and ${organisation} = '${hold.organisation_id}'`,
      );
      if (rows > 0)
        held.push({ table, does: "kept-by-hold", rows, hold: hold.id, until: hold.until });
    }
  }
  return held;
}
