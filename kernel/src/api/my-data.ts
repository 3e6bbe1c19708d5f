import { route } from "@terskel/platform/contract";
import { z } from "zod";
import { instant, text } from "./requests.ts";

const stored = z.object({
  /** `schema.table`. */
  table: z.string(),
  title: text,
  /** What its columns hold about a person, in words. */
  holds: z.array(text),
  records: z.number().int(),
  since: instant.optional(),
  /** How long it is kept, and why. */
  keep: text,
  /** When the last of them goes, as far as it is known now. */
  until: instant.optional(),
  activities: z.array(z.string()),
});

const activity = z.object({
  id: z.string(),
  purpose: text,
  basis: z.enum(["consent", "contract", "legal-obligation", "legitimate-interest"]),
  interest: text.optional(),
  controller: z.enum(["organisation", "operator"]),
  canObject: z.boolean(),
  objected: z.boolean(),
});

const place = z.object({
  /** Absent: the account itself, which belongs to no organisation. */
  organisation: z
    .object({
      id: z.uuid(),
      name: z.string(),
      number: z.string(),
      kind: z.enum(["operator", "housing", "office", "shop", "employer"]),
    })
    .optional(),
  /** The contact details that are stored here. */
  contact: z.object({
    name: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
  }),
  agreementEndsAt: instant.optional(),
  dataGoesAt: instant.optional(),
  restricted: z.boolean(),
  stored: z.array(stored),
  activities: z.array(activity),
  authority: z.object({ name: z.string(), site: z.url() }),
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
    anyConsent: z.boolean(),
    /** Did the person sign in so recently that a copy is handed out? */
    freshSignIn: z.boolean(),
  }),
});
