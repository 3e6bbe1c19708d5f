import { withoutForbidden } from "@terskel/platform/numbers";

/**
 * A cell as it is meant: one line, single spaces, NFC (so that å typed on a Mac is the å typed on
 * Windows), without invisible characters, and without the `="…"` and the leading `'` by which
 * spreadsheets keep a text from becoming a number.
 */
export function clean(cell: string): string {
  // Control characters become spaces; format characters (bidi overrides, zero width space, BOM) go,
  // except the joiners that some scripts need.
  // Most cells are plain words already.
  if (/^(?!['=])[!-~À-ÿ]+(?: [!-~À-ÿ]+)*$/.test(cell)) return cell;
  const text = cell
    .replace(/(?![\u{200c}\u{200d}])\p{Cf}/gu, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .normalize("NFC")
    .trim();
  const bare = /^="(.*)"$/.exec(text)?.[1] ?? text;
  return bare.replace(/^'(?=\S)/, "").trim();
}

/** Two names are the same name when their keys are equal: case does not count. */
export const key = (text: string) => text.toLowerCase().normalize("NFC");

/** A value as it may be shown back: a number that is not stored never is, a long text in part. */
export function shown(value: string): string {
  const text = withoutForbidden(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
