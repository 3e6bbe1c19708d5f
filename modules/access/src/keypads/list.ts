import { z } from "zod";
import type { Answer } from "@terskel/platform/contract";
import type { myCodes } from "../api/keypads.ts";
import { readKnowing, toldOf } from "../lost-credentials.ts";
import { anyOf } from "../runtime/access-rows.ts";
import type { Tx } from "../tx.ts";

type Item = Answer<typeof myCodes>["items"][number];
type Row = Awaited<ReturnType<typeof listCodes>>[number];

/** The place after a code in the list: when it was given, and its id. */
export const place = z.tuple([z.iso.datetime(), z.uuid()]);

/** The codes that a member has given, newest first, each with its doors. */
export async function listCodes(
  tx: Tx,
  member: string,
  limit: number,
  after: z.output<typeof place> | undefined,
) {
  const codes = await tx
    .selectFrom("access.codes")
    .select(["id", "name", "once", "valid_from", "valid_until", "created_at"])
    .select(["used_at", "withdrawn_at"])
    .where("given_by", "=", member)
    .$if(after !== undefined, (some) =>
      some.where((eb) =>
        eb(eb.refTuple("created_at", "id"), "<", eb.tuple(new Date(after![0]), after![1])),
      ),
    )
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  const doors = await tx
    .selectFrom("access.code_doors as c")
    .innerJoin("access.doors as d", "d.id", "c.door_id")
    .innerJoin("kernel.sites as s", "s.id", "d.site_id")
    .select(["c.code_id", "d.id", "d.name", "s.time_zone"])
    .where("c.code_id", "=", anyOf(codes.map(({ id }) => id)))
    .orderBy("d.name")
    .execute();
  const byCode = Map.groupBy(doors, (door) => door.code_id);
  return codes.map((code) => ({ ...code, doors: byCode.get(code.id) ?? [] }));
}

export async function codeShower(tx: Tx, organisation: string) {
  const controllers = await readKnowing(tx, organisation);
  return ({ created_at, used_at, withdrawn_at: at, ...row }: Row): Item => ({
    id: row.id,
    name: row.name,
    doors: row.doors.map(({ id, name, time_zone }) => ({ id, name, timeZone: time_zone })),
    from: row.valid_from.toISOString(),
    until: row.valid_until.toISOString(),
    once: row.once,
    createdAt: created_at.toISOString(),
    ...(used_at ? { used: used_at.toISOString() } : {}),
    ...(at ? { withdrawn: { at: at.toISOString(), ...toldOf(controllers, at) } } : {}),
  });
}
