import type { Texts } from "./messages/texts.ts";
import { problem } from "./problems.ts";
import { headings, identityNumberHeadings } from "./synonyms.ts";
import type { Field } from "./synonyms.ts";
import { clean, shown } from "./text.ts";

export type Columns = {
  /** As the file has them; empty columns at the end are left out. */
  readonly headers: readonly string[];
  /** For each column the field it is read as; undefined: it is not used. */
  readonly fields: readonly (Field | undefined)[];
  /** Where a field's column is. */
  readonly at: Readonly<Partial<Record<Field, number>>>;
  /** Columns of telephone numbers beside the mobile ones, which count alone. */
  readonly otherPhones: readonly number[];
};

/** A heading's letters: `E-post:` and `epost` are one heading. */
const letters = (heading: string) =>
  heading
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}]/gu, "");

const known = new Map<string, Field>(
  Object.entries(headings).flatMap(([field, names]) =>
    names.map((name) => [letters(name), field as Field] as const),
  ),
);

export const fieldOf = (heading: string): Field | undefined => known.get(letters(heading));

/** Identity-number columns are told by their heading although Excel has eaten the leading zeros. */
function headsIdentityNumbers(heading: string): boolean {
  const text = letters(heading);
  return identityNumberHeadings.some((part) =>
    part.length <= 3 ? text === part : text.includes(part),
  );
}

/**
 * What each column is.
 * @throws Problem `import-identity-numbers`, `import-columns-twice`, `import-no-name-column`
 */
export function readColumns(heading: readonly string[], texts: Texts): Columns {
  const headers = heading.map((cell) => clean(cell));
  const numbers = headers.filter((header) => headsIdentityNumbers(header));
  if (numbers.length > 0) throw problem("import-identity-numbers", { errors: named(numbers) });
  const read = headers.map((header) => fieldOf(header));
  const otherPhones = phonesBesideMobile(headers, read);
  // A file with the full name and its parts: the full name is it.
  const full = read.includes("name");
  const fields = read.map((field, index) =>
    (full && (field === "firstName" || field === "lastName")) || otherPhones.includes(index)
      ? undefined
      : field,
  );
  const twice = headers.filter(
    (_, index) => fields[index] && fields.filter((field) => field === fields[index]).length > 1,
  );
  if (twice.length > 0) throw problem("import-columns-twice", { errors: named(twice) });
  const at: Partial<Record<Field, number>> = {};
  for (const [index, field] of fields.entries()) if (field) at[field] = index;
  if (at.name === undefined && (at.firstName === undefined || at.lastName === undefined)) {
    const seen = headers.filter((header) => header !== "").slice(0, 30);
    throw problem("import-no-name-column", {
      errors: seen.map((header, index) => ({
        path: `columns.${index}`,
        code: "column-seen",
        message: texts.columnSeen(shown(header)),
      })),
    });
  }
  return { headers, fields, at, otherPhones };
}

/** Beside one column of mobile numbers the others are not read: codes are sent by SMS. */
function phonesBesideMobile(
  headers: readonly string[],
  fields: readonly (Field | undefined)[],
): number[] {
  const phones = [...fields.keys()].filter((index) => fields[index] === "phone");
  const isMobile = (index: number) => /mobil|cell/.test(letters(headers[index] ?? ""));
  return phones.filter(isMobile).length === 1 ? phones.filter((index) => !isMobile(index)) : [];
}

const named = (headers: readonly string[]) =>
  headers.slice(0, 30).map((header, index) => ({
    path: `columns.${index}`,
    code: "column",
    message: shown(header),
  }));
