import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as api from "../api/schedules.ts";
import { byName } from "../place-in-list.ts";
import type { AccessPorts } from "../ports.ts";
import type { Tx } from "../tx.ts";
import { holidaysOf } from "./holidays.ts";
import type { Country } from "./holidays.ts";
import { addSchedule, listSchedules, putSchedule, removeSchedule } from "./schedules.ts";

export function scheduleRoutes({ withContext, now }: AccessPorts): Route[] {
  return [
    handle(api.schedules, async ({ context, query: { limit, cursor } }) => {
      const after = readCursor(byName, cursor);
      const rows = await withContext(context, (tx) => listSchedules(tx, now(), limit + 1, after));
      return toPage(
        rows,
        limit,
        (row) => [row.name, row.id],
        (row) => row,
      );
    }),
    handle(api.addSchedule, async ({ context, params, body }) => ({
      id: await withContext(context, (tx) => addSchedule(tx, params.organisation, body)),
    })),
    handle(api.putSchedule, async ({ context, params: { organisation, schedule }, body }) => {
      await withContext(context, (tx) => putSchedule(tx, organisation, schedule, body));
    }),
    handle(api.removeSchedule, async ({ context, params: { schedule } }) => {
      await withContext(context, (tx) => removeSchedule(tx, schedule));
    }),
    handle(api.holidays, async ({ context, params, query: { year }, language }) => {
      const { country } = await withContext(context, (tx: Tx) =>
        tx
          .selectFrom("kernel.organisations")
          .select((eb) => eb.ref("country").$castTo<Country>().as("country"))
          .where("id", "=", params.organisation)
          .executeTakeFirstOrThrow(),
      );
      return { items: await holidaysOf(country, year, language) };
    }),
  ];
}
