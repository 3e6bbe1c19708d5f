import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { z } from "zod";

const text = z.object({ nb: z.string(), sv: z.string(), en: z.string() });
const kind = z.enum(["operator", "housing", "office", "shop", "employer"]);

export const declarations = route({
  id: "kernel.declarations",
  method: "GET",
  path: "/api/v1/privacy/declarations",
  activity: "kernel.publish-declarations",
  who: "anyone",
  summary: "What this installation does with personal data, as declared beside its tables.",
  response: plain(
    "What is done with personal data, and no such data.",
    z.object({
      activities: z.array(
        z.object({
          id: z.string(),
          purpose: text,
          purposeFor: z.partialRecord(kind, text).optional(),
          kinds: z.array(kind).optional(),
          basis: z.string(),
          interest: text.optional(),
          controller: z.string(),
          groundOf: z
            .partialRecord(
              kind,
              z.object({ basis: z.string(), interest: text.optional(), controller: z.string() }),
            )
            .optional(),
          objection: z.string().optional(),
          whileRestricted: text.optional(),
          afterAgreement: text.optional(),
          subjects: z.array(z.string()),
          sources: z.array(z.string()),
          recipients: z.array(z.string()),
          promises: z.array(z.string()),
          usesNoColumn: text.optional(),
          usesEveryColumn: text.optional(),
        }),
      ),
      labels: z.array(z.object({ label: z.string(), dpv: z.string(), text })),
      tables: z.array(
        z.object({
          table: z.string(),
          noPersonalData: z.string().optional(),
          subjects: z.array(z.object({ who: z.string(), path: z.string() })),
          kinds: z.array(kind).optional(),
          keep: z.string(),
          erase: z.string(),
          columns: z.array(
            z.object({ column: z.string(), label: z.string(), activities: z.array(z.string()) }),
          ),
        }),
      ),
    }),
  ),
});
