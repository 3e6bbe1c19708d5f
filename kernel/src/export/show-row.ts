import { createHmac } from "node:crypto";
import type { TableDeclaration } from "../declare.ts";
import { subjectsOf } from "../subject-path.ts";
import type { RowFacts, Value } from "./access-file.ts";
import type { PersonRow } from "./person-rows.ts";

/** Marks for other persons, that lead to nobody: the key is made for one export and then forgotten. */
export type Marks = {
  readonly key: Uint8Array;
  /** Every key of the person's own, also those by which nothing is looked for. */
  readonly own: ReadonlySet<string>;
};

/** Names the file in which a picture comes, and sees to it that it does. */
export type AddPicture = (column: string, image: Buffer) => string;

/**
 * Shows rows of one table as their person may see them: of secrets that they exist, of others a mark, and
 * nothing of what is about another person (Art. 15(4)).
 */
export function rowShower(
  table: TableDeclaration,
  marks: Marks,
  addPicture: AddPicture,
): (row: PersonRow) => RowFacts {
  const columns = Object.entries(table.columns).map(([column, [label]]) => ({ column, label }));
  const isOwn = (stored: unknown) => typeof stored === "string" && marks.own.has(stored);
  const leading = new Set(subjectsOf(table).map(({ column }) => column));
  return ({ values, as, goesAt, restricted }) => {
    const mine = (column: string) => as.some((subject) => subject.column === column);
    // Who is in the row only beside its person sees no more of it than that.
    const aside = as.every(({ sees }) => sees);
    const seen = (column: string) => !aside || as.some(({ sees }) => sees?.includes(column));
    const shown: Record<string, Value> = {};
    for (const { column, label } of columns) {
      const stored = values[column];
      if (stored === null || stored === undefined) shown[column] = null;
      else if (leading.has(column) && !mine(column) && !isOwn(stored))
        shown[column] = { otherPerson: markOf(marks, stored) };
      else if (label === "secret" || (label === "credential" && Buffer.isBuffer(stored)))
        shown[column] = { withheld: "secret" };
      else if (label !== "technical" && !seen(column))
        shown[column] = { withheld: "about another person" };
      else if (!Buffer.isBuffer(stored)) shown[column] = stored as Value;
      else if (label === "picture") shown[column] = { file: addPicture(column, stored) };
      else shown[column] = stored.toString("base64");
    }
    if (goesAt === undefined) return { values: shown };
    return { values: shown, goesAt, ...(restricted ? { restricted } : {}) };
  };
}

const markOf = ({ key }: Marks, stored: unknown) =>
  createHmac("sha256", key).update(String(stored)).digest("hex").slice(0, 6);
