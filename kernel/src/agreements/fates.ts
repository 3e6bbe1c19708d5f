import type { CatalogueTable } from "@terskel/platform/db";
import { sql } from "kysely";
import type { TableDeclaration } from "../declare.ts";
import { erasureOrder } from "../erasure/order.ts";
import { lawEnd } from "../expiry.ts";
import type { LawId } from "../laws.ts";
import { organisationColumn } from "../retention/held.ts";
import { writeRule } from "../retention/rule.ts";
import { erasesOf, kindOf, subjectsOf } from "../subject-path.ts";

/** What the end of an agreement does to an organisation's rows of one table (A13, D12). */
export type Fate = {
  readonly table: TableDeclaration;
  /** As the ledger writes it. */
  readonly rule: string;
  /** What a law keeps: SQL over the table's columns. */
  readonly kept?: Kept;
};
type Kept = {
  readonly law: LawId;
  /** Is its time not over yet? */
  readonly where: string;
  readonly until: string;
  /** Locked row by row; else the law's table as a whole is what the law keeps. */
  readonly locks: boolean;
};

/** Stays as long as it says itself: a hold, and what is locked with the row that a law keeps. */
const staying = new Set(["kernel.holds", "kernel.locked_rows"]);

/** Of all that an organisation has, in the order in which rows can go: what hangs on a row before the row. */
export function fatesOf(
  tables: readonly TableDeclaration[],
  catalogue: readonly CatalogueTable[],
): Fate[] {
  return erasureOrder(tables, catalogue)
    .filter((table) => organisationColumn(table) === "organisation_id")
    .filter((table) => !staying.has(table.table) && !outlives(table, catalogue))
    .map((table) => {
      const kept = keptOf(table);
      const rule =
        table.keep.kind === "with"
          ? writeRule(table.keep)
          : writeRule({ kind: "while", lives: "agreement" });
      return { table, rule, ...(kept ? { kept } : {}) };
    });
}

/** A record of nobody that hangs on no organisation stays for its own time: the ledger, the trail. */
function outlives(table: TableDeclaration, catalogue: readonly CatalogueTable[]): boolean {
  if (subjectsOf(table).length > 0 || table.keep.kind !== "period") return false;
  const live = catalogue.find((each) => `${each.schema}.${each.table}` === table.table);
  return !live?.foreignKeys.some((key) => key.table === "kernel.organisations");
}

function keptOf(table: TableDeclaration): Kept | undefined {
  const lock = erasesOf(table).find((erase) => erase.kind === "lock");
  const rule = lock ?? (table.keep.kind === "law" ? table.keep : undefined);
  if (!rule) return undefined;
  const until = lawEnd(rule.law, rule.after);
  return { law: rule.law, until, where: `${until} > now()`, locks: lock !== undefined };
}

/** The organisation's rows `r` of a table. */
export const ofOrganisation = (organisation: string) =>
  sql`r.organisation_id = ${organisation}::uuid`;

/** Those of them that go: no law keeps them. Holds are looked at apart. */
export const going = ({ kept }: Fate, organisation: string) =>
  kept
    ? sql`${ofOrganisation(organisation)} and (${sql.raw(kept.where)}) is not true`
    : ofOrganisation(organisation);

/** Where accounts stand; undefined where no module has any. */
export const accountsAmong = (tables: readonly TableDeclaration[]) =>
  tables.find((table) =>
    subjectsOf(table).some(
      (subject) =>
        subject.column === "id" && !subject.references && kindOf(table, subject) === "account",
    ),
  );

/** An account `r` that belongs to this organisation and to no other, also none where its person is restricted. */
export const onlyAt = (organisation: string) => sql`
  r.id in (select m.person_id from kernel.memberships m where m.organisation_id = ${organisation}::uuid)
  and not kernel.known_elsewhere(r.id, ${organisation}::uuid)`;
