import { everyColumn, plain } from "@terskel/platform/columns";
import { z } from "zod";
import { labels } from "../labels.ts";
import type { Label } from "../labels.ts";
import { instant, text } from "./requests.ts";

const words = z.object({ nb: z.string(), sv: z.string(), en: z.string() });
const label = z.enum(Object.keys(labels) as [Label, ...Label[]]);

/**
 * What stands in a column: a text, words of the product, an instant, a day; or why it is not shown. Empty: nothing.
 */
const cell = z.object({
  text: z.string().optional(),
  words: words.optional(),
  at: instant.optional(),
  day: z.iso.date().optional(),
  hidden: z.enum(["secret", "another-person"]).optional(),
});

/** What has been opened of a person for a purpose, by table: the declared columns, and no others. */
export const opened = z.object({
  tables: z.array(
    z.object({
      table: plain("A table's name.", z.string()),
      title: text,
      columns: z.array(
        plain("What a column is called, and its label.", z.object({ words, label })),
      ),
      /** The newest first, each with a cell for each column. */
      rows: z.array(z.array(everyColumn(cell))),
      next: plain("How many rows come before the next.", z.string()).optional(),
    }),
  ),
});

/** What to open: everything for the purpose, or one of its tables from `cursor` on. */
export const openQuery = z.strictObject({
  purpose: z.string().min(1).max(120),
  table: z.string().min(1).max(120).optional(),
  cursor: z.string().max(400).optional(),
});
