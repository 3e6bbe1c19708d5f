import * as kernel from "@terskel/kernel/api/columns";
import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as access from "./columns.ts";
import { createdIn, inOrganisation, name, namedIn } from "./words.ts";

const base = "/api/v1/organisations/:organisation" as const;
const activity = "access.administer-grants";
const one = inOrganisation.extend({ doorGroup: z.uuid() });
const oneDoor = one.extend({ door: z.uuid() });

export const doorGroups = route({
  id: "access.doorGroups",
  method: "GET",
  path: `${base}/door-groups`,
  activity,
  who: "member",
  summary:
    "The groups of doors that grants can be given to: all of them for the organisation's administrators, else those of which the caller administers every door. `people` counts who may open its doors by the group, now or later.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(
    namedIn(access.doorGroups).extend({
      doors: plain("How many doors have this name in common.", z.number().int()),
      people: access.grants(
        ["member_id", "group_id", "unit_id"],
        access.groupMembers(
          "member_id",
          access.residents("member_id", access.tenants("member_id", z.number().int())),
        ),
      ),
    }),
  ),
});

export const addDoorGroup = route({
  id: "access.addDoorGroup",
  method: "POST",
  path: `${base}/door-groups`,
  activity,
  who: "administrator",
  summary: "Add a group of doors.",
  params: inOrganisation,
  body: z.strictObject({ name }),
  status: 201,
  response: createdIn(access.doorGroups),
});

export const changeDoorGroup = route({
  id: "access.changeDoorGroup",
  method: "PATCH",
  path: `${base}/door-groups/:doorGroup`,
  activity,
  who: "administrator",
  summary: "Rename a group of doors.",
  params: one,
  body: z.strictObject({ name }),
});

export const removeDoorGroup = route({
  id: "access.removeDoorGroup",
  method: "DELETE",
  path: `${base}/door-groups/:doorGroup`,
  activity,
  who: "administrator",
  summary: "Remove a group of doors, with the grants given to it. The doors stay.",
  params: one,
});

export const doorGroupDoors = route({
  id: "access.doorGroupDoors",
  method: "GET",
  path: `${base}/door-groups/:doorGroup/doors`,
  activity,
  who: "member",
  summary: "The doors in a group, for whoever administers every one of them.",
  params: one,
  query: pageQuery,
  response: pageOf(namedIn(access.doors).extend({ site: namedIn(kernel.sites) })),
});

export const putDoorInGroup = route({
  id: "access.putDoorInGroup",
  method: "PUT",
  path: `${base}/door-groups/:doorGroup/doors/:door`,
  activity,
  who: "administrator",
  summary: "Put a door in a group: whoever has access to the group may open it.",
  params: oneDoor,
});

export const takeDoorOutOfGroup = route({
  id: "access.takeDoorOutOfGroup",
  method: "DELETE",
  path: `${base}/door-groups/:doorGroup/doors/:door`,
  activity,
  who: "administrator",
  summary: "Take a door out of a group: nobody may open it by the group any more.",
  params: oneDoor,
});
