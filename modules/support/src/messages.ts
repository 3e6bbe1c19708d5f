import { problem as common } from "@terskel/platform/problems";
import type { z } from "zod";
import type { newMessage, side, told } from "./api/words.ts";
import { queueForPerson, queueForStaff } from "./letters.ts";
import { mostMessagesAnHour, mostMessagesInCase } from "./api/limits.ts";
import { problem } from "./problems.ts";
import { lockCase, turn } from "./turn.ts";
import type { LockedCase } from "./turn.ts";
import type { Tx } from "./tx.ts";

type NewMessage = z.output<typeof newMessage>;
export type Staff = {
  readonly side: Exclude<z.output<typeof side>, "person">;
  readonly member: string;
};
type From = {
  readonly side: z.output<typeof side>;
  readonly told?: z.output<typeof told>;
  /** Which of the staff writes. */
  readonly author?: string;
};

/**
 * Writes a message once, whatever happened to the answer of the call before.
 * @returns whether it is new
 * @throws Problem `case-full`; `conflict` for an id that is another message's
 */
export async function writeMessage(
  tx: Tx,
  { id: case_id, organisation: organisation_id, member: member_id }: LockedCase,
  { id, body }: NewMessage,
  { side, told, author }: From,
  now: Date,
): Promise<boolean> {
  const before = await tx
    .selectFrom("support.messages")
    .select("id")
    .where("case_id", "=", case_id)
    .execute();
  if (before.some((each) => each.id === id)) return false;
  if (before.length >= mostMessagesInCase) throw problem("case-full");
  const added = await tx
    .insertInto("support.messages")
    .values({ id, organisation_id, case_id, member_id, side, told: told ?? null, body, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) throw common("conflict", { reason: "another's id" });
  if (author !== undefined)
    await tx
      .insertInto("support.authors")
      .values({ message_id: id, organisation_id, member_id: author })
      .execute();
  return true;
}

/**
 * The person writes in their own case: it is the staff's turn, who are told when it was not already.
 * @throws Problem `not-found`, `too-many-messages`, `case-full`, `conflict`
 */
export async function writeAsPerson(tx: Tx, id: string, message: NewMessage, now: Date) {
  const found = await lockCase(tx, id);
  await refuseTooMany(tx, found.member, now);
  if (!(await writeMessage(tx, found, message, { side: "person" }, now))) return;
  if (found.state === "open") return;
  await turn(tx, found, "open", now);
  await queueForStaff(tx, found);
}

export async function refuseTooMany(tx: Tx, member: string, now: Date): Promise<void> {
  const { count } = await tx
    .selectFrom("support.messages")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("member_id", "=", member)
    .where("side", "=", "person")
    .where("at", ">", new Date(now.getTime() - 60 * 60_000))
    .executeTakeFirstOrThrow();
  if (count >= mostMessagesAnHour) throw problem("too-many-messages");
}

/**
 * The staff answer: it is the person's turn, who is told.
 * @throws Problem `not-found`, `case-full`, `conflict`
 */
export async function answerAsStaff(
  tx: Tx,
  id: string,
  message: NewMessage,
  { side, member }: Staff,
  now: Date,
) {
  const found = await lockCase(tx, id);
  if (!(await writeMessage(tx, found, message, { side, author: member }, now))) return;
  await turn(tx, found, "waiting", now);
  await queueForPerson(tx, found, "answered");
}
