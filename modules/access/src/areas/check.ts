import { sql } from "kysely";
import { problem } from "../problems.ts";
import type { Tx } from "../tx.ts";

/**
 * Can the doors keep what is asked of them? To be called after a change of doors, areas or airlocks; one at a time in an organisation, so that
 * two changes do not together make what neither would be let to make.
 * @throws Problem `area-on-many-controllers`, `area-needs-readers`, `airlock-on-many-controllers`, `airlock-needs-contacts`, `unlocked-by-schedule`
 */
export async function checkDoorRules(tx: Tx, organisation: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('access.door-rules:' || ${organisation}, 0))`.execute(
    tx,
  );
  const doors = await tx
    .selectFrom("access.doors as d")
    .leftJoin("access.areas as a", "a.id", "d.area_id")
    .select(["d.area_id", "d.airlock_id", "d.controller_id", "d.reader_inside", "d.two_people"])
    .select(["d.held_after_seconds", "d.unlock_schedule_id", "a.passback"])
    .where("d.organisation_id", "=", organisation)
    .where((eb) =>
      eb.or([
        eb("d.area_id", "is not", null),
        eb("d.airlock_id", "is not", null),
        eb("d.two_people", "=", true),
      ]),
    )
    .execute();
  if (isOnMany(doors, ({ area_id }) => area_id)) throw problem("area-on-many-controllers");
  if (isOnMany(doors, ({ airlock_id }) => airlock_id)) throw problem("airlock-on-many-controllers");
  for (const door of doors) {
    if (door.passback === "hard" && !door.reader_inside) throw problem("area-needs-readers");
    if (door.airlock_id !== null && door.held_after_seconds === null)
      throw problem("airlock-needs-contacts");
    // A door that stands unlocked asks nobody.
    if (door.unlock_schedule_id !== null && (door.airlock_id !== null || door.two_people))
      throw problem("unlocked-by-schedule");
  }
}

type Wired = { readonly controller_id: string | null };

/** One controller knows nothing of what another one's doors do. One that no controller runs does nothing. */
function isOnMany<D extends Wired>(doors: readonly D[], of: (door: D) => string | null): boolean {
  const controllers = new Map<string, string>();
  for (const door of doors) {
    const id = of(door);
    if (id === null || door.controller_id === null) continue;
    const other = controllers.get(id);
    if (other !== undefined && other !== door.controller_id) return true;
    controllers.set(id, door.controller_id);
  }
  return false;
}
