import type { Answer, Query } from "@terskel/platform/contract";
import { readCursor, toPage } from "@terskel/platform/cursor";
import { z } from "zod";
import type * as desk from "./api/desk.ts";
import type * as mine from "./api/mine.ts";
import type * as operator from "./api/operator.ts";
import type { State } from "./turn.ts";
import type { Tx } from "./tx.ts";

type Page = { readonly limit: number; readonly cursor?: string | undefined };
type Row = { id: string; number: number; state: string; opened_at: Date; turned_at: Date };

const place = z.tuple([z.iso.datetime(), z.uuid()]);
const columns = ["c.id", "c.number", "c.state", "c.opened_at", "c.turned_at"] as const;

const toPlace = ({ id, number, state, opened_at, turned_at }: Row) => ({
  id,
  number,
  state: state as State,
  openedAt: opened_at.toISOString(),
  turnedAt: turned_at.toISOString(),
});

export const toOwn = (row: Row & { subject: string }) => ({
  ...toPlace(row),
  subject: row.subject,
});

/** A person's own cases, the newest first. Row-level security shows no one else's. */
export async function listOwn(
  tx: Tx,
  member: string,
  page: Page,
): Promise<Answer<typeof mine.myCases>> {
  const after = readCursor(place, page.cursor);
  let query = tx
    .selectFrom("support.cases as c")
    .select(columns)
    .select("c.subject")
    .where("c.member_id", "=", member)
    .orderBy("c.opened_at", "desc")
    .orderBy("c.id", "desc")
    .limit(page.limit + 1);
  if (after)
    query = query.where((eb) =>
      eb(eb.refTuple("c.opened_at", "c.id"), "<", eb.tuple(...at(after))),
    );
  return toPage(
    await query.execute(),
    page.limit,
    ({ opened_at, id }) => [opened_at.toISOString(), id],
    toOwn,
  );
}

const at = ([time, id]: z.output<typeof place>) => [new Date(time), id] as const;

/** The cases in one state that row-level security shows, in the order in which they want the staff. */
function selectInState(tx: Tx, { state, limit, cursor }: Query<typeof desk.cases>) {
  const after = readCursor(place, cursor);
  const [order, beyond] = state === "closed" ? (["desc", "<"] as const) : (["asc", ">"] as const);
  const query = tx
    .selectFrom("support.cases as c")
    .select(columns)
    .where("c.state", "=", state)
    .orderBy("c.turned_at", order)
    .orderBy("c.id", order)
    .limit(limit + 1);
  if (!after) return query;
  return query.where((eb) =>
    eb(eb.refTuple("c.turned_at", "c.id"), beyond, eb.tuple(...at(after))),
  );
}

const placeOf = ({ turned_at, id }: Row) => [turned_at.toISOString(), id];

/** Who has taken a case: of another organisation's staff row-level security shows no name. */
export function takenOf(
  row: { taken_by: string | null; taken_name: string | null },
  caller: string | undefined,
) {
  if (row.taken_by === null) return {};
  const mine = row.taken_by === caller;
  return row.taken_name === null
    ? { taken: { by: "operator" as const, mine } }
    : { taken: { by: "organisation" as const, mine, name: row.taken_name } };
}

/** An organisation's cases, as its administrators see them. */
export async function listForDesk(
  tx: Tx,
  { organisation, member }: { organisation: string; member: string | undefined },
  page: Query<typeof desk.cases>,
): Promise<Answer<typeof desk.cases>> {
  const rows = await selectInState(tx, page)
    .innerJoin("kernel.memberships as m", "m.id", "c.member_id")
    .leftJoin("support.assignments as a", "a.case_id", "c.id")
    .leftJoin("kernel.memberships as t", "t.id", "a.member_id")
    .select(["c.subject", "m.id as person", "m.name"])
    .select(["a.member_id as taken_by", "t.name as taken_name"])
    .where("c.organisation_id", "=", organisation)
    .execute();
  return toPage(rows, page.limit, placeOf, (row) => ({
    ...toOwn(row),
    person: { id: row.person, name: row.name },
    ...takenOf(row, member),
  }));
}

/** All organisations' cases, as the operator's staff see them before they open one. */
export async function listForOperator(
  tx: Tx,
  member: string | undefined,
  page: Query<typeof operator.allCases>,
): Promise<Answer<typeof operator.allCases>> {
  const rows = await selectInState(tx, page)
    .innerJoin("kernel.organisations as o", "o.id", "c.organisation_id")
    .leftJoin("support.assignments as a", "a.case_id", "c.id")
    .select(["o.id as organisation", "o.name", "a.member_id as taken_by"])
    .execute();
  return toPage(rows, page.limit, placeOf, ({ organisation, name, taken_by, ...row }) => ({
    ...toPlace(row),
    organisation: { id: organisation, name },
    ...(taken_by === null ? {} : { taken: { mine: taken_by === member } }),
  }));
}
