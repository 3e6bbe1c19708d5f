import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { callerOf } from "../administration.ts";
import * as api from "../api/areas.ts";
import { byName } from "../place-in-list.ts";
import type { AccessPorts } from "../ports.ts";
import { addAirlock, changeAirlock, listAirlocks, removeAirlock } from "./airlocks.ts";
import { addArea, changeArea, listAreas, removeArea, resetArea } from "./areas.ts";

const placeOf = ({ name, id }: { readonly name: string; readonly id: string }) => [name, id];
const itself = <Row>(row: Row) => row;

export function areaRoutes({ withContext, now }: AccessPorts): Route[] {
  return [
    handle(api.areas, async (input) => {
      const { limit, cursor } = input.query;
      const after = readCursor(byName, cursor);
      const rows = await withContext(input.context, (tx) =>
        listAreas(tx, callerOf(input), limit + 1, after),
      );
      return toPage(rows, limit, placeOf, itself);
    }),
    handle(api.addArea, async ({ context, params, body }) => ({
      id: await withContext(context, (tx) => addArea(tx, params.organisation, body)),
    })),
    handle(api.changeArea, async ({ context, params: { organisation, area }, body }) => {
      await withContext(context, (tx) => changeArea(tx, organisation, area, body));
    }),
    handle(api.removeArea, async ({ context, params: { organisation, area } }) => {
      await withContext(context, (tx) => removeArea(tx, organisation, area));
    }),
    handle(api.resetArea, async (input) => {
      const { organisation, area } = input.params;
      await withContext(input.context, (tx) =>
        resetArea(tx, organisation, callerOf(input), { area, ...input.body }, now()),
      );
    }),
    handle(api.airlocks, async ({ context, query: { limit, cursor } }) => {
      const after = readCursor(byName, cursor);
      const rows = await withContext(context, (tx) => listAirlocks(tx, limit + 1, after));
      return toPage(rows, limit, placeOf, itself);
    }),
    handle(api.addAirlock, async ({ context, params, body }) => ({
      id: await withContext(context, (tx) => addAirlock(tx, params.organisation, body.name)),
    })),
    handle(api.changeAirlock, async ({ context, params, body }) => {
      await withContext(context, (tx) => changeAirlock(tx, params.airlock, body.name));
    }),
    handle(api.removeAirlock, async ({ context, params: { organisation, airlock } }) => {
      await withContext(context, (tx) => removeAirlock(tx, organisation, airlock));
    }),
  ];
}
