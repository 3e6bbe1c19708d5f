import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import { readCursor, toPage } from "@terskel/platform/cursor";
import * as controllersApi from "./api/controllers.ts";
import * as api from "./api/places.ts";
import type { AccessPorts } from "./ports.ts";
import { byName } from "./place-in-list.ts";
import {
  addController,
  changeController,
  listControllers,
  removeController,
  renewEnrolment,
} from "./places/controllers.ts";
import { addSite, changeSite, listSites, removeSite } from "./places/sites.ts";

/** Sites and controllers. */
export function placesRoutes(ports: AccessPorts): Route[] {
  const { withContext } = ports;
  return [
    handle(api.sites, async ({ context, query: { limit, cursor } }) => {
      const after = readCursor(byName, cursor);
      const rows = await withContext(context, (tx) => listSites(tx, limit + 1, after));
      return toPage(
        rows,
        limit,
        (row) => [row.name, row.id],
        ({ time_zone, ...site }) => ({ ...site, timeZone: time_zone }),
      );
    }),
    handle(api.addSite, async ({ context, params, body }) => ({
      id: await withContext(context, (tx) => addSite(tx, params.organisation, body)),
    })),
    handle(api.changeSite, async ({ context, params, body }) => {
      await withContext(context, (tx) => changeSite(tx, params.site, body));
    }),
    handle(api.removeSite, async ({ context, params }) => {
      await withContext(context, (tx) => removeSite(tx, params.site));
    }),
    handle(controllersApi.controllers, async ({ context, query: { limit, cursor } }) => {
      const after = readCursor(byName, cursor);
      const rows = await withContext(context, (tx) => listControllers(tx, limit + 1, after));
      return toPage(
        rows,
        limit,
        (row) => [row.name, row.id],
        (row) => ({
          id: row.id,
          name: row.name,
          site: { id: row.site_id, name: row.site_name },
          online: row.online,
          ...(row.last_seen_at ? { lastSeenAt: row.last_seen_at.toISOString() } : {}),
          revisionWanted: row.list_revision,
          revisionReported: row.list_reported,
          ...(row.list_problem === null
            ? {}
            : { listProblem: controllersApi.listProblem.parse(row.list_problem) }),
          ...(row.clock_ahead_seconds === null
            ? {}
            : { clockAheadSeconds: row.clock_ahead_seconds }),
        }),
      );
    }),
    handle(controllersApi.addController, async ({ context, params, body }) => {
      const enrolment = await withContext(context, (tx) =>
        addController(tx, ports, params.organisation, body),
      );
      return { id: enrolment.controller, enrolment };
    }),
    handle(controllersApi.changeController, async ({ context, params, body }) => {
      await withContext(context, (tx) => changeController(tx, params.controller, body.name));
    }),
    handle(controllersApi.removeController, async ({ context, params }) => {
      await withContext(context, (tx) => removeController(tx, params.controller, ports.now()));
    }),
    handle(
      controllersApi.renewEnrolment,
      async ({ context, params: { organisation, controller } }) => {
        const enrolment = await withContext(context, (tx) =>
          renewEnrolment(tx, ports, organisation, controller),
        );
        return { id: enrolment.controller, enrolment };
      },
    ),
  ];
}
