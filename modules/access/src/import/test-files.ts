/** CSV files as spreadsheets write them, for tests. */
export type Written = {
  readonly encoding: "utf-8" | "utf-8-bom" | "utf-16le" | "windows-1252";
  readonly separator: string;
  readonly lineEnd: "\r\n" | "\n" | "\r";
  /** Excel quotes what needs it; other programs quote everything. */
  readonly quoting: "needed" | "all";
  /** Excel's first line that names the separator. */
  readonly sep?: boolean;
};

const asExcel: Written = {
  encoding: "windows-1252",
  separator: ";",
  lineEnd: "\r\n",
  quoting: "needed",
};

export function csv(rows: readonly (readonly string[])[], written: Written = asExcel): Buffer {
  const { separator, lineEnd, quoting, sep, encoding } = written;
  const cell = (text: string) =>
    quoting === "all" || /["\r\n;,\t]/.test(text) || text.includes(separator)
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  const lines = rows.map((row) => row.map((text) => cell(text)).join(separator));
  if (sep) lines.unshift(`sep=${separator}`);
  return encode(`${lines.join(lineEnd)}${lineEnd}`, encoding);
}

export function encode(text: string, encoding: Written["encoding"]): Buffer {
  if (encoding === "utf-8") return Buffer.from(text);
  if (encoding === "utf-8-bom") return Buffer.from(`\u{feff}${text}`);
  if (encoding === "utf-16le") return Buffer.from(`\u{feff}${text}`, "utf16le");
  return Buffer.from(Array.from(text, (letter) => windows1252.get(letter) ?? 0x3f));
}

const windows1252 = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder("windows-1252").decode(Uint8Array.of(byte)),
    byte,
  ]),
);

export const windows1252Letters = [...windows1252.keys()];

/** The code of the problem, or what was not one. */
export async function problemOf(run: () => unknown): Promise<string> {
  try {
    await run();
    return "no problem";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}
