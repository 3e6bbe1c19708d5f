import { laws } from "../laws.ts";
import type { Country, LawId } from "../laws.ts";

/** What an erasure does, or did, to rows of one table. No personal data. */
export type Planned = {
  /** `schema.table`. */
  readonly table: string;
  /** `lock`: kept by law; `kept-by-hold`: as long as the hold stands, nothing is erased at all. */
  readonly does: "delete" | "anonymise" | "lock" | "kept-by-hold";
  readonly rows: number;
  /** For `lock`: the law, its article in the organisation's country, and when the last of the rows goes. */
  readonly law?: LawId;
  readonly article?: string;
  readonly until?: Date;
  /** For `kept-by-hold`, with `until`: `kernel.holds.id`. */
  readonly hold?: string;
};

/** Rows of one organisation's country that a law keeps. */
export type Locked = { readonly country: Country; readonly rows: number; readonly until: Date };

export const planned = (table: string, does: "delete" | "anonymise", rows: number): Planned[] =>
  rows > 0 ? [{ table, does, rows }] : [];

export const plannedLocks = (table: string, law: LawId, locked: readonly Locked[]): Planned[] =>
  locked.map(({ country, rows, until }) => ({
    table,
    does: "lock",
    rows,
    law,
    article: laws[law].article[country],
    until,
  }));
