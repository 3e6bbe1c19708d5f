import type { z } from "zod";
import { isStorable } from "./storable.ts";
import { problem } from "./problems.ts";

/** Writes the place after an item as an opaque cursor. */
export function writeCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/**
 * Reads a cursor that `writeCursor` wrote.
 * @throws Problem `malformed-request` for anything else
 */
export function readCursor<T extends z.ZodType>(place: T, cursor: string | undefined) {
  if (cursor === undefined) return undefined;
  try {
    const written: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (!isStorable(written)) throw new Error("a text that cannot be stored");
    return place.parse(written);
  } catch (cause) {
    throw problem("malformed-request", {
      cause,
      errors: [{ path: "query.cursor", code: "invalid_cursor" }],
    });
  }
}

/** Cuts `limit` items from a query that asked for one more, and says where the next page starts. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  place: (row: Row) => readonly (string | number)[],
  item: (row: Row) => Item,
): { items: Item[]; next?: string } {
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit).map(item),
    ...(rows.length > limit && last !== undefined ? { next: writeCursor(place(last)) } : {}),
  };
}
