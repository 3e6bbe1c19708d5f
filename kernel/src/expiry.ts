import type { Keep, TableDeclaration } from "./declare.ts";
import { laws } from "./laws.ts";
import type { LawId } from "./laws.ts";
import { quote } from "./subject-path.ts";

/** When `after`'s fiscal year is over and the law's years have passed, as SQL. */
export function lawEnd(law: LawId, after: string): string {
  const { NO, SE } = laws[law].years;
  return `kernel.law_end(${quote(after)}, ${NO}, ${SE}, organisation_id)`;
}

/**
 * When a row of the table goes, as an SQL expression over its columns (timestamptz; null: no time is
 * set); undefined for a rule that names no time.
 */
export function expiresAt(keep: Keep): string | undefined {
  switch (keep.kind) {
    case "until":
      return quote(keep.column);
    case "used":
      return quote(keep.until);
    case "period":
      return `${quote(keep.after)} + interval '${keep.days * 24} hours'`;
    case "law":
      return lawEnd(keep.law, keep.after);
    case "with":
    case "while":
      return undefined;
  }
}

/** Its time is up, as an SQL condition; undefined for a rule that names no time. */
export function isExpired({ keep }: TableDeclaration): string | undefined {
  // The bare column on the left, so that an index on it is used.
  if (keep.kind === "period")
    return `${quote(keep.after)} <= now() - interval '${keep.days * 24} hours'`;
  const expires = expiresAt(keep);
  return expires && `${expires} <= now()`;
}
