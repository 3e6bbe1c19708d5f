import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as api from "./api/grants.ts";
import {
  addGroup,
  changeGroup,
  listGroupMembers,
  listGroups,
  memberPlace,
  putGroupMember,
  removeGroup,
  removeGroupMember,
} from "./groups.ts";
import { byName } from "./place-in-list.ts";
import type { AccessPorts } from "./ports.ts";

export function groupRoutes({ withContext, now }: AccessPorts): Route[] {
  return [
    handle(api.groups, async ({ context, query: { limit, cursor } }) => {
      const after = readCursor(byName, cursor);
      const rows = await withContext(context, (tx) => listGroups(tx, now(), limit + 1, after));
      return toPage(
        rows,
        limit,
        (row) => [row.name, row.id],
        (row) => row,
      );
    }),
    handle(api.addGroup, async ({ context, params, body }) => ({
      id: await withContext(context, (tx) => addGroup(tx, params.organisation, body.name)),
    })),
    handle(api.changeGroup, async ({ context, params: { group }, body }) => {
      await withContext(context, (tx) => changeGroup(tx, group, body.name));
    }),
    handle(api.removeGroup, async ({ context, params: { organisation, group } }) => {
      await withContext(context, (tx) => removeGroup(tx, organisation, group));
    }),
    handle(api.groupMembers, async ({ context, params, query: { limit, cursor } }) => {
      const after = readCursor(memberPlace, cursor);
      const rows = await withContext(context, (tx) =>
        listGroupMembers(tx, params.group, now(), limit + 1, after),
      );
      return toPage(
        rows,
        limit,
        (row) => [row.name, row.member_id, row.place],
        (row) => ({
          person: { id: row.member_id, name: row.name },
          ...(row.unit_id && row.unit_name
            ? { unit: { id: row.unit_id, name: row.unit_name } }
            : {}),
        }),
      );
    }),
    handle(api.putGroupMember, async ({ context, params: { organisation, group, person } }) => {
      await withContext(context, (tx) => putGroupMember(tx, organisation, group, person));
    }),
    handle(api.removeGroupMember, async ({ context, params: { organisation, group, person } }) => {
      await withContext(context, (tx) => removeGroupMember(tx, organisation, group, person, now()));
    }),
  ];
}
