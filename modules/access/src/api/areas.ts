import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as access from "./columns.ts";
import { createdIn, inOrganisation, name, namedIn } from "./words.ts";

const base = "/api/v1/organisations/:organisation" as const;
const activity = "access.administer-doors";
const oneArea = inOrganisation.extend({ area: z.uuid() });
const oneAirlock = inOrganisation.extend({ airlock: z.uuid() });

/** Whoever is inside and comes in again: `soft`, is let in, and it is noted; `hard`, is refused. */
export const passback = z.enum(["soft", "hard"]);
/** For so long somebody counts as inside who was not seen to leave. Three days at most. */
const forgiveHours = z.number().int().min(1).max(72);
const itsDoors = z.array(namedIn(access.doors));

export const areas = route({
  id: "access.areas",
  method: "GET",
  path: `${base}/areas`,
  activity,
  who: "member",
  summary:
    "The areas that doors lead into, each with its doors: all of them for the organisation's administrators, else those of which the caller administers every door. Who is inside, only the controller knows.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(
    namedIn(access.areas).extend({
      passback: access.areas("passback", passback),
      forgiveHours: access.areas("forgive_hours", z.number().int()),
      doors: itsDoors,
    }),
  ),
});

export const addArea = route({
  id: "access.addArea",
  method: "POST",
  path: `${base}/areas`,
  activity,
  who: "administrator",
  summary: "Add an area. Which doors lead into it is set at each door.",
  params: inOrganisation,
  body: z.strictObject({
    name,
    passback: passback.default("soft"),
    forgiveHours: forgiveHours.default(12),
  }),
  status: 201,
  response: createdIn(access.areas),
});

export const changeArea = route({
  id: "access.changeArea",
  method: "PATCH",
  path: `${base}/areas/:area`,
  activity,
  who: "administrator",
  summary:
    "Rename an area, change whether whoever is inside is refused when they come in again, or after how many hours nobody counts as inside. To refuse takes a reader inside at each of its doors.",
  params: oneArea,
  body: z.strictObject({
    name: name.optional(),
    passback: passback.optional(),
    forgiveHours: forgiveHours.optional(),
  }),
});

export const removeArea = route({
  id: "access.removeArea",
  method: "DELETE",
  path: `${base}/areas/:area`,
  activity,
  who: "administrator",
  summary: "Remove an area. Its doors stay, and ask no more who is inside.",
  params: oneArea,
});

export const resetArea = route({
  id: "access.resetArea",
  method: "POST",
  path: `${base}/areas/:area/resets`,
  activity,
  who: "member",
  summary:
    "One person, or everybody, counts as outside the area again. For whoever administers every door of it. A controller that is away hears of it when it is back.",
  params: oneArea,
  body: z.strictObject({
    /** Left out: everybody. */
    person: z.uuid().optional(),
  }),
});

export const airlocks = route({
  id: "access.airlocks",
  method: "GET",
  path: `${base}/airlocks`,
  activity,
  who: "administrator",
  summary: "The airlocks, each with its doors, of which one at a time opens.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(namedIn(access.airlocks).extend({ doors: itsDoors })),
});

export const addAirlock = route({
  id: "access.addAirlock",
  method: "POST",
  path: `${base}/airlocks`,
  activity,
  who: "administrator",
  summary: "Add an airlock. Which doors are its is set at each door.",
  params: inOrganisation,
  body: z.strictObject({ name }),
  status: 201,
  response: createdIn(access.airlocks),
});

export const changeAirlock = route({
  id: "access.changeAirlock",
  method: "PATCH",
  path: `${base}/airlocks/:airlock`,
  activity,
  who: "administrator",
  summary: "Rename an airlock.",
  params: oneAirlock,
  body: z.strictObject({ name }),
});

export const removeAirlock = route({
  id: "access.removeAirlock",
  method: "DELETE",
  path: `${base}/airlocks/:airlock`,
  activity,
  who: "administrator",
  summary: "Remove an airlock. Its doors stay, and open beside one another.",
  params: oneAirlock,
});
