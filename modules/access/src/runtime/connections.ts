import type { Hello, Presence } from "@terskel/edge-protocol";
import type { AccessPorts } from "../ports.ts";
import type { Tx } from "../tx.ts";
import { queueConfirmation } from "./confirm-lists.ts";
import { note } from "./notes.ts";
import { queueList } from "./publish-lists.ts";

type Ports = Pick<AccessPorts, "withContext" | "now">;
const context = { activity: "access.run-controllers" };

/** The columns' own bound. A controller that claims more is not believed. */
const MAX_INTEGER = 2 ** 31 - 2;

/** Its clock, to the second; one that is further astray than the column's bound is astray enough. */
function aheadSeconds({ at }: Hello, now: Date): number {
  const seconds = Math.round((Date.parse(at) - now.getTime()) / 1000);
  return Math.max(-MAX_INTEGER, Math.min(MAX_INTEGER, seconds));
}

/**
 * A controller is there, with the list of this revision in force: it is sent the list when ours is
 * newer. One that is ahead of us (our database came back from a backup) gets a revision above its own,
 * because it refuses every other.
 * @returns false for a controller that is not registered
 */
export async function greet(ports: Ports, controller: string, hello: Hello): Promise<boolean> {
  const revision = Math.min(hello.revision, MAX_INTEGER);
  const now = ports.now();
  return await ports.withContext(context, async (tx: Tx) => {
    const known = await lockController(tx, controller);
    if (!known) return false;
    const ahead = revision > known.list_revision;
    await tx
      .updateTable("access.controllers")
      .set({
        online: true,
        last_seen_at: now,
        list_reported: revision,
        clock_ahead_seconds: aheadSeconds(hello, now),
      })
      .$if(ahead, (query) => query.set({ list_revision: revision, list_hash: null }))
      // One that has fallen behind has forgotten what it knew, and of one ahead of us there is no telling.
      .$if(ahead || revision < known.list_reported, (query) => query.set({ list_known_at: null }))
      .$if(!ahead && revision === known.list_revision, (query) =>
        query.set((eb) => ({ list_known_at: eb.ref("list_read_at") })),
      )
      .where("id", "=", controller)
      .execute();
    if (!known.online) await noteDoors(tx, known.organisation_id, controller);
    if (ahead || !known.list_hash || revision < known.list_revision)
      await queueList(tx, controller);
    // After a newer list has come into force it says hello too: that list is itself the newest word.
    else if (revision === known.list_reported) await queueConfirmation(tx, controller);
    return true;
  });
}

/**
 * The controller's connection to the broker came or went: said by itself, or by its last will.
 * @returns false for a controller that is not registered
 */
export async function setPresence(
  ports: Ports,
  controller: string,
  { online }: Presence,
): Promise<boolean> {
  return await ports.withContext(context, async (tx: Tx) => {
    const known = await lockController(tx, controller);
    if (!known) return false;
    await tx
      .updateTable("access.controllers")
      .set({ online, ...(online ? { last_seen_at: ports.now() } : {}) })
      .where("id", "=", controller)
      .execute();
    if (known.online !== online) await noteDoors(tx, known.organisation_id, controller);
    return true;
  });
}

/**
 * Controllers that were online when the server went down and have not been heard of since this one
 * began to listen: their last will, if there was one, went to nobody.
 */
export async function forgetSilent(ports: Ports, since: Date): Promise<void> {
  await ports.withContext(context, async (tx: Tx) => {
    const silent = await tx
      .updateTable("access.controllers")
      .set({ online: false })
      .where("online", "=", true)
      .where((eb) => eb.or([eb("last_seen_at", "is", null), eb("last_seen_at", "<", since)]))
      .returning(["id", "organisation_id"])
      .execute();
    for (const { id, organisation_id } of silent) await noteDoors(tx, organisation_id, id);
  });
}

async function lockController(tx: Tx, controller: string) {
  return await tx
    .selectFrom("access.controllers")
    .select(["organisation_id", "online", "list_revision", "list_reported", "list_hash"])
    .where("id", "=", controller)
    .forUpdate()
    .executeTakeFirst();
}

async function noteDoors(tx: Tx, organisation: string, controller: string): Promise<void> {
  const doors = await tx
    .selectFrom("access.doors")
    .select("id")
    .where("controller_id", "=", controller)
    .execute();
  await note(
    tx,
    "lock",
    organisation,
    doors.map((door) => door.id),
  );
}
