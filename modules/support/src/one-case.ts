import { problem as common } from "@terskel/platform/problems";
import type { Answer } from "@terskel/platform/contract";
import type * as desk from "./api/desk.ts";
import type * as mine from "./api/mine.ts";
import { takenOf, toOwn } from "./cases.ts";
import type { Tx } from "./tx.ts";

type Message = Answer<typeof mine.myCase>["messages"][number];

/** @throws Problem `not-found` */
export async function readOwn(tx: Tx, id: string): Promise<Answer<typeof mine.myCase>> {
  const found = await tx
    .selectFrom("support.cases")
    .select(["id", "number", "subject", "state", "opened_at", "turned_at"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!found) throw common("not-found", { reason: "no case of the caller's" });
  return { ...toOwn(found), messages: await readMessages(tx, id) };
}

/** A case as the staff see it. @throws Problem `not-found` */
export async function readForStaff(
  tx: Tx,
  id: string,
  caller: string | undefined,
): Promise<Answer<typeof desk.oneCase>> {
  const found = await tx
    .selectFrom("support.cases as c")
    .innerJoin("kernel.memberships as m", "m.id", "c.member_id")
    .leftJoin("support.assignments as a", "a.case_id", "c.id")
    .leftJoin("kernel.memberships as t", "t.id", "a.member_id")
    .select(["c.id", "c.number", "c.subject", "c.state", "c.opened_at", "c.turned_at"])
    .select(["m.id as person", "m.name", "a.member_id as taken_by", "t.name as taken_name"])
    .where("c.id", "=", id)
    .executeTakeFirst();
  if (!found) throw common("not-found", { reason: "no case that the caller works at" });
  return {
    ...toOwn(found),
    person: { id: found.person, name: found.name },
    ...takenOf(found, caller),
    messages: await readMessages(tx, id),
  };
}

/** The oldest first. Of another organisation's staff row-level security shows no name. */
async function readMessages(tx: Tx, id: string): Promise<Message[]> {
  const rows = await tx
    .selectFrom("support.messages as x")
    .leftJoin("support.authors as a", "a.message_id", "x.id")
    .leftJoin("kernel.memberships as m", "m.id", "a.member_id")
    .select(["x.id", "x.side", "x.told", "x.body", "x.at", "m.name as author"])
    .where("x.case_id", "=", id)
    .orderBy("x.at")
    .orderBy("x.id")
    .execute();
  return rows.map(({ id: message, side, told, body, at, author }) => ({
    id: message,
    side: side as Message["side"],
    ...(told === null ? {} : { told: told as NonNullable<Message["told"]> }),
    ...(author === null ? {} : { author }),
    body,
    at: at.toISOString(),
  }));
}
