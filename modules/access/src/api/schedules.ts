import { route } from "@terskel/platform/contract";
import { plain } from "@terskel/platform/columns";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import { exceptions, hours, week } from "../schedules/hours.ts";
import * as access from "./columns.ts";
import { createdIn, inOrganisation, name, namedIn } from "./words.ts";

const base = "/api/v1/organisations/:organisation" as const;
const activity = "access.administer-grants";
const one = inOrganisation.extend({ schedule: z.uuid() });

const written = z.strictObject({
  name,
  week,
  holidays: hours.nullable().default(null),
  halfDays: hours.nullable().default(null),
  exceptions: exceptions.default([]),
});

export const schedules = route({
  id: "access.schedules",
  method: "GET",
  path: `${base}/schedules`,
  activity,
  who: "member",
  summary:
    "The hours that accesses can keep to, by the clock on the wall at each door: a week from Monday, public holidays and half days (null: as on the weekday), and days of their own. `grants` counts the accesses that keep to them, `doors` the doors that stand unlocked by them.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(
    namedIn(access.schedules).extend({
      week: access.schedules("week", week),
      holidays: access.schedules("holidays", hours.nullable()),
      halfDays: access.schedules("half_days", hours.nullable()),
      exceptions: access.schedules("exceptions", exceptions),
      grants: access.grants("schedule_id", z.number().int()),
      doors: access.doors("unlock_schedule_id", z.number().int()),
    }),
  ),
});

export const addSchedule = route({
  id: "access.addSchedule",
  method: "POST",
  path: `${base}/schedules`,
  activity,
  who: "administrator",
  summary: 'Add a schedule. Hours are by quarters: [["08:00", "16:00"]]; an empty list is closed.',
  params: inOrganisation,
  body: written,
  status: 201,
  response: createdIn(access.schedules),
});

export const putSchedule = route({
  id: "access.putSchedule",
  method: "PUT",
  path: `${base}/schedules/:schedule`,
  activity,
  who: "administrator",
  summary: "Write a schedule anew. The doors are told at once.",
  params: one,
  body: written,
});

export const removeSchedule = route({
  id: "access.removeSchedule",
  method: "DELETE",
  path: `${base}/schedules/:schedule`,
  activity,
  who: "administrator",
  summary: "Remove a schedule that no access and no door keeps to.",
  params: one,
});

export const holidays = route({
  id: "access.holidays",
  method: "GET",
  path: `${base}/holidays`,
  activity,
  who: "member",
  summary:
    "The public holidays and half days of the organisation's country in a year: what a schedule's hours on holidays mean.",
  params: inOrganisation,
  query: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100) }),
  response: z.object({
    items: z.array(
      z.object({
        date: plain("the calendar of a country", z.iso.date()),
        name: plain("the calendar of a country", z.string()),
        half: plain("the calendar of a country", z.boolean()),
      }),
    ),
  }),
});
