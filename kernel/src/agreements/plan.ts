import { sql } from "kysely";
import type { RawBuilder, Transaction } from "kysely";
import { laws } from "../laws.ts";
import type { Country, LawId } from "../laws.ts";
import { graphOf } from "../retention/graph.ts";
import type { Graph } from "../retention/graph.ts";
import { unheld } from "../retention/remove.ts";
import {
  isAnyRestricted,
  restrictedWithin,
  takingNobodyRestricted,
  verifying,
} from "../retention/restricted.ts";
import { writeRule } from "../retention/rule.ts";
import type { RightsPorts } from "../scope.ts";
import type { TableDeclaration } from "../declare.ts";
import { accountsAmong, fatesOf, ofOrganisation, onlyAt } from "./fates.ts";

type Tx = Transaction<unknown>;

/** What goes or stays of one table, and by which rule. No personal data. */
export type Going = {
  readonly table: string;
  readonly does: "delete" | "lock" | "kept-by-hold" | "kept-by-restriction";
  readonly rows: number;
  readonly rule: string;
  /** For what stays: the law's article, and when the last of it goes. */
  readonly law?: LawId;
  readonly article?: string;
  readonly until?: Date;
};

/** What an organisation has, and what its end does or did to it, table by table; nothing is done. */
export async function planEnd(
  ports: RightsPorts,
  { id, country }: { id: string; country: string },
): Promise<Going[]> {
  const catalogue = await ports.catalogue();
  const graph = graphOf(ports.processings, catalogue);
  const accounts = accountsAmong(graph.tables);
  const fates = fatesOf(graph.tables, catalogue);
  const restricted = await countRestricted(ports, graph, [
    ...fates.map(({ table }) => ({ table, whose: ofOrganisation(id) })),
    ...(accounts ? [{ table: accounts, whose: onlyAt(id) }] : []),
  ]);
  return await ports.withContext({ activity: "kernel.retention" }, async (tx: Tx) => {
    const holdsUntil = await lastHold(tx, id);
    const found: Going[] = [];
    const add = (table: string, rule: string, { total, kept, goes, until }: Counted, law?: LawId) =>
      found.push(
        ...line({ table, does: "delete", rows: goes, rule }),
        ...(law
          ? line({
              table,
              does: "lock",
              rows: kept,
              rule: `lock ${law}`,
              law,
              article: laws[law].article[country as Country],
              ...(until ? { until } : {}),
            })
          : []),
        ...line({
          table,
          does: "kept-by-hold",
          rows: total - kept - goes,
          rule,
          ...(holdsUntil ? { until: holdsUntil } : {}),
        }),
        ...line({ table, does: "kept-by-restriction", rows: restricted.get(table) ?? 0, rule }),
      );
    for (const { table, rule, kept } of fates) {
      add(table.table, rule, await count(tx, graph, table, ofOrganisation(id), kept), kept?.law);
    }
    if (accounts) {
      const counted = await count(tx, graph, accounts, onlyAt(id));
      add(accounts.table, writeRule({ kind: "while", lives: "account" }), counted);
    }
    return found;
  });
}

const line = (going: Going) => (going.rows > 0 ? [going] : []);

type Counted = { total: number; kept: number; goes: number; until: Date | null };

async function count(
  tx: Tx,
  graph: Graph,
  table: TableDeclaration,
  whose: RawBuilder<unknown>,
  kept: { readonly where: string; readonly until: string } = { where: "false", until: "null" },
): Promise<Counted> {
  const { where, until } = kept;
  const { rows } = await sql<Counted>`
    select count(*) as total, count(*) filter (where ${sql.raw(where)}) as kept,
           count(*) filter (where (${sql.raw(where)}) is not true${await unheld(tx, graph, table)}) as goes,
           max((${sql.raw(until)})::timestamptz) filter (where ${sql.raw(where)}) as until
      from ${sql.table(table.table)} r
     where ${whose}${await takingNobodyRestricted(tx, graph, table)}`.execute(tx);
  return rows[0] ?? { total: 0, kept: 0, goes: 0, until: null };
}

type Whose = { readonly table: TableDeclaration; readonly whose: RawBuilder<unknown> };

/** By table, the rows that wait until a restriction ends; what ends an agreement does not see them. */
async function countRestricted({ withContext }: RightsPorts, graph: Graph, all: readonly Whose[]) {
  return await withContext({ activity: verifying }, async (tx: Tx) => {
    const found = new Map<string, number>();
    if (!(await isAnyRestricted(tx))) return found;
    for (const { table, whose } of all) {
      const { rows } = await sql<{ rows: number }>`
        select count(*) as rows from ${sql.table(table.table)} r
         where ${whose} and (${sql.raw(restrictedWithin(graph, table))})`.execute(tx);
      found.set(table.table, rows[0]?.rows ?? 0);
    }
    return found;
  });
}

async function lastHold(tx: Tx, organisation: string): Promise<Date | undefined> {
  const { rows } = await sql<{ until: Date | null }>`
    select max(until) as until from kernel.holds
     where organisation_id = ${organisation}::uuid and until > now()`.execute(tx);
  return rows[0]?.until ?? undefined;
}
