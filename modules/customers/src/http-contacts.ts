import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { z } from "zod";
import * as api from "./api/contacts.ts";
import { addContact, changeContact, listContacts, removeContact } from "./contacts.ts";
import type { CustomersPorts } from "./ports.ts";

const byName = z.tuple([z.string(), z.uuid()]);
type Item = z.input<typeof api.contacts.response>["items"][number];

export function contactRoutes({ withContext, keys, now }: CustomersPorts): Route[] {
  return [
    handle(api.contacts, async ({ context, query: { limit, cursor, search } }) => {
      const after = readCursor(byName, cursor);
      const rows = await withContext(context, (tx) =>
        listContacts(tx, { limit: limit + 1, after, search }),
      );
      return toPage(
        rows,
        limit,
        (row) => [row.name, row.id],
        (row) =>
          ({
            id: row.id,
            name: row.name,
            email: row.email,
            ...(row.position ? { position: row.position } : {}),
            company: row.company,
            customerKind: row.customer_kind,
            language: row.language,
            source: row.source,
            lastContactAt: row.last_contact_at.toISOString(),
            objected: row.objected,
          }) as Item,
      );
    }),
    handle(api.addContact, async ({ context, body }) => {
      const { organisation = "" } = context;
      const id = await withContext(context, (tx) =>
        addContact(tx, keys, organisation, body, now()),
      );
      return { id };
    }),
    handle(api.changeContact, async ({ context, params, body }) => {
      await withContext(context, (tx) => changeContact(tx, keys, params.contact, body, now()));
    }),
    handle(api.removeContact, async ({ context, params }) => {
      await withContext(context, (tx) => removeContact(tx, params.contact));
    }),
  ];
}
