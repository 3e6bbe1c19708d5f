import type { Passage } from "@terskel/edge-protocol";
import { queueLists } from "../lists-changed.ts";
import { anyOf } from "../runtime/access-rows.ts";
import type { Tx } from "../tx.ts";

type Use = { readonly passage: Passage; readonly at: Date; readonly isNamed: boolean };
/** Who gave each of these codes, by its id. */
export type Givers = ReadonlyMap<string, string>;

/**
 * Codes were used, each at a door that it is for: what a controller says of another's codes is not heard. One for a single use goes
 * from all lists. Of one for many it is kept when, where the door's log names people (`isNamed`).
 */
export async function useCodes(
  tx: Tx,
  organisation: string,
  uses: readonly Use[],
): Promise<Givers> {
  const ofCodes = uses.filter(({ passage }) => passage.credential === "code" && passage.person);
  if (ofCodes.length === 0) return new Map();
  const known = await tx
    .selectFrom("access.codes as c")
    .innerJoin("access.code_doors as d", "d.code_id", "c.id")
    .select(["c.id", "c.given_by", "c.once", "d.door_id"])
    .where("c.organisation_id", "=", organisation)
    .where("c.id", "=", anyOf(ofCodes.map(({ passage }) => passage.person!)))
    .execute();
  const givers = new Map<string, string>();
  let isUsedUp = false;
  for (const { passage, at, isNamed } of ofCodes) {
    const code = known.find((row) => row.id === passage.person && row.door_id === passage.door);
    if (!code) continue;
    givers.set(code.id, code.given_by);
    if (!code.once && !isNamed) continue;
    isUsedUp ||= code.once;
    await tx
      .updateTable("access.codes")
      .set((eb) => ({
        used_at: eb.fn<Date>("greatest", [eb.fn.coalesce("used_at", eb.val(at)), eb.val(at)]),
      }))
      .where("id", "=", code.id)
      .execute();
  }
  if (isUsedUp) await queueLists(tx, organisation);
  return givers;
}
