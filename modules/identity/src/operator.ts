import { randomUUID } from "node:crypto";
import { memberships, organisations } from "@terskel/kernel";
import type { Answer, Body, Query } from "@terskel/platform/contract";
import { readCursor, toPage } from "@terskel/platform/cursor";
import { z } from "zod";
import type * as api from "./api/operator.ts";
import { readOrganisationNumber } from "./organisation-number.ts";
import type { IdentityPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";

type Organisation = Answer<typeof api.organisations>["items"][number];
type Attempt = Answer<typeof api.signInAttempts>["items"][number];

/** The organisations on this installation, by name. */
export async function listOrganisations(tx: Tx, page: Query<typeof api.organisations>) {
  const after = readCursor(z.tuple([z.string(), z.uuid()]), page.cursor);
  const rows = await organisations.listOrganisations(tx, page.limit + 1, after);
  return toPage(
    rows,
    page.limit,
    (row) => [row.name, row.id],
    ({ id, name, number, country, kind }) => ({ id, name, number, country, kind }) as Organisation,
  );
}

/**
 * Adds an organisation with its first administrator, in one transaction.
 * @throws Problem `invalid-organisation-number`, `organisation-number-taken`,
 * `national-identity-number`
 */
export async function addOrganisation(
  ports: IdentityPorts,
  context: Parameters<IdentityPorts["withContext"]>[0],
  body: Body<typeof api.addOrganisation>,
): Promise<string> {
  const { name, country, kind, administrator } = body;
  const { number } = readOrganisationNumber(body.number, country);
  // The id is chosen here, so that the transaction may be the new organisation's own.
  const id = randomUUID();
  await ports.withContext({ ...context, organisation: id, member: undefined }, async (tx: Tx) => {
    const added = await organisations.addOrganisation(tx, { id, name, number, country, kind });
    if (!added) throw problem("organisation-number-taken");
    await memberships.addMembership(tx, {
      organisation: id,
      name: administrator.name,
      email: administrator.email,
      role: "administrator",
      source: "operator",
    });
  });
  return id;
}

/** Sign-in attempts, newest first (A9). */
export async function listAttempts(tx: Tx, page: Query<typeof api.signInAttempts>) {
  const after = readCursor(z.tuple([z.iso.datetime(), z.uuid()]), page.cursor);
  let query = tx
    .selectFrom("identity.sign_in_attempts")
    .select(["id", "at", "method", "outcome", "reason", "ip"])
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(page.limit + 1);
  if (page.outcome) query = query.where("outcome", "=", page.outcome);
  if (after) {
    query = query.where((eb) =>
      eb(eb.refTuple("at", "id"), "<", eb.tuple(new Date(after[0]), after[1])),
    );
  }
  return toPage(
    await query.execute(),
    page.limit,
    (row) => [row.at.toISOString(), row.id],
    ({ id, at, method, outcome, reason, ip }) =>
      ({ id, at: at.toISOString(), method, outcome, reason, ip }) as Attempt,
  );
}
