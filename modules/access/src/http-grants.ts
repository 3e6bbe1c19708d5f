import { readCursor, toPage } from "@terskel/platform/cursor";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { callerOf } from "./administration.ts";
import { explainAccess } from "./api/explain.ts";
import * as api from "./api/grants.ts";
import { changeGrant } from "./change-grant.ts";
import { explain } from "./explain.ts";
import { addGrantByContact } from "./grants-by-contact.ts";
import { addGrant, listGrants, removeGrant, rightsTo } from "./grants.ts";
import { byId } from "./place-in-list.ts";
import type { AccessPorts } from "./ports.ts";
import { refuseEnded, validityOf } from "./validity.ts";

export function grantRoutes({ withContext, now }: AccessPorts): Route[] {
  return [
    handle(api.grants, async (input) => {
      const { limit, cursor, ...filter } = input.query;
      const after = readCursor(byId, cursor);
      const rows = await withContext(input.context, (tx) =>
        listGrants(tx, callerOf(input), filter, now(), limit + 1, after),
      );
      return toPage(
        rows,
        limit,
        (row) => [row.id],
        (row) => ({
          id: row.id,
          ...(row.door_id && row.door_name && row.time_zone
            ? { door: { id: row.door_id, name: row.door_name, timeZone: row.time_zone } }
            : {}),
          ...(row.door_group_id && row.door_group_name
            ? {
                doorGroup: {
                  id: row.door_group_id,
                  name: row.door_group_name,
                  timeZone: row.group_zone,
                },
              }
            : {}),
          ...(row.member_id && row.member_name
            ? { person: { id: row.member_id, name: row.member_name } }
            : {}),
          ...(row.group_id && row.group_name
            ? { group: { id: row.group_id, name: row.group_name } }
            : {}),
          ...(row.unit_id && row.unit_name
            ? { unit: { id: row.unit_id, name: row.unit_name } }
            : {}),
          role: row.role,
          ...(row.schedule_id && row.schedule_name
            ? { schedule: { id: row.schedule_id, name: row.schedule_name } }
            : {}),
          ...validityOf(row),
          createdAt: row.created_at.toISOString(),
          ...rightsTo(callerOf(input), row),
        }),
      );
    }),
    handle(explainAccess, async (input) => {
      const { door, person } = input.params;
      const asAt = now();
      const asked = { door, person, at: new Date(input.query.at ?? asAt) };
      return await withContext(input.context, (tx) => explain(tx, callerOf(input), asked, asAt));
    }),
    handle(api.addGrant, async (input) => {
      const { context, params, body } = input;
      refuseEnded(body, now());
      const id = await withContext(context, (tx) =>
        addGrant(tx, callerOf(input), params.organisation, body),
      );
      return { id };
    }),
    handle(api.addGrantByContact, async (input) => {
      const { context, params, body } = input;
      refuseEnded(body, now());
      const caller = callerOf(input);
      return await addGrantByContact(
        withContext,
        context,
        caller,
        params.organisation,
        body,
        now(),
      );
    }),
    handle(api.changeGrant, async (input) => {
      const { organisation, grant } = input.params;
      await withContext(input.context, (tx) =>
        changeGrant(tx, callerOf(input), organisation, grant, input.body, now()),
      );
    }),
    handle(api.removeGrant, async (input) => {
      const { organisation, grant } = input.params;
      await withContext(input.context, (tx) =>
        removeGrant(tx, callerOf(input), organisation, grant, now()),
      );
    }),
  ];
}
