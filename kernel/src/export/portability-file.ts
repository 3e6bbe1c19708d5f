import { z } from "zod";
import { party } from "./access-file.ts";

/** The name of the schema of a portability file. */
export const portabilitySchema = "portability-1";

/** A file for another controller (GDPR Art. 20): what the person gave, and what they were observed doing. */
export const portabilityFile = z
  .strictObject({
    $schema: z.url(),
    format: z.literal("terskel-portability"),
    version: z.literal(1),
    made: z.iso.datetime(),
    installation: z.url(),
    language: z.enum(["nb", "sv", "en"]),
    organisation: party.optional().describe("Absent: the account itself."),
    tables: z.array(
      z.strictObject({
        table: z.string(),
        title: z.string(),
        columns: z.record(z.string(), z.strictObject({ text: z.string(), category: z.string() })),
        rows: z.array(z.record(z.string(), z.unknown())).describe("What is empty is left out."),
      }),
    ),
    names: z
      .record(z.string(), z.record(z.string(), z.string()))
      .describe("Names of the organisations, doors and so on whose numbers stand in the rows."),
  })
  .meta({ title: "Terskel portability export", description: "What one person can take along." });
