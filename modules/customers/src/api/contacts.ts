import * as kernel from "@terskel/kernel/api/columns";
import { route } from "@terskel/platform/contract";
import { oneLine } from "@terskel/platform/one-line";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as customers from "./columns.ts";
import { contactId, customerKind, instant, language, source } from "./words.ts";

const base = "/api/v1/operator/contacts" as const;
const common = { activity: "customers.keep-contacts", who: "operator" } as const;
const name = oneLine(120);

const given = z.strictObject({
  name,
  email: z.email().max(254).toLowerCase(),
  position: name.optional(),
  company: name,
  customerKind,
  language,
  source,
  /** When there was last contact with the customer; from then on it is kept for three years. */
  lastContactAt: instant,
});

export const contacts = route({
  ...common,
  id: "customers.contacts",
  method: "GET",
  path: base,
  summary: "Contact persons at companies, by name; optionally those in whose data a text stands.",
  query: pageQuery.extend({ search: z.string().trim().max(120).optional() }),
  response: pageOf(
    z.object({
      id: customers.contacts("id", z.uuid()),
      name: customers.contacts("name", z.string()),
      email: customers.contacts("email", z.string()),
      position: customers.contacts("position", z.string()).optional(),
      company: customers.contacts("company", z.string()),
      customerKind: customers.contacts("customer_kind", customerKind),
      language: customers.contacts("language", language),
      source: customers.contacts("source", source),
      lastContactAt: customers.contacts("last_contact_at", instant),
      /** Has said no to marketing, and gets none. */
      objected: kernel.suppressions("objection", z.boolean()),
    }),
  ),
});

export const addContact = route({
  ...common,
  id: "customers.addContact",
  method: "POST",
  path: base,
  summary: "Add a contact person at a company.",
  body: given,
  status: 201,
  response: z.object({ id: customers.contacts("id", z.uuid()) }),
});

export const changeContact = route({
  ...common,
  id: "customers.changeContact",
  method: "PUT",
  path: `${base}/:contact`,
  summary: "Correct what is stored of a contact person.",
  params: z.strictObject({ contact: contactId }),
  body: given,
});

export const removeContact = route({
  ...common,
  id: "customers.removeContact",
  method: "DELETE",
  path: `${base}/:contact`,
  summary: "Remove a contact person; whether they have said no to marketing stays, unreadable.",
  params: z.strictObject({ contact: contactId }),
});
