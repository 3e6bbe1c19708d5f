import type { Alarm } from "@terskel/edge-protocol";
import { sql } from "kysely";
import { standingAlarm } from "../api/door-state.ts";
import { note } from "../runtime/notes.ts";
import { queueLetters } from "./letters.ts";
import { doorTime } from "../runtime/timing.ts";
import type { Tx } from "../tx.ts";

/** As a passage is marked late in the log. */
const LATE_MS = 60_000;

/**
 * Writes down what a controller tells of alarms at its doors: each once, however often it is told. What began too long ago is late, and
 * calls nobody. A new one of the leaf ends one that its controller has forgotten.
 */
export async function recordAlarms(
  tx: Tx,
  organisation: string,
  alarms: readonly Alarm[],
  receivedAt: Date,
): Promise<void> {
  const changed = new Set<string>();
  for (const { alarm, door, kind, began, ended } of alarms) {
    const { at } = doorTime(began, receivedAt);
    // What is over as it happens has no end of its own.
    const over = ended ?? (isStanding(kind) ? undefined : began);
    const until = over === undefined ? null : doorTime(over, receivedAt).at;
    const late = receivedAt.getTime() - at.getTime() > LATE_MS;
    const { rows } = await sql<{ isNew: boolean }>`
      insert into access.door_alarms as known
        (id, organisation_id, door_id, kind, began_at, ended_at, received_at, late)
      values (${alarm}::uuid, ${organisation}::uuid, ${door}::uuid, ${kind}, ${at}, ${until}::timestamptz, ${receivedAt},
              ${late})
      on conflict (door_id, id) do update set ended_at = excluded.ended_at
        where known.ended_at is null and excluded.ended_at is not null
      returning xmax = 0 as "isNew"`.execute(tx);
    const [written] = rows;
    if (!written) continue;
    changed.add(door);
    if (written.isNew && !late) await queueLetters(tx, { organisation, door, alarm });
    if (isStanding(kind)) await endAlarms(tx, [door], at, alarm);
  }
  await note(tx, "alarm", organisation, [...changed]);
}

/** It stands until its door is closed; another is over as it happens, and says nothing of the leaf. */
const isStanding = (kind: Alarm["kind"]): boolean => standingAlarm.safeParse(kind).success;

/** Ends what stands at these doors and began before `at`; but for `except`. */
export async function endAlarms(
  tx: Tx,
  doors: readonly string[],
  at: Date,
  except?: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("access.door_alarms")
    .set({ ended_at: at })
    .where((eb) => eb("door_id", "=", eb.fn.any(eb.val([...doors]))))
    .where("ended_at", "is", null)
    .where("began_at", "<=", at)
    .$if(except !== undefined, (some) => some.where("id", "<>", except!))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
