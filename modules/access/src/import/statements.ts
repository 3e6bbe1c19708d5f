import type { Facts } from "./cells.ts";
import type { Person } from "./people.ts";
import { key } from "./text.ts";

/** What the rows about one person say together, and the rows that say something else. */
export type Details = { name: string; email?: string; phone?: string };
export type Contradiction = {
  readonly row: number;
  readonly field: "name" | "email" | "phone";
  readonly value: string;
  /** The earlier row. */
  readonly with: number;
};

export function detailsOf({ rows }: Person): { details: Details; contradictions: Contradiction[] } {
  const contradictions: Contradiction[] = [];
  const first = (field: "name" | "email" | "phone") => {
    const stated = rows.find((row) => row[field] !== undefined);
    for (const { row, [field]: value } of rows) {
      if (stated && value !== undefined && key(value) !== key(stated[field] ?? "")) {
        contradictions.push({ row, field, value, with: stated.row });
      }
    }
    return stated?.[field];
  };
  const [name = "", email, phone] = [first("name"), first("email"), first("phone")];
  return {
    details: {
      name,
      ...(email === undefined ? {} : { email }),
      ...(phone === undefined ? {} : { phone }),
    },
    contradictions,
  };
}

/** An access to a door as rows state it together. Absent: nothing is said, nothing is changed. */
export type Stated = Partial<Pick<Facts, "role" | "from" | "until">> & { readonly row: number };

/** Puts a row's words to those of earlier rows; the field in which they differ, if they do. */
export function combine(
  earlier: Stated,
  row: Facts,
): Stated | { differs: "role" | "from" | "until" } {
  for (const field of ["role", "from", "until"] as const) {
    const [a, b] = [earlier[field], row[field]];
    if (a !== undefined && b !== undefined && a.valueOf() !== b.valueOf())
      return { differs: field };
  }
  return { ...statedBy(row), ...earlier };
}

export const statedBy = ({ row, role, from, until }: Facts): Stated => ({
  row,
  ...(role ? { role } : {}),
  ...(from ? { from } : {}),
  ...(until ? { until } : {}),
});
