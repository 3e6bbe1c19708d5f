import type { Text } from "@terskel/platform/i18n";
import type { Answer } from "@terskel/platform/contract";
import type { openAdvised } from "../api/advice.ts";
import { text } from "../words.ts";
import type { ColumnWords } from "../words.ts";

type Cell = Answer<typeof openAdvised>["tables"][number]["rows"][number][number];

const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const isDay = /^\d{4}-\d\d-\d\d$/;
const yes = text("ja", "ja", "yes");
const no = text("nei", "nej", "no");

/**
 * What stands in a column, for a reader of any language: a code by its words, the number of a thing by its name.
 * @param nameOf what a number or an activity's id means, if anything
 */
export function showCell(
  value: unknown,
  words: ColumnWords,
  nameOf: (id: string) => string | Text | undefined,
): Cell {
  if (value === null || value === undefined || value === "") return {};
  if (typeof value === "boolean") return { words: value ? yes : no };
  if (typeof value === "number") return { text: String(value) };
  if (typeof value === "string") {
    if (isTime.test(value)) return { at: value };
    if (isDay.test(value)) return { day: value };
    const known = words.values?.[value] ?? nameOf(value) ?? value;
    return typeof known === "string" ? { text: known } : { words: known };
  }
  if (Array.isArray(value)) {
    const each = value.map((one) =>
      inWords(words.values?.[String(one)] ?? nameOf(String(one)) ?? String(one)),
    );
    return { words: together(each, ", ") };
  }
  if (typeof value !== "object") return {};
  if ("withheld" in value) {
    return { hidden: value.withheld === "secret" ? "secret" : "another-person" };
  }
  if ("otherPerson" in value) return { hidden: "another-person" };
  // A picture is shown where it belongs, not here.
  if ("file" in value) return {};
  return showFields(value, words, nameOf);
}

/** A structured value: the fields that have words. */
function showFields(
  value: object,
  { fields = {} }: ColumnWords,
  nameOf: (id: string) => string | Text | undefined,
): Cell {
  const said = Object.entries(fields).flatMap(([name, words]) => {
    const cell = showCell((value as Record<string, unknown>)[name], words, nameOf);
    const inner = cell.words ?? cell.text ?? cell.at ?? cell.day;
    if (inner === undefined) return [];
    return [together([inWords(words), inWords(inner)], ": ")];
  });
  return said.length === 0 ? {} : { words: together(said, "; ") };
}

const inWords = (of: string | Text): Text => (typeof of === "string" ? text(of, of, of) : of);

const together = (all: readonly Text[], between: string): Text => ({
  nb: all.map(({ nb }) => nb).join(between),
  sv: all.map(({ sv }) => sv).join(between),
  en: all.map(({ en }) => en).join(between),
});
