import { problem as common } from "@terskel/platform/problems";
import type { Insertable, Selectable } from "kysely";
import type { z } from "zod";
import { wish as wishSchema } from "../api/requests.ts";
import type { decision, kind, reasonCode, request } from "../api/requests.ts";
import type { Requests } from "../tables.ts";
import type { PrivacyPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";
import { desk } from "./whose.ts";

export type RequestRow = Selectable<Requests> & {
  organisation: string;
  country: string;
  organisationKind: string;
  passedOnTo: string | null;
};
export type Wish = z.output<typeof wishSchema>;
type Shown = z.input<typeof request>;

/** A request with the names of who decides and who carries it out. */
export const selectRequests = (tx: Tx) =>
  tx
    .selectFrom("kernel.requests as r")
    .innerJoin("kernel.organisations as o", "o.id", "r.organisation_id")
    .leftJoin("kernel.organisations as f", "f.id", "r.forwarded_to")
    .selectAll("r")
    .select(["o.name as organisation", "o.country", "o.kind as organisationKind"])
    .select("f.name as passedOnTo");

/** @throws Problem `not-found` for one that the transaction may not see */
export async function findRequest(tx: Tx, id: string): Promise<RequestRow> {
  const row = await selectRequests(tx).where("r.id", "=", id).executeTakeFirst();
  if (!row) throw common("not-found");
  return row;
}

/**
 * Finds a request that is still open, and keeps every other change from it until the transaction ends.
 * @throws Problem `not-found`, `request-closed`
 */
export async function lockOpen(tx: Tx, id: string): Promise<RequestRow> {
  await tx.selectFrom("kernel.requests").select("id").where("id", "=", id).forUpdate().execute();
  const row = await findRequest(tx, id);
  if (row.state !== "received") throw problem("request-closed");
  return row;
}

/**
 * Stores a request.
 * @throws Problem `request-running` when one of its kind is not answered yet
 */
export async function storeRequest(tx: Tx, values: Insertable<Requests>): Promise<RequestRow> {
  const added = await tx
    .insertInto("kernel.requests")
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!added) throw problem("request-running");
  return await findRequest(tx, added.id);
}

const aboutOf = ({ member_id, person_id }: RequestRow) =>
  member_id ? "membership" : person_id ? "account" : "address";

export function shown(row: RequestRow): Shown {
  const parsed = wishSchema.safeParse(row.wish);
  const at = (moment: Date | null) => moment?.toISOString();
  const known = {
    wish: parsed.success ? parsed.data : undefined,
    proofWanted: row.proof_wanted ?? undefined,
    extendedAt: at(row.extended_at),
    extensionReason: row.extension_reason ?? undefined,
    passedOnTo: row.passedOnTo ?? undefined,
    decision: (row.decision as z.output<typeof decision> | null) ?? undefined,
    reasonCode: (row.reason_code as z.output<typeof reasonCode> | null) ?? undefined,
    reason: row.reason ?? undefined,
    answeredAt: at(row.answered_at),
    fileUntil: at(row.file_until),
    liftsAt: at(row.lifts_at),
    liftedAt: at(row.lifted_at),
  };
  return {
    id: row.id,
    number: row.number,
    kind: row.kind as z.output<typeof kind>,
    organisation: { id: row.organisation_id, name: row.organisation },
    about: aboutOf(row),
    made: row.made as Shown["made"],
    identityCheck: row.identity_check as Shown["identityCheck"],
    receivedAt: row.received_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    state: row.state as Shown["state"],
    ...known,
  };
}

/** A request for what happens by itself, for no desk in particular; undefined when it is gone. */
export async function findForClock({ withContext }: Pick<PrivacyPorts, "withContext">, id: string) {
  return await withContext(
    { activity: desk },
    async (tx: Tx) => await selectRequests(tx).where("r.id", "=", id).executeTakeFirst(),
  );
}
