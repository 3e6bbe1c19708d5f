import type { Passage } from "@terskel/edge-protocol";
import type { AccessPorts } from "../ports.ts";
import type { Tx } from "../tx.ts";
import { anyOf } from "./access-rows.ts";
import type { Dropped } from "./dropped.ts";
import { note } from "./notes.ts";
import { ALWAYS, expiry, holdersOf, knownSince, lockLogs } from "./log.ts";
import { readBatch } from "./read-batch.ts";
import { doorTime } from "./timing.ts";
import { write, type NewPassage } from "./write-passages.ts";

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
  const logDays = await lockLogs(tx, [...new Set(own.map((event) => event.door))]);
  const receivedAt = ports.now();
  const timed = own.map((event) => ({ event, ...doorTime(event.at, receivedAt) }));
  const astray = timed.filter((each) => each.astray).length;
  if (astray > 0)
    ports.log.warn({ controller: from.controller, astray }, "a door's clock is wrong");
  const members = await membersAmong(tx, from.organisation, own);
  const passing = own.flatMap(({ person, door }) =>
    person !== undefined && members.has(person)
      ? [{ member: person, logDays: logDays.get(door) ?? 0 }]
      : [],
  );
  const holders = await holdersOf(tx, from.organisation, passing);
  const happened = timed.map(({ event, at }) => ({
    id: event.id.toLowerCase(),
    organisation_id: from.organisation,
    door_id: event.door,
    // Someone who is no member (any more) is nobody in the log.
    holder_id: holders.get(event.person ?? "") ?? null,
    at,
    received_at: receivedAt,
    credential: event.credential,
    outcome: event.outcome,
    reason: event.reason,
    expires_at: expiry(at, logDays.get(event.door) ?? 0),
  }));
  // One of a wrong clock may have been stored at any time it came before; an opening was logged as
  // unanswered when it was asked for, before the door says that it happened.
  const since = astray > 0 ? ALWAYS : knownSince(oldest(happened));
  const stored = await write(tx, happened, since, receivedAt);
  await note(tx, "passage", from.organisation, stored.changed, since);
  return {
    foreignDoors: events.length - own.length,
    foreignIds: stored.foreign,
    late: stored.late,
  };
}

const oldest = (passages: readonly NewPassage[]) =>
  new Date(Math.min(...passages.map(({ at }) => at.getTime())));

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
