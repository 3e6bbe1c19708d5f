import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as api from "./api/units.ts";
import { toLease } from "./leases/list.ts";
import { byName } from "./place-in-list.ts";
import type { AccessPorts } from "./ports.ts";
import { addUnit, changeUnit, listUnits, readUnit, removeUnit } from "./units.ts";
import { putResident, removeResident } from "./residents.ts";

type Row = Awaited<ReturnType<typeof readUnit>>;

const toUnit = (row: Row) => ({
  id: row.id,
  name: row.name,
  site: { id: row.site_id, name: row.site_name, timeZone: row.time_zone },
  ...(row.group_id && row.group_name ? { group: { id: row.group_id, name: row.group_name } } : {}),
  residents: row.residents,
  leases: row.leases.map(toLease),
});

export function unitRoutes({ withContext, now }: AccessPorts): Route[] {
  return [
    handle(api.units, async ({ context, query: { limit, cursor } }) => {
      const after = readCursor(byName, cursor);
      const rows = await withContext(context, (tx) => listUnits(tx, now(), limit + 1, after));
      return toPage(rows, limit, (row) => [row.name, row.id], toUnit);
    }),
    handle(api.oneUnit, async ({ context, params: { unit } }) =>
      toUnit(await withContext(context, (tx) => readUnit(tx, unit, now()))),
    ),
    handle(api.addUnit, async ({ context, params, body }) => ({
      id: await withContext(context, (tx) => addUnit(tx, params.organisation, body)),
    })),
    handle(api.changeUnit, async ({ context, params: { organisation, unit }, body }) => {
      await withContext(context, (tx) => changeUnit(tx, organisation, unit, body));
    }),
    handle(api.removeUnit, async ({ context, params: { unit } }) => {
      await withContext(context, (tx) => removeUnit(tx, unit, now()));
    }),
    handle(api.putResident, async ({ context, params: { organisation, unit, person } }) => {
      await withContext(context, (tx) => putResident(tx, organisation, unit, person));
    }),
    handle(api.removeResident, async ({ context, params: { organisation, unit, person } }) => {
      await withContext(context, (tx) => removeResident(tx, organisation, unit, person));
    }),
  ];
}
