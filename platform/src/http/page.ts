import { z } from "zod";
import { plain } from "./columns.ts";

/** Query of every list: a page of at most `limit` items after the opaque `cursor`. */
export const pageQuery = z.strictObject({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const cursor = plain("What the last item here is sorted by, which stands in it.", z.string());

/** Answer of every list. `next` is absent on the last page. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: cursor.optional() });
}
