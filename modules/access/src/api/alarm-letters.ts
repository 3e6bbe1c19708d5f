import { memberships } from "@terskel/kernel/api/columns";
import { route } from "@terskel/platform/contract";
import { z } from "zod";
import * as access from "./columns.ts";
import { inOrganisation } from "./words.ts";

const mine = {
  activity: "access.tell-alarms",
  who: "member",
  path: "/api/v1/organisations/:organisation/my-alarm-letters",
  params: inOrganisation,
} as const;

export const myAlarmLetters = route({
  ...mine,
  id: "access.myAlarmLetters",
  method: "GET",
  summary:
    "Whether the signed-in person gets word by e-mail when a door that they administer has an alarm.",
  response: z.object({
    on: access.alarmLetters("member_id", z.boolean()),
    /** Where it goes; absent: nobody knows an address, and nothing is sent. */
    email: memberships("email", z.string()).optional(),
  }),
});

export const setMyAlarmLetters = route({
  ...mine,
  id: "access.setMyAlarmLetters",
  method: "PUT",
  summary:
    "Have word sent by e-mail to the signed-in person when a door that they administer has an alarm, or no longer.",
  body: z.strictObject({ on: z.boolean() }),
});
