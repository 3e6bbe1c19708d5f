import type { Keep, TableDeclaration } from "./declare.ts";
import { laws } from "./laws.ts";
import type { LawId } from "./laws.ts";
import { quote } from "./subject-path.ts";

/** The column whose time decides; undefined for a rule that names no time. Retention needs an index on it. */
export function timeColumn(keep: Keep): string | undefined {
  switch (keep.kind) {
    case "until":
      return keep.column;
    case "used":
      return keep.until;
    case "period":
    case "law":
      return keep.after;
    case "with":
    case "while":
      return undefined;
  }
}

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
  const column = timeColumn(keep);
  if (column === undefined) return undefined;
  switch (keep.kind) {
    case "period":
      return `${quote(column)} + interval '${keep.days * 24} hours'`;
    case "law":
      return lawEnd(keep.law, column);
    default:
      return quote(column);
  }
}

/**
 * Its time is up, as an SQL condition; undefined for a rule that names no time. The bare column stands
 * on the left, so that an index on it is used.
 * @param now the moment it is asked for, as SQL
 */
export function isExpired({ keep }: TableDeclaration, now = "now()"): string | undefined {
  const column = timeColumn(keep);
  if (column === undefined) return undefined;
  switch (keep.kind) {
    case "period":
      return `${quote(column)} <= ${now} - interval '${keep.days * 24} hours'`;
    case "law":
      return isLawOver(keep.law, column, now);
    default:
      return `${quote(column)} <= ${now}`;
  }
}

/** So many years after the calendar year of `after`: it lies before the year that began so many ago. */
function isLawOver(law: LawId, after: string, now: string): string {
  const years = Object.entries(laws[law].years);
  const countries = years.map(
    ([country, n]) =>
      `when organisation_id in (select kernel.organisations_in('${country}')) then kernel.law_start(${now}, ${n})`,
  );
  const shortest = Math.min(...years.map(([, n]) => n));
  return `${quote(after)} < kernel.law_start(${now}, ${shortest}) and ${quote(after)} < case ${countries.join(" ")} end`;
}
