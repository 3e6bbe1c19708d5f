import { problem as common } from "@terskel/platform/problems";
import { refuseRoleTooHigh, standingAtAll } from "./administration.ts";
import type { Caller, GrantRole, Opened } from "./administration.ts";
import { writing } from "./constraints.ts";
import { refuseLastOwner } from "./last-owner.ts";
import { queueLists } from "./lists-changed.ts";
import type { Tx } from "./tx.ts";
import { refuseEnded, validityColumns, validityOf } from "./validity.ts";

/** Absent: as it is. null: from now on, or until it is taken back. */
export type GrantChange = {
  readonly role?: GrantRole | undefined;
  readonly validFrom?: string | null | undefined;
  readonly validUntil?: string | null | undefined;
  readonly schedule?: string | null | undefined;
};
type Held = {
  role: GrantRole;
  valid_from: Date | null;
  valid_until: Date | null;
  schedule_id: string | null;
};

/**
 * Changes a grant's role, times or schedule; who may is who could take it back and give it anew.
 * @throws Problem `not-found` for one that has ended or is on a door the caller does not administer;
 * `role-too-high` for what it is or what it would be; `last-owner` for an owner who would leave the
 * door without one, now or at an end that it did not have; `end-in-the-past`; `conflict`
 */
export async function changeGrant(
  tx: Tx,
  caller: Caller,
  organisation: string,
  id: string,
  change: GrantChange,
  now: Date,
): Promise<void> {
  const before = await lockGrant(tx, id, now);
  const standing = await standingAtAll(tx, caller, before);
  refuseRoleTooHigh(standing, before.role);
  const after = changed(before, change);
  refuseRoleTooHigh(standing, after.role);
  if (change.validFrom !== undefined || change.validUntil !== undefined) {
    refuseEnded(validityOf(after), now);
  }
  if (standing === "owner" && weakensOwner(before, after, now)) {
    await refuseLastOwner(tx, id, now);
  }
  await writing(
    tx.updateTable("access.grants").set(after).where("id", "=", id).execute(),
    (cause) => common("conflict", { cause }),
  );
  await queueLists(tx, organisation);
}

async function lockGrant(tx: Tx, id: string, now: Date): Promise<Held & Opened> {
  const grant = await tx
    .selectFrom("access.grants")
    .select(["door_id as door", "door_group_id as doorGroup"])
    .select(["valid_from", "valid_until", "schedule_id"])
    .select((eb) => eb.ref("role").$castTo<GrantRole>().as("role"))
    .where("id", "=", id)
    .where((eb) => eb.or([eb("valid_until", "is", null), eb("valid_until", ">", now)]))
    .forUpdate()
    .executeTakeFirst();
  if (!grant) throw common("not-found");
  return grant;
}

function changed(before: Held, { role, validFrom, validUntil, schedule }: GrantChange): Held {
  const times = validityColumns({
    validFrom: validFrom ?? undefined,
    validUntil: validUntil ?? undefined,
  });
  return {
    role: role ?? before.role,
    valid_from: validFrom === undefined ? before.valid_from : times.valid_from,
    valid_until: validUntil === undefined ? before.valid_until : times.valid_until,
    schedule_id: schedule === undefined ? before.schedule_id : schedule,
  };
}

/** Is the door's owner no longer owner now, or for a shorter time? */
function weakensOwner(before: Held, after: Held, now: Date): boolean {
  if (before.role !== "owner") return false;
  const lasts = ({ valid_until }: Held) => valid_until?.getTime() ?? Infinity;
  const waits = after.valid_from !== null && after.valid_from > now;
  return after.role !== "owner" || waits || lasts(after) < lasts(before);
}
