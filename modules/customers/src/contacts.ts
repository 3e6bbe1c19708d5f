import { addressKey } from "@terskel/kernel";
import type { Body } from "@terskel/platform/contract";
import type { Keys } from "@terskel/platform/keys";
import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import type * as api from "./api/contacts.ts";
import { keepDays } from "./keep-times.ts";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";

type Given = Body<typeof api.addContact>;
type Place = readonly [name: string, id: string] | undefined;

const dayMs = 86_400_000;

/** Has whoever has this address said no to marketing? */
const objected = sql<boolean>`exists (
  select from kernel.suppressions s
   where s.address_key = c.address_key and s.objection in ('direct-marketing', 'customers.marketing'))`;

/** Contact persons by name, those too who have said no. */
export async function listContacts(
  tx: Tx,
  { limit, after, search }: { limit: number; after: Place; search: string | undefined },
) {
  let query = tx
    .selectFrom("customers.contacts as c")
    .selectAll("c")
    .select(objected.as("objected"))
    .orderBy("c.name")
    .orderBy("c.id")
    .limit(limit);
  if (search)
    query = query.where(
      sql<boolean>`strpos(lower(c.name || ' ' || c.company || ' ' || c.email), lower(${search})) > 0`,
    );
  if (after)
    query = query.where((eb) => eb(eb.refTuple("c.name", "c.id"), ">", eb.tuple(...after)));
  return await query.execute();
}

/** @throws Problem `contact-exists`, `last-contact-ahead` */
export async function addContact(
  tx: Tx,
  keys: Keys,
  organisation: string,
  given: Given,
  now: Date,
): Promise<string> {
  const added = await tx
    .insertInto("customers.contacts")
    .values({ organisation_id: organisation, created_at: now, ...columnsOf(keys, given, now) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  // Under restriction it is there and not to be seen: the answer is the same.
  if (!added) throw problem("contact-exists");
  return added.id;
}

/** @throws Problem `not-found`, `contact-exists`, `contact-objected`, `last-contact-ahead` */
export async function changeContact(
  tx: Tx,
  keys: Keys,
  id: string,
  given: Given,
  now: Date,
): Promise<void> {
  const before = await tx
    .selectFrom("customers.contacts as c")
    .select(["c.email", objected.as("objected")])
    .where("c.id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!before) throw common("not-found", { reason: "no contact" });
  if (before.email !== given.email) {
    // Another address is another key: what was said no to by the old one would begin anew.
    if (before.objected) throw problem("contact-objected");
    const { rows } = await sql`
      select from customers.contacts where email = ${given.email} and id <> ${id}`.execute(tx);
    if (rows.length > 0) throw problem("contact-exists");
  }
  await tx
    .updateTable("customers.contacts")
    .set(columnsOf(keys, given, now))
    .where("id", "=", id)
    .execute();
}

/** Safe to repeat. What the links in mails need stays, without the address. @throws Problem `not-found` */
export async function removeContact(tx: Tx, id: string): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom("customers.contacts")
    .where("id", "=", id)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw common("not-found", { reason: "no contact" });
}

function columnsOf(keys: Keys, given: Given, now: Date) {
  const last = new Date(given.lastContactAt);
  const agoMs = now.getTime() - last.getTime();
  if (agoMs < 0 || agoMs >= keepDays * dayMs) throw problem("last-contact-ahead");
  return {
    name: given.name,
    email: given.email,
    address_key: addressKey(keys, given.email),
    position: given.position ?? null,
    company: given.company,
    customer_kind: given.customerKind,
    language: given.language,
    source: given.source,
    last_contact_at: last,
  };
}
