import { textsOf } from "./texts-of.ts";

/**
 * Can every text in this value be stored as it is? PostgreSQL's text cannot hold U+0000, and UTF-8 no
 * half of a surrogate pair.
 */
export function isStorable(value: unknown): boolean {
  return textsOf(value).every((text) => !text.includes("\0") && text.isWellFormed());
}
