import { route } from "@terskel/platform/contract";
import { z } from "zod";
import * as access from "./columns.ts";
import { inOrganisation } from "./words.ts";

const own = { activity: "access.own-credentials", who: "member" } as const;
const administer = { activity: "access.administer-grants", who: "administrator" } as const;
const mine = "/api/v1/organisations/:organisation/my-extended-time" as const;
const persons = "/api/v1/organisations/:organisation/people/:person/extended-time" as const;
const ofPerson = inOrganisation.extend({ person: z.uuid() });

/** Whether the doors stay unlocked for longer for somebody. Why is asked of nobody, and stored nowhere. */
const extendedTime = z.object({ on: access.extendedTimes("member_id", z.boolean()) });
const body = z.strictObject({ on: z.boolean() });

export const myExtendedTime = route({
  ...own,
  id: "access.myExtendedTime",
  method: "GET",
  path: mine,
  summary: "Whether the organisation's doors stay unlocked for longer for the signed-in person.",
  params: inOrganisation,
  response: extendedTime,
});

export const setMyExtendedTime = route({
  ...own,
  id: "access.setMyExtendedTime",
  method: "PUT",
  path: mine,
  summary:
    "Have the organisation's doors stay unlocked for longer for the signed-in person, or no longer. No reason is asked.",
  params: inOrganisation,
  body,
});

export const extendedTimeOf = route({
  ...administer,
  id: "access.extendedTime",
  method: "GET",
  path: persons,
  summary: "Whether the doors stay unlocked for longer for a person.",
  params: ofPerson,
  response: extendedTime,
});

export const setExtendedTimeOf = route({
  ...administer,
  id: "access.setExtendedTime",
  method: "PUT",
  path: persons,
  summary: "Have the doors stay unlocked for longer for a person who asked for it, or no longer.",
  params: ofPerson,
  body,
});
