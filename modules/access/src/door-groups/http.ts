import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { callerOf } from "../administration.ts";
import * as api from "../api/door-groups.ts";
import { byName } from "../place-in-list.ts";
import type { AccessPorts } from "../ports.ts";
import {
  addDoorGroup,
  changeDoorGroup,
  listDoorGroups,
  listDoorsOfGroup,
  putDoorInGroup,
  removeDoorGroup,
  takeDoorOutOfGroup,
} from "./door-groups.ts";

export function doorGroupRoutes({ withContext, now }: AccessPorts): Route[] {
  return [
    handle(api.doorGroups, async (input) => {
      const { limit, cursor } = input.query;
      const after = readCursor(byName, cursor);
      const rows = await withContext(input.context, (tx) =>
        listDoorGroups(tx, callerOf(input), now(), limit + 1, after),
      );
      return toPage(
        rows,
        limit,
        (row) => [row.name, row.id],
        (row) => row,
      );
    }),
    handle(api.addDoorGroup, async ({ context, params, body }) => ({
      id: await withContext(context, (tx) => addDoorGroup(tx, params.organisation, body.name)),
    })),
    handle(api.changeDoorGroup, async ({ context, params: { doorGroup }, body }) => {
      await withContext(context, (tx) => changeDoorGroup(tx, doorGroup, body.name));
    }),
    handle(api.removeDoorGroup, async ({ context, params: { organisation, doorGroup } }) => {
      await withContext(context, (tx) => removeDoorGroup(tx, organisation, doorGroup));
    }),
    handle(api.doorGroupDoors, async (input) => {
      const { limit, cursor } = input.query;
      const after = readCursor(byName, cursor);
      const rows = await withContext(input.context, (tx) =>
        listDoorsOfGroup(tx, callerOf(input), input.params.doorGroup, limit + 1, after),
      );
      return toPage(
        rows,
        limit,
        (row) => [row.name, row.id],
        (row) => ({ id: row.id, name: row.name, site: { id: row.site_id, name: row.site_name } }),
      );
    }),
    handle(api.putDoorInGroup, async (input) => {
      const { organisation, ...place } = input.params;
      await withContext(input.context, (tx) =>
        putDoorInGroup(tx, callerOf(input), organisation, place),
      );
    }),
    handle(api.takeDoorOutOfGroup, async ({ context, params: { organisation, ...place } }) => {
      await withContext(context, (tx) => takeDoorOutOfGroup(tx, organisation, place));
    }),
  ];
}
