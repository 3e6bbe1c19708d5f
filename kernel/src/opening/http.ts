import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as api from "../api/openings.ts";
import type { PrivacyPorts } from "../requests/ports.ts";
import { listOpenings, listOwnPurposes, openPerson } from "./open.ts";

/** One person's data, opened by those who answer for it, for one purpose at a time. */
export const openingRoutes = (ports: PrivacyPorts): Route[] => [
  handle(
    api.ownPurposes,
    async ({ context, role }) =>
      await listOwnPurposes(ports, context, { isAdministrator: role === "administrator" }),
  ),
  handle(api.openPerson, async ({ context, role, params, query }) => {
    const who = { member: params.person, isAdministrator: role === "administrator" };
    return await openPerson(ports, context, who, query);
  }),
  handle(api.openings, async ({ session, query }) => await listOpenings(ports, session, query)),
];
