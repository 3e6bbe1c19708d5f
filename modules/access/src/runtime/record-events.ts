import type { Passage } from "@terskel/edge-protocol";
import type { AccessPorts } from "../ports.ts";
import type { Tx } from "../tx.ts";
import { isPastItsTime } from "../log-keep.ts";
import { anyOf } from "./access-rows.ts";
import type { Dropped } from "./dropped.ts";
import { note } from "./notes.ts";
import { readBatch } from "./read-batch.ts";
import { doorTime } from "./timing.ts";

type Ports = Pick<AccessPorts, "withContext" | "now" | "log">;

/**
 * Passages that a controller delivers: stored in one transaction, each counted once however often and
 * in whatever batches it comes.
 * @returns the ids to receipt. What is dropped is among them: the receipt says that the controller may
 *   forget it, because sent again it would be dropped again, for ever.
 * @throws ProtocolError `not-of-the-protocol` for what is no batch at all
 */
export async function recordEvents(
  ports: Ports,
  dropped: Dropped,
  controller: string,
  payload: Uint8Array,
): Promise<string[]> {
  const batch = readBatch(payload);
  const organisation = await organisationOf(ports, controller);
  if (organisation === undefined) {
    dropped.count("unknown-controller", controller);
    return [];
  }
  dropped.count("not-of-the-protocol", controller, batch.badCount);
  const strange = await ports.withContext(
    { activity: "access.run-controllers", organisation },
    async (tx: Tx) => store(tx, ports, { controller, organisation }, batch.good),
  );
  dropped.count("foreign-door", controller, strange.foreignDoors);
  dropped.count("foreign-id", controller, strange.foreignIds);
  dropped.count("past-its-time", controller, strange.late);
  return [...batch.good.map((event) => event.id), ...batch.badIds];
}

async function organisationOf(ports: Ports, controller: string): Promise<string | undefined> {
  const row = await ports.withContext({ activity: "access.run-controllers" }, async (tx: Tx) =>
    tx
      .selectFrom("access.controllers")
      .select("organisation_id")
      .where("id", "=", controller)
      .executeTakeFirst(),
  );
  return row?.organisation_id;
}

type From = { readonly controller: string; readonly organisation: string };

async function store(tx: Tx, ports: Ports, from: From, events: readonly Passage[]) {
  const doors = await doorsOf(tx, from.controller);
  const own = events.filter((event) => doors.has(event.door));
  const receivedAt = ports.now();
  const all = own.map((event) => ({ event, ...doorTime(event.at, receivedAt) }));
  const timed = all.filter(({ at }) => !isPastItsTime(at, receivedAt));
  const astray = timed.filter((each) => each.astray).length;
  if (astray > 0)
    ports.log.warn({ controller: from.controller, astray }, "a door's clock is wrong");
  const members = await membersAmong(tx, from.organisation, own);
  const changed = await insert(
    tx,
    // In one order everywhere, so that two replicas with the same ids never wait for each other.
    timed
      .toSorted((a, b) => (a.event.id < b.event.id ? -1 : 1))
      .map(({ event, at }) => ({
        id: event.id,
        organisation_id: from.organisation,
        door_id: event.door,
        // Someone who is no member (any more) is nobody in the log.
        member_id: event.person !== undefined && members.has(event.person) ? event.person : null,
        at,
        received_at: receivedAt,
        credential: event.credential,
        outcome: event.outcome,
        reason: event.reason,
      })),
  );
  await note(tx, "passage", from.organisation, changed);
  return {
    foreignDoors: events.length - own.length,
    foreignIds: await countForeign(
      tx,
      timed.map(({ event }) => event),
    ),
    late: all.length - timed.length,
  };
}

type NewPassage = {
  id: string;
  organisation_id: string;
  door_id: string;
  member_id: string | null;
  at: Date;
  received_at: Date;
  credential: string;
  outcome: string;
  reason: string;
};

/**
 * The ids of what is new. An opening that we logged as unanswered is corrected by what the door did,
 * never the other way, and only by the door it was for; who asked for it we know better than the door.
 */
async function insert(tx: Tx, passages: NewPassage[]): Promise<string[]> {
  if (passages.length === 0) return [];
  const rows = await tx
    .insertInto("access.passages")
    .values(passages)
    .onConflict((conflict) =>
      conflict
        .column("id")
        .doUpdateSet((eb) => ({
          at: eb.ref("excluded.at"),
          received_at: eb.ref("excluded.received_at"),
          outcome: eb.ref("excluded.outcome"),
          reason: eb.ref("excluded.reason"),
        }))
        .where("access.passages.outcome", "=", "unanswered")
        .whereRef("access.passages.door_id", "=", "excluded.door_id")
        .whereRef("access.passages.credential", "=", "excluded.credential"),
    )
    .returning("id")
    .execute();
  return rows.map((row) => row.id);
}

/** How many ids stand for a passage of another door: a controller that guesses, or worse. */
async function countForeign(tx: Tx, events: readonly Passage[]): Promise<number> {
  const rows = await tx
    .selectFrom("access.passages")
    .select(["id", "door_id"])
    .where("id", "=", anyOf(events.map((event) => event.id)))
    .execute();
  const doors = new Map(rows.map((row) => [row.id, row.door_id]));
  return events.filter((event) => doors.get(event.id) !== event.door).length;
}

async function doorsOf(tx: Tx, controller: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom("access.doors")
    .select("id")
    .where("controller_id", "=", controller)
    .execute();
  return new Set(rows.map((row) => row.id));
}

async function membersAmong(
  tx: Tx,
  organisation: string,
  events: readonly Passage[],
): Promise<Set<string>> {
  const persons = events.flatMap(({ person }) => (person === undefined ? [] : [person]));
  const rows = await tx
    .selectFrom("kernel.memberships")
    .select("id")
    .where("organisation_id", "=", organisation)
    .where("id", "=", anyOf([...new Set(persons)]))
    // Held until the insert, which would fail whole if one of them were deleted in between.
    .forKeyShare()
    .execute();
  return new Set(rows.map((row) => row.id));
}
