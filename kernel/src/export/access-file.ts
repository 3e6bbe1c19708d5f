import { z } from "zod";

/** The name of the schema of `data.json`. */
export const accessSchema = "access-1";

const fact = z.string().nullable();

/**
 * What stands in a column. A time is ISO 8601 in UTC, a UUID and a large number a string, bytes base64.
 * What is not given says why: the value of a secret, and another person, who has the same invented mark
 * throughout the file (GDPR Art. 15(4)).
 */
const value = z.union([
  z.null(),
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.unknown()),
  z.strictObject({ file: z.string().describe("A file of the archive.") }),
  z.strictObject({ withheld: z.enum(["secret", "about another person"]) }),
  z.strictObject({ otherPerson: z.string() }),
  z.looseObject({}).describe("A structured value as it is stored."),
]);

export const party = z.strictObject({ name: z.string(), number: z.string(), country: z.string() });

export const activityFacts = z.strictObject({
  id: z.string(),
  purpose: z.string(),
  basis: z.string().describe("GDPR Art. 6(1): (a) consent, (b) contract, (c) law, (f) interest."),
  interest: fact.describe("The legitimate interest (Art. 13(1)(d))."),
  controller: z.enum(["organisation", "operator"]),
  role: z.string().describe("The operator's role: controller or processor (Art. 4(7), (8))."),
  sources: z.array(z.string()),
  recipients: z.array(z.string()),
});

const tableFacts = z.strictObject({
  table: z.string(),
  title: z.string(),
  keep: z.string().describe("When such a record goes, and why."),
  activities: z.array(z.string()).describe("Ids of the activities that use it."),
  columns: z.record(z.string(), z.strictObject({ text: z.string(), category: z.string() })),
});

export const rowFacts = z.strictObject({
  values: z.record(z.string(), value),
  goesAt: z.iso.datetime().optional().describe("When this record goes."),
  restricted: z
    .literal(true)
    .optional()
    .describe("Its use is restricted (Art. 18): it goes when that ends, and not before goesAt."),
});

/** `data.json` of an access export (GDPR Art. 15). */
export const accessFile = z
  .strictObject({
    $schema: z.url(),
    format: z.literal("terskel-access"),
    version: z.literal(1),
    made: z.iso.datetime(),
    installation: z.url(),
    language: z.enum(["nb", "sv", "en"]),
    organisations: z.array(party),
    authorities: z.array(z.strictObject({ name: z.string(), site: z.url() })),
    automatedDecisions: z.literal(false).describe("Art. 22: nothing is decided by machine alone."),
    activities: z.array(activityFacts),
    tables: z.array(tableFacts.extend({ rows: z.array(rowFacts) })),
    names: z
      .record(z.string(), z.record(z.string(), z.string()))
      .describe("Names of the organisations, doors and so on whose numbers stand in the rows."),
  })
  .meta({ title: "Terskel access export", description: "Everything stored about one person." });

export type ActivityFacts = z.output<typeof activityFacts>;
export type TableFacts = z.output<typeof tableFacts>;
export type Value = z.output<typeof value>;
export type RowFacts = z.output<typeof rowFacts>;
export type Party = z.output<typeof party>;
