import { everyColumn, plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { z } from "zod";
import * as kernel from "./columns.ts";
import { instant, tableName, text } from "./requests.ts";

const declared = <T extends z.ZodType>(field: T) => plain("What is declared.", field);

const stored = z.object({
  table: tableName,
  title: text,
  /** What its columns hold about a person, in words. */
  holds: z.array(text),
  records: everyColumn(z.number().int()),
  since: everyColumn(instant).optional(),
  /** How long it is kept, and why. */
  keep: text,
  /** When the time of the last of them is up, as far as it is known now; restricted, it goes only after that. */
  until: everyColumn(instant).optional(),
  /** So many of them are past their time, and kept until the restriction ends. */
  keptPast: everyColumn(z.number().int()).optional(),
  activities: z.array(declared(z.string())),
});

const activity = z.object({
  id: declared(z.string()),
  purpose: text,
  basis: declared(z.enum(["consent", "contract", "legal-obligation", "legitimate-interest"])),
  interest: text.optional(),
  controller: declared(z.enum(["organisation", "operator"])),
  canObject: declared(z.boolean()),
  objected: kernel.withholdings("activity", z.boolean()),
});

const place = z.object({
  /** Absent: the account itself, which belongs to no organisation. */
  organisation: z
    .object({
      id: kernel.organisations("id", z.uuid()),
      name: kernel.organisations("name", z.string()),
      number: kernel.organisations("number", z.string()),
      kind: kernel.organisations(
        "kind",
        z.enum(["operator", "housing", "office", "shop", "employer"]),
      ),
    })
    .optional(),
  /** The contact details that are stored here. */
  contact: z.object({
    name: everyColumn(kernel.memberships("name", z.string())).optional(),
    email: everyColumn(kernel.memberships("email", z.string())).optional(),
    phone: everyColumn(kernel.memberships("phone", z.string())).optional(),
  }),
  agreementEndsAt: kernel.organisations("agreement_ends_at", instant).optional(),
  dataGoesAt: kernel.organisations("data_goes_at", instant).optional(),
  /** By a restriction here or of the account (Art. 18): nothing goes by its time until it ends. */
  restricted: kernel.withholdings("activity", z.boolean()),
  restrictedSince: kernel.withholdings("since", instant).optional(),
  stored: z.array(stored),
  activities: z.array(activity),
  authority: plain("A public authority.", z.object({ name: z.string(), site: z.url() })),
});

export const myData = route({
  id: "kernel.myData",
  method: "GET",
  path: "/api/v1/privacy/mine",
  activity: "kernel.answer-rights",
  who: "person",
  summary:
    "What is stored about the signed-in person, organisation by organisation: how much of what, why, since when and until when.",
  response: z.object({
    places: z.array(place),
    /** Do any of the activities rest on consent? */
    anyConsent: declared(z.boolean()),
    /** Did the person sign in so recently that a copy is handed out? */
    freshSignIn: everyColumn(z.boolean()),
  }),
});
