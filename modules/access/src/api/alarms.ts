import * as kernel from "@terskel/kernel/api/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as access from "./columns.ts";
import { alarmKind } from "./door-state.ts";
import { inOrganisation, instant, namedIn, namedPerson, zonedIn } from "./words.ts";

const base = "/api/v1/organisations/:organisation" as const;
const activity = "access.administer-doors";

export const doorAlarms = route({
  id: "access.doorAlarms",
  method: "GET",
  path: `${base}/door-alarms`,
  activity,
  who: "member",
  summary:
    "Alarms of the doors the caller administers, newest first: of one door, or only those that wait for somebody to acknowledge them. A late one waits for nobody.",
  params: inOrganisation,
  query: pageQuery.extend({
    door: z.uuid().optional(),
    only: z.literal("waiting").optional(),
  }),
  response: pageOf(
    z.object({
      /** Unique at its door. */
      id: access.doorAlarms("id", z.uuid()),
      door: zonedIn(access.doors),
      site: namedIn(kernel.sites),
      kind: access.doorAlarms("kind", alarmKind),
      /** By the door's clock. */
      began: access.doorAlarms("began_at", instant),
      /** Absent while the door stands open. */
      ended: access.doorAlarms("ended_at", instant).optional(),
      receivedAt: access.doorAlarms("received_at", instant),
      /** Known more than a minute after it began: history, that calls nobody to the door. */
      late: access.doorAlarms("late", z.boolean()),
      acknowledged: access.doorAlarms("acknowledged_at", instant).optional(),
      /** Absent while nobody has, where they are gone, and where their data is restricted. */
      by: namedPerson.optional(),
    }),
  ),
});

export const acknowledgeAlarm = route({
  id: "access.acknowledgeAlarm",
  method: "POST",
  path: `${base}/doors/:door/alarms/:alarm/acknowledge`,
  activity,
  who: "member",
  summary:
    "Say that one sees to an alarm. It changes nothing at the door: one that stands open goes on standing open, and is shown so. The first who says so is named; again it changes nothing.",
  params: inOrganisation.extend({ door: z.uuid(), alarm: z.uuid() }),
});
