import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { callerOf } from "./administration.ts";
import { stateOf } from "./api/door-state.ts";
import type { DoorState } from "./api/door-state.ts";
import { setDoorLog } from "./api/log.ts";
import * as api from "./api/places.ts";
import { addDoor, changeDoor, removeDoor } from "./door-changes.ts";
import { listDoors, readDoor } from "./doors.ts";
import * as log from "./log-choice.ts";
import { byName } from "./place-in-list.ts";
import type { AccessPorts } from "./ports.ts";

const HOUR_MS = 3_600_000;

type Row = Awaited<ReturnType<typeof readDoor>>;

function toDoor(row: Row) {
  const known = {
    id: row.id,
    name: row.name,
    site: { id: row.site_id, name: row.site_name, timeZone: row.time_zone },
    ...(row.controller_id && row.controller_name
      ? {
          controller: { id: row.controller_id, name: row.controller_name },
          ...(row.output === null ? {} : { output: row.output }),
        }
      : {}),
    openSeconds: row.open_seconds,
    extendedOpenSeconds: row.extended_open_seconds,
    logDays: row.log_days,
    logMode: row.log_mode,
    logPurpose: row.log_purpose,
    ...(row.log_reason === null ? {} : { logReason: row.log_reason }),
    ...(row.held_after_seconds === null ? {} : { heldAfterSeconds: row.held_after_seconds }),
    ...(row.alone_hours === null ? {} : { aloneHours: row.alone_hours }),
    ...aloneUntilOf(row),
    keypad: row.keypad,
    stepUp: row.step_up,
    lock: row.lock,
    position: row.position,
    online: row.online ?? false,
    ...(row.alarm_kind === null ? {} : { alarm: row.alarm_kind }),
  };
  const state = stateOf(known);
  const since = sinceOf(state, row);
  return {
    ...known,
    state,
    ...(since ? { since: since.toISOString() } : {}),
    ...(row.unlock_schedule_id && row.unlock_schedule_name !== null
      ? { unlockSchedule: { id: row.unlock_schedule_id, name: row.unlock_schedule_name } }
      : {}),
    firstPerson: row.unlock_first_person,
    ...rulesOf(row),
    ...(row.unlocking ? { unlocking: row.unlocking } : {}),
    wanted: row.isOpen ? ("unlocked" as const) : ("locked" as const),
    ...(row.ordered_at ? { wantedSince: row.ordered_at.toISOString() } : {}),
  };
}

const rulesOf = ({ area_id, area_name, airlock_id, airlock_name, ...row }: Row) => ({
  readerInside: row.reader_inside,
  twoPeople: row.two_people,
  ...(area_id !== null && area_name !== null ? { area: { id: area_id, name: area_name } } : {}),
  ...(airlock_id !== null && airlock_name !== null
    ? { airlock: { id: airlock_id, name: airlock_name } }
    : {}),
});

function aloneUntilOf({ online, confirmed_at, alone_hours }: Row) {
  if (online || confirmed_at === null || alone_hours === null) return {};
  return { aloneUntil: new Date(confirmed_at.getTime() + alone_hours * HOUR_MS).toISOString() };
}

/** Since when it is so, by the door's clock. Since when one that is away has been so is not known to it. */
function sinceOf(state: DoorState, { alarm_began_at, moved_at }: Row): Date | null {
  if (state === "offline" || state === "unknown") return null;
  return state === "forced" || state === "held" ? alarm_began_at : moved_at;
}

export function doorRoutes({ withContext, now }: AccessPorts): Route[] {
  return [
    handle(api.doors, async (input) => {
      const { limit, cursor } = input.query;
      const after = readCursor(byName, cursor);
      const rows = await withContext(input.context, (tx) =>
        listDoors(tx, callerOf(input), now(), limit + 1, after),
      );
      return toPage(rows, limit, (row) => [row.name, row.id], toDoor);
    }),
    handle(api.oneDoor, async (input) =>
      toDoor(
        await withContext(input.context, (tx) =>
          readDoor(tx, callerOf(input), now(), input.params.door),
        ),
      ),
    ),
    handle(api.addDoor, async ({ context, params, body }) => ({
      id: await withContext(context, (tx) => addDoor(tx, params.organisation, body)),
    })),
    handle(api.changeDoor, async ({ context, params: { organisation, door }, body }) => {
      await withContext(context, (tx) => changeDoor(tx, organisation, door, body, now()));
    }),
    handle(setDoorLog, async (input) => {
      const { params, body } = input;
      await withContext(input.context, (tx) =>
        log.setDoorLog(tx, params.organisation, callerOf(input), params.door, body),
      );
    }),
    handle(api.removeDoor, async ({ context, params: { organisation, door } }) => {
      await withContext(context, (tx) => removeDoor(tx, organisation, door));
    }),
  ];
}
