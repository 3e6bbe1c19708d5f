import * as kernel from "@terskel/kernel/api/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as access from "./columns.ts";
import { lease } from "./leases.ts";
import { createdIn, inOrganisation, name, namedIn, namedPerson, zonedIn } from "./words.ts";

const base = "/api/v1/organisations/:organisation" as const;
const activity = "access.administer-doors";

const unit = z.object({
  ...namedIn(access.units).shape,
  site: zonedIn(kernel.sites),
  group: namedIn(access.groups).optional(),
  residents: z.array(namedPerson),
  /** Those that are not over, in their order. */
  leases: z.array(lease),
});

export const units = route({
  id: "access.units",
  method: "GET",
  path: `${base}/units`,
  activity,
  who: "administrator",
  summary:
    "The units (flats, offices), with the group their residents belong to, who lives there, and who rents now and later.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(unit),
});

export const oneUnit = route({
  id: "access.unit",
  method: "GET",
  path: `${base}/units/:unit`,
  activity,
  who: "administrator",
  summary: "One unit.",
  params: inOrganisation.extend({ unit: z.uuid() }),
  response: unit,
});

export const addUnit = route({
  id: "access.addUnit",
  method: "POST",
  path: `${base}/units`,
  activity,
  who: "administrator",
  summary: "Add a unit to a site; its residents belong to the group, if one is given.",
  params: inOrganisation,
  body: z.strictObject({ name, site: z.uuid(), group: z.uuid().optional() }),
  status: 201,
  response: createdIn(access.units),
});

export const changeUnit = route({
  id: "access.changeUnit",
  method: "PATCH",
  path: `${base}/units/:unit`,
  activity,
  who: "administrator",
  summary: "Rename a unit, or let its residents belong to another group; null: to none.",
  params: inOrganisation.extend({ unit: z.uuid() }),
  body: z.strictObject({ name: name.optional(), group: z.uuid().nullable().optional() }),
});

export const removeUnit = route({
  id: "access.removeUnit",
  method: "DELETE",
  path: `${base}/units/:unit`,
  activity,
  who: "administrator",
  summary: "Remove a unit in which nobody lives any more, and which is not let.",
  params: inOrganisation.extend({ unit: z.uuid() }),
});

export const putResident = route({
  id: "access.putResident",
  method: "PUT",
  path: `${base}/units/:unit/residents/:person`,
  activity,
  who: "administrator",
  summary: "Let a person live in a unit.",
  params: inOrganisation.extend({ unit: z.uuid(), person: z.uuid() }),
});

export const removeResident = route({
  id: "access.removeResident",
  method: "DELETE",
  path: `${base}/units/:unit/residents/:person`,
  activity,
  who: "administrator",
  summary: "End a person's residence in a unit.",
  params: inOrganisation.extend({ unit: z.uuid(), person: z.uuid() }),
});
