import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as kernel from "./columns.ts";
import { instant, text } from "./requests.ts";
import { passedLabels } from "./suppliers.ts";

/** To whom data went outside the organisation. */
export const disclosedTo = [
  "e-mail provider",
  "SMS provider",
  "another organisation",
  "adviser",
  "receiver of a file",
] as const;

export const disclosures = route({
  id: "kernel.disclosures",
  method: "GET",
  path: "/api/v1/privacy/mine/disclosures",
  activity: "kernel.answer-rights",
  who: "person",
  summary:
    "Who outside got data about the signed-in person: whom, what for, which data and when, the newest first.",
  query: pageQuery,
  response: pageOf(
    z.object({
      id: plain("A number of the entry.", z.uuid()),
      at: kernel.disclosures("at", instant),
      recipient: kernel.disclosures("recipient", z.enum(disclosedTo)),
      name: kernel.disclosures("recipient_name", z.string()),
      /** Of a receiver that the organisation chose: ISO 3166-1. */
      country: kernel.disclosures("country", z.string()).optional(),
      /** Why it may have the data as a controller of its own; absent: it is a processor. */
      ground: kernel.disclosures("ground", z.string()).optional(),
      purpose: text,
      labels: z.array(kernel.disclosures("labels", z.enum(passedLabels))),
      /** On whose behalf; absent: the account's. */
      organisation: kernel.organisations("name", z.string()).optional(),
      /** The gateway told that it did not arrive. */
      bouncedAt: kernel.disclosures("bounced_at", instant).optional(),
    }),
  ),
});
