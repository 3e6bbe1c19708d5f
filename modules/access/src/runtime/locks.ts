import type { State } from "@terskel/edge-protocol";
import { sql } from "kysely";
import type { AccessPorts } from "../ports.ts";
import type { Tx } from "../tx.ts";
import { note } from "./notes.ts";
import { doorTime } from "./timing.ts";

/**
 * A lock as its controller sees it.
 *
 * What is a little older than what we have is a second delivery (each replica hears every message) and
 * changes nothing. Much older, the door's clock was set back, and the message is news.
 * @returns false when the door is not this controller's
 */
export async function setLock(
  { withContext, now }: Pick<AccessPorts, "withContext" | "now">,
  controller: string,
  state: State,
): Promise<boolean> {
  const { at } = doorTime(state.at, now());
  return await withContext({ activity: "access.run-controllers" }, async (tx: Tx) => {
    const door = await tx
      .selectFrom("access.doors")
      .select(["organisation_id", "lock"])
      .where("id", "=", state.door)
      .where("controller_id", "=", controller)
      .forUpdate()
      .executeTakeFirst();
    if (!door) return false;
    const { numUpdatedRows } = await tx
      .updateTable("access.doors")
      .set({ lock: state.lock, lock_at: at })
      .where("id", "=", state.door)
      .where(
        sql<boolean>`coalesce(${at} >= lock_at or ${at} < lock_at - interval '1 minute', true)`,
      )
      .executeTakeFirst();
    if (numUpdatedRows > 0n && door.lock !== state.lock) {
      await note(tx, "lock", door.organisation_id, [state.door]);
    }
    return true;
  });
}
