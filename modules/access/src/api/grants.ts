import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { holding } from "@terskel/platform/holds";
import { z } from "zod";
import * as access from "./columns.ts";
import {
  createdIn,
  grantRole,
  inOrganisation,
  instant,
  name,
  namedIn,
  namedPerson,
  zonedIn,
} from "./words.ts";

const base = "/api/v1/organisations/:organisation" as const;
const activity = "access.administer-grants";

export const groups = route({
  id: "access.groups",
  method: "GET",
  path: `${base}/groups`,
  activity,
  who: "administrator",
  summary:
    "The groups of persons that grants can be given to. `people` counts residents of the group's units too.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(
    namedIn(access.groups).extend({
      people: access.groupMembers("member_id", access.residents("member_id", z.number().int())),
      doors: access.grants("door_id", z.number().int()),
    }),
  ),
});

export const addGroup = route({
  id: "access.addGroup",
  method: "POST",
  path: `${base}/groups`,
  activity,
  who: "administrator",
  summary: "Add a group.",
  params: inOrganisation,
  body: z.strictObject({ name }),
  status: 201,
  response: createdIn(access.groups),
});

export const changeGroup = route({
  id: "access.changeGroup",
  method: "PATCH",
  path: `${base}/groups/:group`,
  activity,
  who: "administrator",
  summary: "Rename a group.",
  params: inOrganisation.extend({ group: z.uuid() }),
  body: z.strictObject({ name }),
});

export const removeGroup = route({
  id: "access.removeGroup",
  method: "DELETE",
  path: `${base}/groups/:group`,
  activity,
  who: "administrator",
  summary: "Remove a group, with the grants given to it.",
  params: inOrganisation.extend({ group: z.uuid() }),
});

export const groupMembers = route({
  id: "access.groupMembers",
  method: "GET",
  path: `${base}/groups/:group/members`,
  activity,
  who: "administrator",
  summary: "Who belongs to a group: put there by name, or as resident of one of its units.",
  params: inOrganisation.extend({ group: z.uuid() }),
  query: pageQuery,
  response: pageOf(z.object({ person: namedPerson, unit: namedIn(access.units).optional() })),
});

export const putGroupMember = route({
  id: "access.putGroupMember",
  method: "PUT",
  path: `${base}/groups/:group/members/:person`,
  activity,
  who: "administrator",
  summary: "Put a person in a group.",
  params: inOrganisation.extend({ group: z.uuid(), person: z.uuid() }),
});

export const removeGroupMember = route({
  id: "access.removeGroupMember",
  method: "DELETE",
  path: `${base}/groups/:group/members/:person`,
  activity,
  who: "administrator",
  summary: "Take a person out of a group.",
  params: inOrganisation.extend({ group: z.uuid(), person: z.uuid() }),
});

const grant = z.object({
  id: access.grants("id", z.uuid()),
  /** One door, or a group of doors: then each door in it. */
  door: zonedIn(access.doors).optional(),
  doorGroup: zonedIn(access.doorGroups).optional(),
  /** A person, a group, or a unit: then who lives in it or rents it. */
  person: namedPerson.optional(),
  group: namedIn(access.groups).optional(),
  unit: namedIn(access.units).optional(),
  role: access.grants("role", grantRole),
  validFrom: access.grants("valid_from", instant).optional(),
  validUntil: access.grants("valid_until", instant).optional(),
  /** The hours it keeps to; absent: at any hour. */
  schedule: namedIn(access.schedules).optional(),
  createdAt: access.grants("created_at", instant),
  /** For the caller. Who may change it may not always remove it: a door's last owner cannot leave it. */
  mayChange: access.grants("role", z.boolean()),
  mayRemove: access.grants("role", z.boolean()),
});

export const grants = route({
  id: "access.grants",
  method: "GET",
  path: `${base}/grants`,
  activity,
  who: "member",
  summary:
    "The grants on the doors the caller administers, with what the caller may do to each; optionally of one door (also by a group of doors), group of doors, person, group or unit.",
  params: inOrganisation,
  query: pageQuery.extend({
    door: z.uuid().optional(),
    doorGroup: z.uuid().optional(),
    person: z.uuid().optional(),
    group: z.uuid().optional(),
    unit: z.uuid().optional(),
  }),
  response: pageOf(grant),
});

type Times = { validFrom?: string | undefined; validUntil?: string | undefined };
const endsAfterStart = ({ validFrom, validUntil }: Times) =>
  !validFrom || !validUntil || Date.parse(validFrom) < Date.parse(validUntil);
const isOne = (...ways: (string | undefined)[]) =>
  ways.filter((way) => way !== undefined).length === 1;
const atEnd = { path: ["validUntil"], error: "ends-before-it-starts" };

export const addGrant = route({
  id: "access.addGrant",
  method: "POST",
  path: `${base}/grants`,
  activity,
  who: "member",
  summary:
    "Give a person, a group or a unit access to a door, or to each door of a group, also those that join it later. For whoever administers them all. Door administrators give `user`; owners and the organisation's administrators give any role.",
  params: inOrganisation,
  body: z
    .strictObject({
      door: z.uuid().optional(),
      doorGroup: z.uuid().optional(),
      person: z.uuid().optional(),
      group: z.uuid().optional(),
      unit: z.uuid().optional(),
      role: grantRole.default("user"),
      validFrom: instant.optional(),
      validUntil: instant.optional(),
      schedule: z.uuid().optional(),
    })
    .refine(({ door, doorGroup }) => isOne(door, doorGroup), {
      path: ["door"],
      error: "door-or-group",
    })
    .refine(({ person, group, unit }) => isOne(person, group, unit), {
      path: ["person"],
      error: "person-or-group",
    })
    .refine(endsAfterStart, atEnd),
  status: 201,
  response: createdIn(access.grants),
});

export const addGrantByContact = route({
  id: "access.addGrantByContact",
  method: "POST",
  path: `${base}/grants/by-contact`,
  activity,
  who: "member",
  summary:
    "Give a member access to a door by their whole e-mail address or telephone number, for door administrators, who do not see the organisation's people. How often one may look is limited.",
  params: inOrganisation,
  body: z
    .strictObject({
      door: z.uuid(),
      contact: holding("telephone-number", z.string().trim().min(3).max(254)),
      role: grantRole.default("user"),
      validFrom: instant.optional(),
      validUntil: instant.optional(),
      schedule: z.uuid().optional(),
    })
    .refine(endsAfterStart, atEnd),
  status: 201,
  response: createdIn(access.grants).extend({ person: namedPerson }),
});

export const changeGrant = route({
  id: "access.changeGrant",
  method: "PATCH",
  path: `${base}/grants/:grant`,
  activity,
  who: "member",
  summary:
    "Change a grant's role, times or schedule; null takes one away. Who may is who could take it back and give it anew.",
  params: inOrganisation.extend({ grant: z.uuid() }),
  body: z.strictObject({
    role: grantRole.optional(),
    validFrom: instant.nullable().optional(),
    validUntil: instant.nullable().optional(),
    schedule: z.uuid().nullable().optional(),
  }),
});

export const removeGrant = route({
  id: "access.removeGrant",
  method: "DELETE",
  path: `${base}/grants/:grant`,
  activity,
  who: "member",
  summary: "Take an access back.",
  params: inOrganisation.extend({ grant: z.uuid() }),
});
