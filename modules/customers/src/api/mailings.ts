import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as customers from "./columns.ts";
import { instant, letter } from "./words.ts";

const base = "/api/v1/operator/mailings" as const;
const common = { activity: "customers.marketing", who: "operator" } as const;
const params = z.strictObject({ mailing: z.uuid() });

export const byLanguage = <T extends z.ZodType>(each: T) =>
  z.object({ nb: each.optional(), sv: each.optional(), en: each.optional() });
/** A letter in one language or several. */
export const letters = byLanguage(letter)
  .strict()
  .refine(({ nb, sv, en }) => nb ?? sv ?? en, { path: ["nb"] });
const count = z.number().int();
const howMany = plain("How many there are; of nobody.", count);

export const mailing = z.object({
  id: customers.mailings("id", z.uuid()),
  texts: customers.mailings(
    "texts",
    byLanguage(z.object({ subject: z.string(), text: z.string() })),
  ),
  state: customers.mailings("state", z.enum(["draft", "sending", "sent"])),
  createdAt: customers.mailings("created_at", instant),
  confirmedAt: customers.mailings("confirmed_at", instant).optional(),
  /** How many were handed over to be delivered. */
  sent: customers.mailings("sent", count),
  /** How many were not taken, after several attempts. */
  failed: customers.mailings("failed", count),
  /** Of how many it is not known, as the service stopped meanwhile: they are not written to again. */
  unsure: customers.mailings(["begun", "sent", "failed"], count),
  unsubscribed: customers.mailings("unsubscribed", count),
});

/** Who would get it now, and how it reads to them. */
export const withRecipients = {
  recipients: z.object({ nb: howMany, sv: howMany, en: howMany }),
  previews: byLanguage(
    plain(
      "What staff wrote, and the product's own words under it.",
      z.object({ subject: z.string(), text: z.string() }),
    ),
  ),
};

export const mailings = route({
  ...common,
  id: "customers.mailings",
  method: "GET",
  path: base,
  summary: "Mailings, newest first, each with how many got it and how many unsubscribed by it.",
  query: pageQuery,
  response: pageOf(mailing),
});

export const oneMailing = route({
  ...common,
  id: "customers.mailing",
  method: "GET",
  path: `${base}/:mailing`,
  summary:
    "A mailing, with how many would get it now in which language, and how it reads to them. Whoever has said no is not counted.",
  params,
  response: mailing.extend(withRecipients),
});

export const addMailing = route({
  ...common,
  id: "customers.addMailing",
  method: "POST",
  path: base,
  summary: "Write a mailing, in one language or several. Nothing is sent yet.",
  body: z.strictObject({ texts: letters }),
  status: 201,
  response: z.object({ id: customers.mailings("id", z.uuid()) }),
});

export const changeMailing = route({
  ...common,
  id: "customers.changeMailing",
  method: "PUT",
  path: `${base}/:mailing`,
  summary: "Change a mailing that has not been sent.",
  params,
  body: z.strictObject({ texts: letters }),
});

export const removeMailing = route({
  ...common,
  id: "customers.removeMailing",
  method: "DELETE",
  path: `${base}/:mailing`,
  summary: "Remove a mailing that has not been sent.",
  params,
});

export const sendMailing = route({
  ...common,
  id: "customers.sendMailing",
  method: "POST",
  path: `${base}/:mailing/send`,
  summary:
    "Send a mailing, once, to as many contact persons as one has seen. Each is asked for again at the moment of sending.",
  params,
  body: z.strictObject({ recipients: z.number().int().min(1) }),
});
