import { problem } from "./problems.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** Largest file, in bytes. */
export const maxFileBytes = 10_000_000;

// A workbook (xlsx, ods: a zip), an old workbook (OLE), a PDF: chosen by mistake for the CSV.
const otherKinds = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
];

/**
 * The text of a CSV file. A byte order mark decides; else what is valid UTF-8 is UTF-8, and
 * everything else is Windows-1252, which is what Excel's plain "CSV" is in the Nordic countries.
 * @throws Problem `import-too-large`, `import-not-text`
 */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes.length > maxFileBytes) throw problem("import-too-large");
  if (otherKinds.some((kind) => startsWith(bytes, kind))) throw problem("import-not-text");
  const encoding = encodingOf(bytes);
  // A lone surrogate has no UTF-8, so the database could not give back what was written.
  const text = new TextDecoder(encoding).decode(bytes).toWellFormed();
  if (text.includes("\0")) throw problem("import-not-text", { reason: "NUL in the text" });
  return { text, encoding };
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, [0xff, 0xfe])) return "utf-16le";
  if (startsWith(bytes, [0xfe, 0xff])) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte);
