import type { Answer } from "@terskel/platform/contract";
import { readCursor, toPage } from "@terskel/platform/cursor";
import { problem as common } from "@terskel/platform/problems";
import { z } from "zod";
import type * as api from "./api/people.ts";
import type { Tx } from "./tx.ts";

type Person = Answer<typeof api.onePerson>;
type Row = Awaited<ReturnType<typeof find>>[number];

const columns = [
  "id",
  "name",
  "email",
  "phone",
  "role",
  "privacy_officer",
  "source",
  "person_id",
  "created_at",
] as const;

async function find(
  tx: Tx,
  organisation: string,
  search: string | undefined,
  after: readonly [name: string, id: string] | undefined,
  most: number,
) {
  let query = tx
    .selectFrom("kernel.memberships")
    .select(columns)
    .where("organisation_id", "=", organisation)
    .orderBy("name")
    .orderBy("id")
    .limit(most);
  if (after) {
    query = query.where((eb) => eb(eb.refTuple("name", "id"), ">", eb.tuple(after[0], after[1])));
  }
  if (search) {
    const like = (text: string) => `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
    const digits = search.replaceAll(/[\s()-]/g, "");
    query = query.where((eb) =>
      eb.or([
        eb("name", "ilike", like(search)),
        eb("email", "ilike", like(search)),
        ...(/^\+?\d+$/.test(digits) ? [eb("phone", "like", like(digits.replace(/^00/, "+")))] : []),
      ]),
    );
  }
  return await query.execute();
}

const toPerson = (row: Row): Person => ({
  id: row.id,
  name: row.name,
  ...(row.email ? { email: row.email } : {}),
  ...(row.phone ? { phone: row.phone } : {}),
  role: row.role === "administrator" ? "administrator" : "member",
  privacyOfficer: row.privacy_officer,
  source: row.source as Person["source"],
  claimed: row.person_id !== null,
  createdAt: row.created_at.toISOString(),
});

/** The organisation's people by name; `search` matches name, e-mail or telephone. */
export async function listPeople(
  tx: Tx,
  organisation: string,
  page: { limit: number; cursor?: string | undefined; search?: string | undefined },
) {
  const after = readCursor(z.tuple([z.string(), z.uuid()]), page.cursor);
  const rows = await find(tx, organisation, page.search, after, page.limit + 1);
  return toPage(rows, page.limit, (row) => [row.name, row.id], toPerson);
}

/** @throws Problem `not-found` for somebody who does not belong to the organisation */
export async function readPerson(tx: Tx, organisation: string, person: string): Promise<Person> {
  const row = await tx
    .selectFrom("kernel.memberships")
    .select(columns)
    .where("organisation_id", "=", organisation)
    .where("id", "=", person)
    .executeTakeFirst();
  if (!row) throw common("not-found");
  return toPerson(row);
}
