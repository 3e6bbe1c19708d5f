import type { Answer, Query } from "@terskel/platform/contract";
import { readCursor, toPage } from "@terskel/platform/cursor";
import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import { z } from "zod";
import type * as api from "../api/advice.ts";
import { writePassedOn } from "../disclosures/passed-on.ts";
import { columnsFor } from "../opening/openable.ts";
import { labelsIn, readOpened } from "../opening/read.ts";
import type { PrivacyPorts } from "../requests/ports.ts";
import type { Tx } from "../requests/tx.ts";
import type { Context } from "../tenancy.ts";
import { findOwn } from "./own.ts";
import type { Own } from "./own.ts";
import { problem } from "./problems.ts";
import { stateOf } from "./state.ts";

const activity = "kernel.advise";
type Who = { readonly person: string; readonly adviser: string };

/**
 * The assignment, when it is in force. That is asked here for a clear answer; the database asks again for
 * itself (kernel.assignment), and shows nothing else.
 * @throws Problem `not-found`, `advice-is-over`, `advice-not-begun`, `advice-not-signed`, `advice-other-purpose`
 */
async function inForce(ports: PrivacyPorts, who: Who, purpose?: string): Promise<Own> {
  const own = await findOwn(ports, who.person, who.adviser);
  const state = stateOf(own, ports.now());
  const code =
    state === "over"
      ? "advice-is-over"
      : state === "invited"
        ? "advice-not-signed"
        : state === "begins"
          ? "advice-not-begun"
          : purpose !== undefined && !own.activities.includes(purpose)
            ? "advice-other-purpose"
            : undefined;
  if (code === undefined) return own;
  ports.log.warn({ adviser: own.id, organisation: own.organisation_id, code }, "adviser refused");
  await ports.withContext({ activity, person: who.person }, async (tx: Tx) => {
    await tx
      .updateTable("kernel.advisers")
      .set({ refused_at: ports.now() })
      .where("id", "=", own.id)
      .execute();
  });
  throw problem(code, { reason: `assignment ${own.id}` });
}

/** A transaction that sees what the assignment allows of these persons, and changes nothing. */
async function reading<T>(
  ports: PrivacyPorts,
  own: Own,
  { person, ...of }: { readonly person: string } & Partial<Pick<Context, "purpose" | "subjects">>,
  run: (tx: Tx) => Promise<T>,
): Promise<T> {
  const context = { activity, person, asked: own.organisation_id, adviser: own.id, ...of };
  return await ports.withContext(context, async (tx: Tx) => {
    await sql`set transaction read only`.execute(tx);
    return await run(tx);
  });
}

/** Who gets what about whom is on record before it is shown. */
async function writeDown(
  ports: PrivacyPorts,
  { name, firm, organisation_id: organisation }: Own,
  read: readonly Pick<Parameters<typeof writePassedOn>[1], "member" | "activity" | "labels">[],
) {
  const seen = read.filter(({ labels }) => labels.length > 0);
  if (seen.length === 0) return;
  await ports.withContext({ activity: "kernel.disclose", organisation }, async (tx: Tx) => {
    const to = { recipient: "adviser", name: `${name}, ${firm}`, organisation } as const;
    for (const each of seen) await writePassedOn(tx, { ...to, ...each }, ports.now());
  });
}

/**
 * Whose data the assignment covers, by name, where one of its purposes has the name.
 * @throws Problem as `inForce`
 */
export async function listAdvised(
  ports: PrivacyPorts,
  who: Who,
  { limit, cursor, search }: Query<typeof api.advisedPersons>,
): Promise<Answer<typeof api.advisedPersons>> {
  const own = await inForce(ports, who);
  const after = readCursor(z.tuple([z.string(), z.uuid()]), cursor);
  const memberships = ports.processings
    .flatMap((p) => p.tables)
    .find(({ table }) => table === "kernel.memberships");
  const isNamed = own.activities.some(
    (purpose) => memberships && columnsFor(memberships, purpose).includes("name"),
  );
  if (!isNamed) throw problem("advice-other-purpose", { reason: "no purpose has the name" });
  const rows = await reading(ports, own, who, async (tx) => {
    let query = tx
      .selectFrom("kernel.memberships")
      .select(["id", "name"])
      .where("organisation_id", "=", own.organisation_id)
      .orderBy("name")
      .orderBy("id")
      .limit(limit + 1);
    if (search) query = query.where(sql<boolean>`position(lower(${search}) in lower(name)) > 0`);
    if (after) query = query.where((eb) => eb(eb.refTuple("name", "id"), ">", eb.tuple(...after)));
    return await query.execute();
  });
  const page = toPage(
    rows,
    limit,
    ({ name, id }) => [name, id],
    (row) => row,
  );
  await writeDown(
    ports,
    own,
    page.items.map(({ id: member }) => ({ member, activity, labels: ["name"] as const })),
  );
  return page;
}

/** @throws Problem as `inForce`; `not-found` for a person whom the assignment does not cover */
export async function openAdvised(
  ports: PrivacyPorts,
  { member, ...who }: Who & { readonly member: string },
  query: Query<typeof api.openAdvised>,
) {
  const own = await inForce(ports, who, query.purpose);
  const subjects = { member: [member], account: [], address: [] };
  const of = { person: who.person, purpose: query.purpose, subjects };
  const found = await reading(ports, own, of, async (tx) => {
    const { rows } = await sql`
      select from kernel.memberships where id = ${member}::uuid`.execute(tx);
    if (rows.length === 0) throw common("not-found", { reason: "not of the assignment" });
    return await readOpened(tx as unknown as Transaction<unknown>, ports, {
      member,
      ...query,
    });
  });
  await writeDown(ports, own, [{ member, activity: query.purpose, labels: labelsIn(found) }]);
  return found;
}
