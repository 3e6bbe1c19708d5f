import { CODE_DIGITS, MAX_CODE_DAYS } from "@terskel/edge-protocol";
import type { Keys } from "@terskel/platform/keys";
import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import type { Caller } from "../administration.ts";
import { writing } from "../constraints.ts";
import { queueLists, waitForLists } from "../lists-changed.ts";
import { problem } from "../problems.ts";
import { anyOf } from "../runtime/access-rows.ts";
import type { Tx } from "../tx.ts";
import { selectKeypadDoors } from "./doors.ts";
import { firstFree, firstOf, hashOf, lockNumbers } from "./draw.ts";

export type NewCode = {
  readonly name: string;
  readonly doors: readonly string[];
  readonly from: Date;
  readonly until: Date;
  readonly once: boolean;
};

const DAY_MS = 24 * 3_600_000;
const LONGEST_MS = MAX_CODE_DAYS * DAY_MS;
const FARTHEST_MS = 30 * DAY_MS;
/** What somebody gives to those who come to them; more is an access of its own. */
const MOST_AT_ONCE = 50;

/**
 * Gives somebody a code. The number follows from its id by a key that only the cloud has, so the same asked for again, when the
 * answer was lost, is answered with the same; it is kept as a hash alone.
 * @throws Problem `code-time`; `not-found` for a door without keypad, or that the caller neither has access to nor administers;
 *   `too-many-codes`; `code-id-used` for an id that stands for something else
 */
export async function giveCode(
  tx: Tx,
  keys: Keys,
  organisation: string,
  caller: Caller,
  id: string,
  code: NewCode,
  now: Date,
): Promise<string> {
  checkTime(code, now);
  const doors = await findDoors(tx, caller, code.doors, now);
  await waitForLists(tx, organisation);
  await lockNumbers(tx, organisation);
  const hashesOf = (number: string) =>
    (["code", "one-time-code"] as const).map((kind) => hashOf(keys, organisation, kind, number));
  const tryAt = (attempt: number) => numberOf(keys, id, attempt);
  const known = await findSame(tx, caller, id, doors, code);
  if (known) return firstOf(tryAt, (drawn) => hashesOf(drawn).some((hash) => hash.equals(known)));
  await checkCount(tx, caller, now);
  const number = await firstFree(tx, tryAt, hashesOf);
  await writing(
    tx
      .insertInto("access.codes")
      .values({
        id,
        organisation_id: organisation,
        given_by: caller.member,
        name: code.name,
        number_hash: hashOf(keys, organisation, code.once ? "one-time-code" : "code", number),
        once: code.once,
        valid_from: code.from,
        valid_until: code.until,
        created_at: now,
        expires_at: new Date(code.until.getTime() + DAY_MS),
      })
      .execute(),
    (cause) => problem("code-id-used", { cause }),
  );
  await tx
    .insertInto("access.code_doors")
    .values(
      doors.map((door) => ({
        code_id: id,
        organisation_id: organisation,
        door_id: door,
        given_by: caller.member,
      })),
    )
    .execute();
  await queueLists(tx, organisation);
  return number;
}

/**
 * It opens nothing any more. Withdrawn twice it is so since the first time.
 * @throws Problem `not-found` unless the caller gave it
 */
export async function withdrawCode(
  tx: Tx,
  organisation: string,
  { member }: Caller,
  id: string,
  now: Date,
): Promise<void> {
  await waitForLists(tx, organisation);
  if (!(await withdraw(tx, id, member, now)))
    throw common("not-found", { reason: "no code of the caller's" });
  await queueLists(tx, organisation);
}

/** @returns false where the member has given no such code */
export async function withdraw(tx: Tx, id: string, givenBy: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("access.codes")
    .set({
      withdrawn_at: sql<Date>`coalesce(withdrawn_at, clock_timestamp())`,
      expires_at: sql<Date>`least(expires_at, ${new Date(now.getTime() + DAY_MS)}::timestamptz)`,
    })
    .where("id", "=", id)
    .where("given_by", "=", givenBy)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function checkTime({ from, until }: NewCode, now: Date): void {
  const lastsMs = until.getTime() - from.getTime();
  const aheadMs = from.getTime() - now.getTime();
  if (until <= now || lastsMs <= 0 || lastsMs > LONGEST_MS || aheadMs > FARTHEST_MS)
    throw problem("code-time");
}

async function findDoors(tx: Tx, caller: Caller, doors: readonly string[], now: Date) {
  const wanted = [...new Set(doors.map((door) => door.toLowerCase()))].toSorted();
  const found = await (
    await selectKeypadDoors(tx, caller, now)
  )
    .where("d.id", "=", anyOf(wanted))
    .execute();
  if (found.length < wanted.length)
    throw common("not-found", { reason: "not doors that the caller may give a code to" });
  return wanted;
}

/** The hash of one that is this code already. */
async function findSame(
  tx: Tx,
  { member }: Caller,
  id: string,
  doors: readonly string[],
  code: NewCode,
): Promise<Buffer | undefined> {
  const known = await tx
    .selectFrom("access.codes")
    .select([
      "given_by",
      "name",
      "once",
      "valid_from",
      "valid_until",
      "number_hash",
      "withdrawn_at",
    ])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!known) return undefined;
  const opened = await tx
    .selectFrom("access.code_doors")
    .select("door_id")
    .where("code_id", "=", id)
    .orderBy("door_id")
    .execute();
  const isSame =
    known.given_by === member &&
    known.withdrawn_at === null &&
    known.name === code.name &&
    known.once === code.once &&
    known.valid_from.getTime() === code.from.getTime() &&
    known.valid_until.getTime() === code.until.getTime() &&
    opened.map(({ door_id }) => door_id).join() === doors.join();
  if (!isSame) throw problem("code-id-used");
  return known.number_hash;
}

async function checkCount(tx: Tx, { member }: Caller, now: Date): Promise<void> {
  const { count } = await tx
    .selectFrom("access.codes")
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .where("given_by", "=", member)
    .where("withdrawn_at", "is", null)
    .where("valid_until", ">", now)
    .executeTakeFirstOrThrow();
  if (Number(count) >= MOST_AT_ONCE) throw problem("too-many-codes");
}

function numberOf(keys: Keys, id: string, attempt: number): string {
  const drawn = keys.derive(`code:${id}:${attempt}`).readUIntBE(0, 6) % 10 ** CODE_DIGITS;
  return String(drawn).padStart(CODE_DIGITS, "0");
}
