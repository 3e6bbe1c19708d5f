import { fieldOf } from "./columns.ts";
import { clean } from "./text.ts";

const usual = [";", ",", "\t"] as const;

/**
 * Which character separates the columns, and the text without Excel's `sep=` line. Told by `sep=`;
 * else it is the one by which the first row gives most headings that are known, then most columns.
 */
export function findSeparator(text: string): { separator: string; rest: string } {
  const told = /^"?sep=([^\p{L}\p{N}"\s]|\t)"?[;,\t]*(?:\r\n|\r|\n|$)/iu.exec(text);
  if (told?.[1]) return { separator: told[1], rest: text.slice(told[0].length) };
  const [best = ";"] = usual
    .map((separator) => ({ separator, headings: firstRow(text, separator) }))
    .map(({ separator, headings }) => ({
      separator,
      known: headings.filter((heading) => fieldOf(clean(heading)) !== undefined).length,
      columns: headings.length,
    }))
    .sort((a, b) => b.known - a.known || b.columns - a.columns)
    .map(({ separator }) => separator);
  return { separator: best, rest: text };
}

/** The first row that says something, as this separator would split it. */
function firstRow(text: string, separator: string): string[] {
  const start = text.search(/[^\s;,]/);
  const begin = start < 0 ? 0 : lineStart(text, start);
  const end = Math.min(text.length, begin + 20_000);
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = begin; at < end; at += 1) {
    const character = text.charAt(at);
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "\n" || character === "\r")) break;
    else if (!quoted && character === separator) {
      cells.push(cell);
      cell = "";
    } else cell += character;
  }
  return [...cells, cell];
}

const lineStart = (text: string, at: number) =>
  Math.max(text.lastIndexOf("\n", at), text.lastIndexOf("\r", at)) + 1;
