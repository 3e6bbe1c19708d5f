import type { State } from "@terskel/edge-protocol";
import { sql } from "kysely";
import { endAlarms } from "../alarms/record.ts";
import type { AccessPorts } from "../ports.ts";
import type { Tx } from "../tx.ts";
import { note } from "./notes.ts";
import { doorTime } from "./timing.ts";

/**
 * A door as its controller sees it. At one that does not stand open no alarm stands.
 *
 * What is a little older than what we have is a second delivery (each replica hears every message) and
 * changes nothing. Much older, the door's clock was set back, and the message is news.
 * @returns false when the door is not this controller's
 */
export async function setState(
  { withContext, now }: Pick<AccessPorts, "withContext" | "now">,
  controller: string,
  { door, lock, position, ...state }: State,
): Promise<boolean> {
  const { at } = doorTime(state.at, now());
  return await withContext({ activity: "access.run-controllers" }, async (tx: Tx) => {
    const before = await tx
      .selectFrom("access.doors")
      .select(["organisation_id", "lock", "position"])
      .where("id", "=", door)
      .where("controller_id", "=", controller)
      .forUpdate()
      .executeTakeFirst();
    if (!before) return false;
    const moved = before.lock !== lock || before.position !== position;
    const { numUpdatedRows } = await tx
      .updateTable("access.doors")
      .set({ lock, position, lock_at: at, ...(moved ? { moved_at: at } : {}) })
      .where("id", "=", door)
      .where(
        sql<boolean>`coalesce(${at} >= lock_at or ${at} < lock_at - interval '1 minute', true)`,
      )
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return true;
    const { organisation_id: organisation } = before;
    if (moved) await note(tx, "lock", organisation, [door]);
    if (position !== "open" && (await endAlarms(tx, [door], at)))
      await note(tx, "alarm", organisation, [door]);
    return true;
  });
}
