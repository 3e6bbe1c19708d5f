import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { TableDeclaration } from "../declare.ts";
import { deskTitle } from "../desk-title.ts";
import { expiresAt, isExpired } from "../expiry.ts";
import type { RightsPorts } from "../scope.ts";
import type { Context, WithContext } from "../tenancy.ts";
import { organisationColumn } from "./held.ts";
import { isAnyRestricted, isRestricted, verifying } from "./restricted.ts";
import { writeRule } from "./rule.ts";
import { ruleText } from "./rule-text.ts";

type Tx = Transaction<unknown>;

/** Rows of a table that are past their time and kept because of a restriction (GDPR Art. 18(2)). Of nobody. */
export type Withheld = {
  readonly table: TableDeclaration;
  readonly rows: number;
  /** When the time of the first of them was up. */
  readonly since: Date;
};

/**
 * What retention leaves because it does not see it, as what verifies counts it.
 * @param organisation only its rows; the operator's are also those of no organisation, of accounts
 */
export async function countWithheld(
  withContext: WithContext,
  tables: readonly TableDeclaration[],
  organisation?: string,
): Promise<Withheld[]> {
  return await withContext({ activity: verifying }, async (tx: Tx) => {
    if (!(await isAnyRestricted(tx))) return [];
    const found: Withheld[] = [];
    for (const table of tables) {
      const [expired, goes, restricted] = [
        isExpired(table),
        expiresAt(table.keep),
        isRestricted(table),
      ];
      if (!expired || !goes || !restricted) continue;
      const { rows } = await sql<{ rows: number; since: Date | null }>`
        select count(*) as rows, min(${sql.raw(goes)}) as since from ${sql.table(table.table)} r
         where ${sql.raw(expired)} and ${sql.raw(restricted)}${whose(table, organisation)}`.execute(
        tx,
      );
      const [{ rows: count, since } = { rows: 0, since: null }] = rows;
      if (since) found.push({ table, rows: count, since });
    }
    return found;
  });
}

function whose(table: TableDeclaration, organisation: string | undefined) {
  if (organisation === undefined) return sql``;
  const column = organisationColumn(table);
  if (column) return sql` and r.${sql.ref(column)} = ${organisation}::uuid`;
  return sql` and exists (select from kernel.organisations o
                           where o.id = ${organisation}::uuid and o.kind = 'operator')`;
}

/** For the privacy desk, by table and rule. */
export async function listWithheld(
  { withContext, processings }: RightsPorts,
  { organisation }: Context,
) {
  const tables = processings.flatMap((p) => p.tables);
  const found = await countWithheld(withContext, tables, organisation ?? "");
  return {
    tables: found.map(({ table, rows, since }) => {
      const title = deskTitle(table);
      const rule = writeRule(table.keep);
      return {
        table: table.table,
        ...(title ? { title } : {}),
        rule,
        why: ruleText(rule),
        rows,
        since: since.toISOString(),
      };
    }),
  };
}
