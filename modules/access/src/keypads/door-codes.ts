import { problem as common } from "@terskel/platform/problems";
import type { z } from "zod";
import { standingAt } from "../administration.ts";
import type { Caller } from "../administration.ts";
import { queueLists, waitForLists } from "../lists-changed.ts";
import type { Tx } from "../tx.ts";
import { withdraw } from "./codes.ts";
import type { place } from "./list.ts";

const inForce = (tx: Tx, door: string, now: Date) =>
  tx
    .selectFrom("access.codes as c")
    .innerJoin("access.code_doors as d", "d.code_id", "c.id")
    .innerJoin("kernel.memberships as m", "m.id", "c.given_by")
    .select(["c.id", "c.valid_from", "c.valid_until", "c.once", "c.created_at"])
    .select(["m.id as given_by", "m.name as giver"])
    .where("d.door_id", "=", door)
    .where("c.withdrawn_at", "is", null)
    .where("c.valid_until", ">", now)
    // One for a single use is used up.
    .where((eb) => eb.or([eb("c.once", "=", false), eb("c.used_at", "is", null)]));

/** The codes that open a door, newest first. @throws Problem `not-found` unless the caller administers it */
export async function listDoorCodes(
  tx: Tx,
  caller: Caller,
  door: string,
  now: Date,
  limit: number,
  after: z.output<typeof place> | undefined,
) {
  await standingAt(tx, caller, door);
  return await inForce(tx, door, now)
    .$if(after !== undefined, (some) =>
      some.where((eb) =>
        eb(eb.refTuple("c.created_at", "c.id"), "<", eb.tuple(new Date(after![0]), after![1])),
      ),
    )
    .orderBy("c.created_at", "desc")
    .orderBy("c.id", "desc")
    .limit(limit)
    .execute();
}

/** @throws Problem `not-found` unless the caller administers the door, and for a code that does not open it */
export async function stopDoorCode(
  tx: Tx,
  organisation: string,
  caller: Caller,
  { door, code }: { door: string; code: string },
  now: Date,
): Promise<void> {
  await standingAt(tx, caller, door);
  await waitForLists(tx, organisation);
  const found = await inForce(tx, door, now).where("c.id", "=", code).executeTakeFirst();
  if (!found) throw common("not-found", { reason: "no code in force at the door" });
  const others = await tx
    .selectFrom("access.code_doors")
    .select("door_id")
    .where("code_id", "=", code)
    .where("door_id", "<>", door)
    .limit(1)
    .execute();
  // Whoever gave it sees where it opened.
  if (others.length === 0) await withdraw(tx, code, found.given_by, now);
  else
    await tx
      .deleteFrom("access.code_doors")
      .where("code_id", "=", code)
      .where("door_id", "=", door)
      .execute();
  await queueLists(tx, organisation);
}
