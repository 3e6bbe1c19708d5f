import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { callerOf } from "../administration.ts";
import * as letters from "../api/alarm-letters.ts";
import * as api from "../api/alarms.ts";
import { memberOf } from "../members.ts";
import type { AccessPorts } from "../ports.ts";
import type { Tx } from "../tx.ts";
import { acknowledge } from "./acknowledge.ts";
import { listAlarms, place, toItem } from "./list.ts";
import { readWatch, setWatch } from "./watch.ts";

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
    handle(letters.myAlarmLetters, async ({ context }) =>
      withContext(context, async (tx: Tx) => readWatch(tx, memberOf(context))),
    ),
    handle(letters.setMyAlarmLetters, async ({ context, params: { organisation }, body }) => {
      await withContext(context, async (tx: Tx) =>
        setWatch(tx, organisation, memberOf(context), body.on),
      );
    }),
  ];
}
