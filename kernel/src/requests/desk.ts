import { readCursor, toPage } from "@terskel/platform/cursor";
import type { Language } from "@terskel/platform/i18n";
import { problem as common } from "@terskel/platform/problems";
import type { z } from "zod";
import { z as zod } from "zod";
import type { deskRequest } from "../api/desk.ts";
import { isHandedOver } from "./callers-copy.ts";
import { isRestricting, restricts } from "./lift.ts";
import { makeRequest } from "./make.ts";
import type { PrivacyPorts } from "./ports.ts";
import { findRequest, selectRequests, shown } from "./requests.ts";
import type { RequestRow, Wish } from "./requests.ts";
import type { Role } from "./trail.ts";
import { readTrail } from "./trail.ts";
import type { Tx } from "./tx.ts";
import { desk, knownAs } from "./whose.ts";

type Shown = z.input<typeof deskRequest>;
type Page = {
  limit: number;
  cursor?: string | undefined;
  state: "open" | "closed" | "restricting";
};

async function deskShown(
  ports: PrivacyPorts,
  organisation: string,
  row: RequestRow,
): Promise<Shown> {
  const { name, email, phone } = await knownAs(ports, row);
  const known = name ?? email ?? phone;
  return {
    ...shown(row),
    ...(known === undefined ? {} : { person: { name, email, phone } }),
    overdue: row.state === "received" && row.due_at < ports.now(),
    onBehalf: row.organisation_id !== organisation,
  };
}

/** Open ones by deadline, closed ones newest first, those by which a restriction stands oldest first. */
export async function listDesk(ports: PrivacyPorts, organisation: string, page: Page) {
  const after = readCursor(zod.tuple([zod.iso.datetime(), zod.uuid()]), page.cursor);
  const { state } = page;
  const column = state === "open" ? "r.due_at" : "r.answered_at";
  const rising = state !== "closed";
  const rows = await ports.withContext({ activity: desk, organisation }, async (tx: Tx) => {
    let query = selectRequests(tx)
      .where("r.state", state === "open" ? "=" : "<>", "received")
      .orderBy(column, rising ? "asc" : "desc")
      .orderBy("r.id", rising ? "asc" : "desc")
      .limit(page.limit + 1);
    if (state === "restricting") query = query.where(isRestricting);
    if (after) {
      query = query.where((eb) =>
        eb(eb.refTuple(column, "r.id"), rising ? ">" : "<", eb.tuple(new Date(after[0]), after[1])),
      );
    }
    return await query.execute();
  });
  const { items, next } = toPage(
    rows,
    page.limit,
    (row) => [
      (state === "open" ? row.due_at : (row.answered_at ?? row.due_at)).toISOString(),
      row.id,
    ],
    (row) => row,
  );
  const all: Shown[] = [];
  for (const row of items) all.push(await deskShown(ports, organisation, row));
  return { items: all, ...(next === undefined ? {} : { next }) };
}

/** Whoever has it to decide: the controller, until it is passed on to whom carries it out. */
export const decides = (row: RequestRow, organisation: string) =>
  row.state === "received" && (row.forwarded_to ?? row.organisation_id) === organisation;

/** @throws Problem `not-found` */
export async function readDesk(ports: PrivacyPorts, organisation: string, id: string) {
  const { row, trail } = await ports.withContext(
    { activity: desk, organisation },
    async (tx: Tx) => {
      const found = await findRequest(tx, id);
      return { row: found, trail: await readTrail(tx, found.number) };
    },
  );
  const mine = decides(row, organisation);
  return {
    ...(await deskShown(ports, organisation, row)),
    trail,
    can: {
      decide: mine,
      extend: mine && row.extended_at === null && ports.now() <= row.due_at,
      passOn: mine && row.organisationKind === "employer" && row.forwarded_to === null,
      handOver:
        row.file_until !== null &&
        row.file_until > ports.now() &&
        (await isHandedOver(ports, row, organisation)),
      lift: restricts(row) && row.lifts_at === null && row.organisation_id === organisation,
    },
  };
}

/** In the trail, who acts for the desk. */
export const roleAt = (row: RequestRow, organisation: string): Role =>
  row.organisation_id === organisation ? "privacy-officer" : "operator";

/**
 * Enters a request for somebody who called, wrote or came.
 * @throws Problem `not-found` for somebody who is not the organisation's, and what `makeRequest` throws
 */
export async function enterRequest(
  ports: PrivacyPorts,
  organisation: string,
  entered: { person: string; identityCheck: string; language: Language; wish: Wish },
): Promise<RequestRow> {
  const member = await ports.withContext(
    { activity: desk, organisation },
    async (tx: Tx) =>
      await tx
        .selectFrom("kernel.memberships")
        .select(["id", "person_id"])
        .where("organisation_id", "=", organisation)
        .where("id", "=", entered.person)
        .executeTakeFirst(),
  );
  if (!member) throw common("not-found");
  const asking = {
    member: member.id,
    account: member.person_id ?? undefined,
    address: undefined,
    subjects: {
      member: [member.id],
      account: member.person_id ? [member.person_id] : [],
      address: [],
    },
    made: "staff",
    identityCheck: entered.identityCheck,
    language: entered.language,
    by: "privacy-officer",
  } as const;
  return await makeRequest(ports, asking, entered.wish, organisation);
}
