import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { callerOf } from "../administration.ts";
import * as api from "../api/alarms.ts";
import type { AccessPorts } from "../ports.ts";
import { acknowledge } from "./acknowledge.ts";
import { listAlarms, place, toItem } from "./list.ts";

export function alarmRoutes({ withContext, now }: AccessPorts): Route[] {
  return [
    handle(api.doorAlarms, async (input) => {
      const { limit, cursor, ...filter } = input.query;
      const after = readCursor(place, cursor);
      const rows = await withContext(input.context, (tx) =>
        listAlarms(tx, callerOf(input), filter, limit + 1, after),
      );
      return toPage(rows, limit, (row) => [row.began_at.toISOString(), row.id], toItem);
    }),
    handle(api.acknowledgeAlarm, async (input) => {
      const { organisation, door, alarm } = input.params;
      await withContext(input.context, (tx) =>
        acknowledge(tx, organisation, callerOf(input), { door, alarm }, now()),
      );
    }),
  ];
}
