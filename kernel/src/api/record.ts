import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { z } from "zod";
import * as kernel from "./columns.ts";

const base = "/api/v1/organisations/:organisation/privacy/record" as const;
const common = { activity: "kernel.account-for", who: "privacy-officer", method: "GET" } as const;
const inOrganisation = z.strictObject({ organisation: z.uuid() });

const text = plain(
  "The product's own words.",
  z.object({ nb: z.string(), sv: z.string(), en: z.string() }),
);
const word = plain("A name in the declarations.", z.string());
const kind = z.enum(["operator", "housing", "office", "shop", "employer"]);

/** Absent in the default records: then it is whoever uses the program. */
const party = z.object({
  name: kernel.organisations("name", z.string()).optional(),
  number: kernel.organisations("number", z.string()).optional(),
  country: kernel.organisations("country", z.string()).optional(),
  /** How it is reached, and who is asked about personal data, as its notice says it. */
  contact: z
    .array(
      kernel.noticeDetails(
        ["address", "email", "phone", "privacy_contact", "privacy_email", "privacy_phone"],
        z.string(),
      ),
    )
    .optional(),
});

const activity = z.object({
  id: word,
  purpose: text,
  subjects: z.array(text),
  categories: z.array(z.object({ label: word, dpv: word, text })),
  /** Why it may draw on everything that is stored about the person. */
  everything: text.optional(),
});

const closing = { transfers: text, measures: z.array(text) };

export const record = route({
  ...common,
  id: "kernel.record",
  path: base,
  summary:
    "The organisation's record of processing as controller (GDPR Art. 30(1)) and, for an operator, as processor (Art. 30(2)), made from the declarations. The same letter by letter until they change.",
  params: inOrganisation,
  response: z.object({
    kind: kernel.organisations("kind", kind),
    controller: z.object({
      article: z.literal("30(1)"),
      name: party,
      entries: z.array(
        activity.extend({
          basis: z.object({ id: word, text }),
          interest: text.optional(),
          sources: z.array(text),
          recipients: z.array(text),
          limits: z.array(z.object({ table: word, what: text, how: text })),
        }),
      ),
      ...closing,
    }),
    processor: z
      .object({
        article: z.literal("30(2)"),
        name: party,
        instruction: text,
        groups: z.array(
          z.object({
            kind: kernel.organisations("kind", kind),
            controllers: z.array(party),
            entries: z.array(activity),
          }),
        ),
        ...closing,
      })
      .optional(),
  }),
});

const shows = kernel.organisations(["name", "number", "country", "kind"], z.unknown());

export const recordLinked = route({
  ...common,
  id: "kernel.recordLinked",
  path: `${base}/linked`,
  summary: "The record as JSON-LD in the W3C Data Privacy Vocabulary 2.0.",
  params: inOrganisation,
  file: { media: ["application/ld+json"], shows },
});

export const recordPdf = route({
  ...common,
  id: "kernel.recordPdf",
  path: `${base}/pdf`,
  summary: "The record as a PDF file, in the language of the reader.",
  params: inOrganisation,
  query: z.strictObject({ language: z.enum(["nb", "sv", "en"]).optional() }),
  file: { media: ["application/pdf"], shows },
});
