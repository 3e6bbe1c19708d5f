import * as kernel from "@terskel/kernel/api/columns";
import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as access from "./columns.ts";
import { createdIn, inOrganisation, instant, name, namedIn } from "./words.ts";

const base = "/api/v1/organisations/:organisation" as const;
const activity = "access.administer-doors";

/** Of `@terskel/edge-protocol`: a list that no controller takes. */
export const listProblem = z.enum(["too-many-cardholders", "list-too-large"]);

export const controllers = route({
  id: "access.controllers",
  method: "GET",
  path: `${base}/controllers`,
  activity,
  who: "administrator",
  summary:
    "The door controllers, whether each is online, and the revision of its access list (wanted and reported).",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(
    z.object({
      ...namedIn(access.controllers).shape,
      site: namedIn(kernel.sites),
      online: access.controllers("online", z.boolean()),
      lastSeenAt: access.controllers("last_seen_at", instant).optional(),
      revisionWanted: access.controllers("list_revision", z.number().int()),
      revisionReported: access.controllers("list_reported", z.number().int()),
      /** Why its list is not renewed; what it has stays in force. */
      listProblem: access.controllers("list_problem", listProblem).optional(),
      /** Of its clock, at its last hello: negative where it is behind. */
      clockAheadSeconds: access.controllers("clock_ahead_seconds", z.number().int()).optional(),
    }),
  ),
});

const enrolled = createdIn(access.controllers).extend({
  enrolment: plain("The keys of a box on a wall.", z.record(z.string(), z.unknown())),
});

export const addController = route({
  id: "access.addController",
  method: "POST",
  path: `${base}/controllers`,
  activity,
  who: "administrator",
  summary:
    "Register a door controller; it runs the doors of the site that no other runs. Its enrolment is in the answer and is shown only this once.",
  params: inOrganisation,
  body: z.strictObject({ name, site: z.uuid() }),
  status: 201,
  response: enrolled,
});

export const changeController = route({
  id: "access.changeController",
  method: "PATCH",
  path: `${base}/controllers/:controller`,
  activity,
  who: "administrator",
  summary: "Rename a controller.",
  params: inOrganisation.extend({ controller: z.uuid() }),
  body: z.strictObject({ name }),
});

export const removeController = route({
  id: "access.removeController",
  method: "DELETE",
  path: `${base}/controllers/:controller`,
  activity,
  who: "administrator",
  summary: "Remove a controller that runs no doors any more; its enrolment is void at once.",
  params: inOrganisation.extend({ controller: z.uuid() }),
});

export const renewEnrolment = route({
  id: "access.renewEnrolment",
  method: "POST",
  path: `${base}/controllers/:controller/enrolment`,
  activity,
  who: "administrator",
  summary: "Make a new enrolment for a controller whose file was lost. The one before it is void.",
  params: inOrganisation.extend({ controller: z.uuid() }),
  status: 201,
  response: enrolled,
});
