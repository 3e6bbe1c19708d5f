import { sql } from "kysely";
import type { BelongingRow, ControllerRows, GrantRow } from "../runtime/access-rows.ts";
import { anyOf } from "../runtime/access-rows.ts";
import type { Tx } from "../tx.ts";

type CodeRow = Awaited<ReturnType<typeof readGiven>>[number];

/**
 * With the codes that may be typed at these doors. To a door a code is one more person, with grants of its own: its giver's, as far as
 * the code's time goes. So it ends with their access, and keeps to their hours. Where they administer the organisation, its
 * time alone.
 */
export async function withCodes(tx: Tx, rows: ControllerRows, now: Date): Promise<ControllerRows> {
  const withKeypad = rows.doors.filter(({ keypad }) => keypad).map(({ id }) => id);
  if (withKeypad.length === 0) return rows;
  const given = await readGiven(tx, withKeypad, now);
  const codes = [...new Map(given.map((code) => [code.id, code])).values()];
  return {
    ...rows,
    grants: [
      ...rows.grants,
      ...given.flatMap((code) => grantsOf(code, rows.grants, rows.belonging)),
    ],
    credentials: [
      ...rows.credentials,
      ...codes.map(({ id, number_hash }) => ({ member_id: id, kind: "code", number_hash })),
    ],
  };
}

/** A row a code and door. One for a single use that was used is out of every list. */
async function readGiven(tx: Tx, doors: readonly string[], now: Date) {
  return await tx
    .selectFrom("access.codes as c")
    .innerJoin("access.code_doors as d", "d.code_id", "c.id")
    .innerJoin("kernel.organisations as o", "o.id", "c.organisation_id")
    .select(["c.id", "c.given_by", "c.number_hash", "c.valid_from", "d.door_id"])
    .select((eb) =>
      eb.fn<Date>("least", ["c.valid_until", "o.agreement_ends_at"]).as("valid_until"),
    )
    .select(sql<boolean>`access.administers(c.given_by, c.organisation_id)`.as("by_administrator"))
    .where("d.door_id", "=", anyOf(doors))
    .where("c.withdrawn_at", "is", null)
    .where("c.valid_until", ">", now)
    .where((eb) => eb.or([eb("c.once", "=", false), eb("c.used_at", "is", null)]))
    .execute();
}

function grantsOf(
  code: CodeRow,
  grants: readonly GrantRow[],
  belonging: readonly BelongingRow[],
): GrantRow[] {
  const asCode = (from: Date | null, until: Date | null, schedule: string | null): GrantRow => ({
    door_id: code.door_id,
    member_id: code.id,
    via_id: null,
    lease_id: null,
    role: "user",
    valid_from: latest(from, code.valid_from),
    valid_until: earliest(until, code.valid_until),
    schedule_id: schedule,
  });
  if (code.by_administrator) return [asCode(null, null, null)];
  const via = new Set(
    belonging.filter((row) => row.member_id === code.given_by).map((row) => row.via_id),
  );
  return grants
    .filter(({ door_id }) => door_id === code.door_id)
    .filter(({ member_id, via_id }) => member_id === code.given_by || via.has(via_id ?? ""))
    .map((grant) => asCode(grant.valid_from, grant.valid_until, grant.schedule_id))
    .filter(({ valid_from, valid_until }) => valid_from! < valid_until!);
}

const latest = (one: Date | null, other: Date) => (one && one > other ? one : other);
const earliest = (one: Date | null, other: Date) => (one && one < other ? one : other);
