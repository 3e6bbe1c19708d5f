import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import { checkDoorRules } from "./areas/check.ts";
import { endAlarms } from "./alarms/record.ts";
import { writing } from "./constraints.ts";
import { queueLists } from "./lists-changed.ts";
import { logDaysOfNew } from "./log-choice.ts";
import { freeOutput, outputOrNameTaken } from "./outputs.ts";
import { note } from "./runtime/notes.ts";
import type { Tx } from "./tx.ts";

type Unlock = {
  /** null: no schedule unlocks it. */
  unlockSchedule?: string | null | undefined;
  firstPerson?: boolean | undefined;
};
type Rules = {
  readerInside?: boolean | undefined;
  twoPeople?: boolean | undefined;
  /** null: none. */
  area?: string | null | undefined;
  airlock?: string | null | undefined;
};
type NewDoor = {
  name: string;
  site: string;
  controller?: string | undefined;
  /** The controller's lowest free one when left out. */
  output?: number | undefined;
  openSeconds: number;
  extendedOpenSeconds: number;
  /** Left out: it has no contact. */
  heldAfterSeconds?: number | undefined;
  /** null: for as long as it takes. */
  aloneHours: number | null;
  keypad: boolean;
  stepUp: boolean;
} & Unlock &
  Rules;
type DoorChange = {
  name?: string | undefined;
  /** null: no controller runs it any more. */
  controller?: string | null | undefined;
  /** As it is when left out; at another controller the lowest free one. */
  output?: number | undefined;
  openSeconds?: number | undefined;
  extendedOpenSeconds?: number | undefined;
  /** null: it has no contact any more. */
  heldAfterSeconds?: number | null | undefined;
  /** null: for as long as it takes. */
  aloneHours?: number | null | undefined;
  keypad?: boolean | undefined;
  stepUp?: boolean | undefined;
} & Unlock &
  Rules;

/** @throws Problem `name-taken` on this site; `output-taken`; `not-found` for the site, controller, schedule, area or airlock; see `checkDoorRules` */
export async function addDoor(tx: Tx, organisation: string, door: NewDoor): Promise<string> {
  const { controller = null } = door;
  const { id } = await writing(
    tx
      .insertInto("access.doors")
      .values({
        organisation_id: organisation,
        site_id: door.site,
        controller_id: controller,
        output: await wiredTo(tx, controller, door.output),
        name: door.name,
        open_seconds: door.openSeconds,
        extended_open_seconds: door.extendedOpenSeconds,
        held_after_seconds: door.heldAfterSeconds ?? null,
        alone_hours: door.aloneHours,
        keypad: door.keypad,
        step_up: door.stepUp,
        log_days: logDaysOfNew(organisation),
        ...unlockColumns(door.unlockSchedule ?? null, door.firstPerson ?? false, null),
        ...ruleColumns(door),
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
    outputOrNameTaken,
  );
  await checkDoorRules(tx, organisation);
  await queueLists(tx, organisation);
  return id;
}

/** @throws Problem `not-found` for the door or what it is to have; `name-taken`; `output-taken`; see `checkDoorRules` */
export async function changeDoor(
  tx: Tx,
  organisation: string,
  door: string,
  change: DoorChange,
  now: Date,
): Promise<void> {
  const before = await lockDoor(tx, door);
  const {
    controller = before.controller_id,
    heldAfterSeconds = before.held_after_seconds,
    aloneHours = before.alone_hours,
  } = change;
  const moved = controller !== before.controller_id;
  await writing(
    tx
      .updateTable("access.doors")
      .set({
        name: change.name ?? before.name,
        open_seconds: change.openSeconds ?? before.open_seconds,
        ...(change.extendedOpenSeconds === undefined
          ? {}
          : { extended_open_seconds: change.extendedOpenSeconds }),
        held_after_seconds: heldAfterSeconds,
        alone_hours: aloneHours,
        keypad: change.keypad ?? before.keypad,
        ...(change.stepUp === undefined ? {} : { step_up: change.stepUp }),
        ...unlockColumns(
          change.unlockSchedule === undefined ? before.unlock_schedule_id : change.unlockSchedule,
          change.firstPerson ?? before.unlock_first_person,
          before.kept_locked_until,
        ),
        ...ruleColumns(change),
        controller_id: controller,
        output: await wiredTo(tx, controller, change.output ?? (moved ? null : before.output)),
        // What another controller told of the door is not known of this one's.
        ...(moved ? { lock: "unknown", position: "unknown", moved_at: null } : {}),
      })
      .where("id", "=", door)
      .execute(),
    outputOrNameTaken,
  );
  await checkDoorRules(tx, organisation);
  // Nobody is left to tell of their end.
  if ((moved || heldAfterSeconds === null) && (await endAlarms(tx, [door], now)))
    await note(tx, "alarm", organisation, [door]);
  await queueLists(tx, organisation);
}

/** Without a schedule there is nobody to wait for, and nothing to put aside. */
const unlockColumns = (schedule: string | null, firstPerson: boolean, keptUntil: Date | null) => ({
  unlock_schedule_id: schedule,
  unlock_first_person: schedule !== null && firstPerson,
  kept_locked_until: schedule === null ? null : keptUntil,
});

/** What is left out stays as it is. */
const ruleColumns = ({ readerInside, twoPeople, area, airlock }: Rules) => ({
  ...(readerInside === undefined ? {} : { reader_inside: readerInside }),
  ...(twoPeople === undefined ? {} : { two_people: twoPeople }),
  ...(area === undefined ? {} : { area_id: area }),
  ...(airlock === undefined ? {} : { airlock_id: airlock }),
});

/** A door that no controller runs is wired to none of its outputs. */
async function wiredTo(tx: Tx, controller: string | null, output: number | null | undefined) {
  return controller === null ? null : (output ?? (await freeOutput(tx, controller)));
}

async function lockDoor(tx: Tx, door: string) {
  const row = await tx
    .selectFrom("access.doors")
    .select(["name", "controller_id", "output", "open_seconds", "held_after_seconds"])
    .select([
      "alone_hours",
      "keypad",
      "unlock_schedule_id",
      "unlock_first_person",
      "kept_locked_until",
    ])
    .where("id", "=", door)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw common("not-found");
  return row;
}

/** A new controller runs those of its site's doors that no other runs, on outputs by their names. */
export async function wireFreeDoors(tx: Tx, controller: string, site: string): Promise<void> {
  await sql`
    update access.doors d set controller_id = ${controller}::uuid, output = wired.output, lock = 'unknown',
           position = 'unknown', moved_at = null
      from (select id, row_number() over (order by name, id) as output
              from access.doors where site_id = ${site}::uuid and controller_id is null) wired
     where wired.id = d.id and d.controller_id is null`.execute(tx);
}

/** Its grants, invitations and log go with it. @throws Problem `not-found` */
export async function removeDoor(tx: Tx, organisation: string, door: string): Promise<void> {
  const gone = await tx
    .deleteFrom("access.doors")
    .where("id", "=", door)
    .returning("id")
    .executeTakeFirst();
  if (!gone) throw common("not-found");
  await queueLists(tx, organisation);
}
