import * as kernel from "@terskel/kernel/api/columns";
import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { holding } from "@terskel/platform/holds";
import { z } from "zod";
import * as access from "./columns.ts";
import { inOrganisation } from "./words.ts";

const base = "/api/v1/organisations/:organisation" as const;
const file = z.strictObject({
  /** The CSV file's bytes as base64: semicolon, comma or tab; UTF-8, UTF-16 or Windows-1252. At most 10 MB. */
  content: z.base64().max(14_000_000),
  site: z.uuid(),
});

/** What the file says of people: the columns in which it would be stored. */
const cell = kernel.memberships(
  ["name", "email", "phone", "role"],
  access.residents("unit_id", access.grants(["role", "valid_from", "valid_until"], z.string())),
);
const ofFile = <T extends z.ZodType>(field: T) =>
  plain("The form of the file, not its rows.", field);
const count = plain("A count of rows.", z.number().int());
const rowNumber = plain("The number of a row.", z.number().int());

/** `row` is the row in the spreadsheet: 1 is the first. `column` empty: the row as a whole. */
const finding = z.object({
  row: rowNumber,
  column: ofFile(z.string()),
  code: ofFile(z.string()),
  value: cell,
  message: cell,
});

/** How many would be (or were) added, changed, or are already as the file says. */
const counts = z.object({ added: count, changed: count, unchanged: count });
const plan = z.object({
  /** Names this plan: the file's bytes and what they would change. */
  plan: plain("A digest.", z.string()),
  rows: count,
  encoding: ofFile(z.string()),
  separator: ofFile(z.string()),
  /** Header in the file -> field it is read as; `field` absent: the column is not used. */
  columns: z.array(ofFile(z.object({ header: z.string(), field: z.string().optional() }))),
  people: counts,
  units: counts,
  residents: counts,
  groups: counts,
  /** Persons put in groups. */
  groupMembers: counts,
  grants: counts,
  /** By row; at most 500. `errorCount` has them all. */
  errors: z.array(finding),
  errorCount: count,
  /** What the import leaves alone although the file speaks of it; at most 500. No obstacle. */
  notices: z.array(finding),
  /** The first 50 rows as they were read: the cells of the columns that are used, by heading. */
  sample: z.array(
    z.object({
      row: rowNumber,
      cells: z.record(z.string(), cell),
      status: plain("What becomes of a row.", z.enum(["added", "changed", "unchanged", "error"])),
    }),
  ),
});

export const previewImport = route({
  id: "access.previewImport",
  method: "POST",
  path: `${base}/import/preview`,
  activity: "access.import",
  who: "administrator",
  summary: "Read a CSV of persons, units and grants, and say what it would change. Writes nothing.",
  params: inOrganisation,
  body: file,
  response: plan,
  bodyLimitBytes: 15_000_000,
});

export const confirmImport = route({
  id: "access.confirmImport",
  method: "POST",
  path: `${base}/import`,
  activity: "access.import",
  who: "administrator",
  summary:
    "Carry out a previewed import, all or nothing. Refused while a row has an error, or when the plan is no longer what was previewed.",
  params: inOrganisation,
  body: file.extend({ plan: holding("token", z.string().max(128)) }),
  response: plan,
  bodyLimitBytes: 15_000_000,
});
