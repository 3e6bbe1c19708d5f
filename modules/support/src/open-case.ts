import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import type { z } from "zod";
import type { newCase, told } from "./api/words.ts";
import { queueForPerson, queueForStaff } from "./letters.ts";
import { mostOpenCases } from "./api/limits.ts";
import { refuseTooMany, writeMessage } from "./messages.ts";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";

type NewCase = z.output<typeof newCase>;
type Whose = { readonly organisation: string; readonly member: string };
type Told = { readonly how: z.output<typeof told>; readonly author: string };

/**
 * Opens a person's own case; its number follows the last one of the organisation.
 * @throws Problem `too-many-cases`, `too-many-messages`; `conflict` for an id that is taken
 */
export async function openOwn(tx: Tx, whose: Whose, given: NewCase, now: Date) {
  const known = await numberOf(tx, whose, given);
  if (known !== undefined) return { number: known };
  await refuseTooMany(tx, whose.member, now);
  await refuseTooManyOpen(tx, whose);
  const { number, isNew } = await openCase(tx, whose, given, now);
  if (isNew) await queueForStaff(tx, { ...whose, id: given.id });
  return { number };
}

/**
 * Opens a case for a person who called or came by. They get a letter that says so.
 * @throws Problem `not-found` for somebody who does not belong to the organisation, or is restricted; `conflict`
 */
export async function openForPerson(tx: Tx, whose: Whose, given: NewCase, told: Told, now: Date) {
  const known = await numberOf(tx, whose, given);
  if (known !== undefined) return { number: known };
  const person = await tx
    .selectFrom("kernel.memberships")
    .select("id")
    .where("id", "=", whose.member)
    .where("organisation_id", "=", whose.organisation)
    .executeTakeFirst();
  if (!person) throw common("not-found", { reason: "no such member" });
  const { number, isNew } = await openCase(tx, whose, given, now, told);
  if (isNew) await queueForPerson(tx, { ...whose, id: given.id }, "opened");
  return { number };
}

/** The number of a case that was opened by the same call before. */
async function numberOf(tx: Tx, { member }: Whose, { id }: NewCase): Promise<number | undefined> {
  const found = await tx
    .selectFrom("support.cases")
    .select("number")
    .where("id", "=", id)
    .where("member_id", "=", member)
    .executeTakeFirst();
  return found?.number;
}

async function refuseTooManyOpen(tx: Tx, { member }: Whose): Promise<void> {
  const { count } = await tx
    .selectFrom("support.cases")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("member_id", "=", member)
    .where("state", "<>", "closed")
    .executeTakeFirstOrThrow();
  if (count >= mostOpenCases) throw problem("too-many-cases");
}

async function openCase(tx: Tx, whose: Whose, given: NewCase, now: Date, told?: Told) {
  const { organisation, member } = whose;
  const { id, subject, message, body } = given;
  // One after another, so that no number is given twice.
  const { last: number } = await tx
    .insertInto("support.numbers")
    .values({ organisation_id: organisation, last: 1 })
    .onConflict((conflict) =>
      conflict.column("organisation_id").doUpdateSet({ last: sql`numbers.last + 1` }),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  const added = await tx
    .insertInto("support.cases")
    .values({
      id,
      organisation_id: organisation,
      member_id: member,
      number,
      subject,
      state: "open",
      opened_at: now,
      turned_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) {
    // The same call, at the same time, was a moment sooner.
    const sooner = await numberOf(tx, whose, given);
    if (sooner === undefined) throw common("conflict", { reason: "another's id" });
    return { number: sooner, isNew: false };
  }
  const from = told
    ? ({ side: "person", told: told.how, author: told.author } as const)
    : ({ side: "person" } as const);
  const opened = { id, organisation, member, state: "open" } as const;
  await writeMessage(tx, opened, { id: message, body }, from, now);
  return { number, isNew: true };
}
