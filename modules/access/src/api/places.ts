import * as kernel from "@terskel/kernel/api/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as access from "./columns.ts";
import { unlocking } from "./unlocking.ts";
import { standingAlarm, doorPosition, doorState } from "./door-state.ts";
import { logMode, logPurpose, logReason } from "./log.ts";
import { createdIn, inOrganisation, instant, lockState, name, namedIn, zonedIn } from "./words.ts";
import {
  aloneHours,
  heldAfterSeconds,
  extendedOpenSeconds,
  openSeconds,
  output,
  rules,
  stepUp,
  unlock,
} from "./door-fields.ts";

const base = "/api/v1/organisations/:organisation" as const;
const activity = "access.administer-doors";
const address = z.string().trim().max(200);
/** Its name in the IANA Time Zone Database: Europe/Oslo. */
const timeZone = z.string().max(64);

export const sites = route({
  id: "access.sites",
  method: "GET",
  path: `${base}/sites`,
  activity,
  who: "administrator",
  summary: "The organisation's sites: the buildings its doors are in.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(
    z.object({
      ...zonedIn(kernel.sites).shape,
      address: kernel.sites("address", z.string()),
      doors: access.doors("id", z.number().int()),
    }),
  ),
});

export const addSite = route({
  id: "access.addSite",
  method: "POST",
  path: `${base}/sites`,
  activity,
  who: "administrator",
  summary: "Add a site.",
  params: inOrganisation,
  body: z.strictObject({
    name,
    address: address.default(""),
    timeZone: timeZone.default("Europe/Oslo"),
  }),
  status: 201,
  response: createdIn(kernel.sites),
});

export const changeSite = route({
  id: "access.changeSite",
  method: "PATCH",
  path: `${base}/sites/:site`,
  activity,
  who: "administrator",
  summary: "Rename a site, or change its address or time zone.",
  params: inOrganisation.extend({ site: z.uuid() }),
  body: z.strictObject({
    name: name.optional(),
    address: address.optional(),
    timeZone: timeZone.optional(),
  }),
});

export const removeSite = route({
  id: "access.removeSite",
  method: "DELETE",
  path: `${base}/sites/:site`,
  activity,
  who: "administrator",
  summary: "Remove a site that has no doors, controllers or units any more.",
  params: inOrganisation.extend({ site: z.uuid() }),
});

const door = z.object({
  ...namedIn(access.doors).shape,
  site: zonedIn(kernel.sites),
  controller: namedIn(access.controllers).optional(),
  /** The controller's lock output that the door is wired to, from 1. */
  output: access.doors("output", z.number().int()).optional(),
  openSeconds: access.doors("open_seconds", z.number().int()),
  extendedOpenSeconds: access.doors("extended_open_seconds", z.number().int()),
  /** How long it may stand open once it is locked again; absent: it has no contact, and nobody knows whether it stands open. */
  heldAfterSeconds: access.doors("held_after_seconds", z.number().int()).optional(),
  /** For how many hours it goes on letting people in once its controller does not hear from the cloud; absent: for as long as it takes. */
  aloneHours: access.doors("alone_hours", z.number().int()).optional(),
  /** Are PINs and codes typed at it? */
  keypad: access.doors("keypad", z.boolean()),
  /** Of one that is away: until when it does. */
  aloneUntil: access.controllers("confirmed_at", instant).optional(),
  logDays: access.doors("log_days", z.number().int()),
  /** Does its log name people? */
  logMode: access.doors("log_mode", logMode),
  logPurpose: access.doors("log_purpose", logPurpose),
  logReason: access.doors("log_reason", logReason).optional(),
  lock: access.doors("lock", lockState),
  position: access.doors("position", doorPosition),
  online: access.controllers("online", z.boolean()),
  /** The alarm that stands, acknowledged or not. */
  alarm: access.doorAlarms("kind", standingAlarm).optional(),
  /** What all this amounts to, and since when by the door's clock; absent for one that is away or not heard of. */
  state: access.doors(["lock", "position"], doorState),
  since: access.doors("moved_at", instant).optional(),
  /** The schedule in whose hours it stands unlocked by itself, and whether it waits for the first person in them. */
  unlockSchedule: namedIn(access.schedules).optional(),
  firstPerson: access.doors("unlock_first_person", z.boolean()),
  unlocking: unlocking.optional(),
  /** It has a reader inside as well, for who leaves. */
  readerInside: access.doors("reader_inside", z.boolean()),
  /** It opens to two people who show themselves one right after the other. */
  twoPeople: access.doors("two_people", z.boolean()),
  /** Opened from the portal it asks for a proof of who one is. */
  stepUp: access.doors("step_up", z.boolean()),
  /** What it leads into. */
  area: namedIn(access.areas).optional(),
  /** Of its doors one at a time opens. */
  airlock: namedIn(access.airlocks).optional(),
  /** How its lock is to be: unlocked at an evacuation and by its schedule, else locked; since when, where somebody has ordered it. */
  wanted: access.doors("unlock_schedule_id", z.enum(["locked", "unlocked"])),
  wantedSince: access.doorOrders("ordered_at", instant).optional(),
});

export const doors = route({
  id: "access.doors",
  method: "GET",
  path: `${base}/doors`,
  activity,
  who: "member",
  summary: "The doors the caller administers; all of the organisation's for its administrators.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(door),
});

export const oneDoor = route({
  id: "access.door",
  method: "GET",
  path: `${base}/doors/:door`,
  activity,
  who: "member",
  summary: "One door that the caller administers.",
  params: inOrganisation.extend({ door: z.uuid() }),
  response: door,
});

export const addDoor = route({
  id: "access.addDoor",
  method: "POST",
  path: `${base}/doors`,
  activity,
  who: "administrator",
  summary:
    "Add a door to a site, and to an output of the controller that runs it: the lowest free one when left out.",
  params: inOrganisation,
  body: z.strictObject({
    name,
    site: z.uuid(),
    controller: z.uuid().optional(),
    output: output.optional(),
    openSeconds: openSeconds.default(5),
    extendedOpenSeconds: extendedOpenSeconds.default(20),
    /** Left out: it has no contact. */
    heldAfterSeconds: heldAfterSeconds.optional(),
    /** null: for as long as it takes. */
    aloneHours: aloneHours.nullable().default(720),
    keypad: z.boolean().default(false),
    stepUp: stepUp.default(false),
    ...unlock,
    ...rules,
  }),
  status: 201,
  response: createdIn(access.doors),
});

export const changeDoor = route({
  id: "access.changeDoor",
  method: "PATCH",
  path: `${base}/doors/:door`,
  activity,
  who: "administrator",
  summary:
    "Rename a door, or change its controller, its output there, how many seconds it stays unlocked, whether it has a contact and how long it may stand open, for how many hours it decides without the cloud, whether it has a keypad, whether it asks for a proof before it opens from the portal, by which schedule it stands unlocked, or what it asks besides an access: two people, and what area and airlock it is of.",
  params: inOrganisation.extend({ door: z.uuid() }),
  body: z.strictObject({
    name: name.optional(),
    controller: z.uuid().nullable().optional(),
    output: output.optional(),
    openSeconds: openSeconds.optional(),
    extendedOpenSeconds: extendedOpenSeconds.optional(),
    /** null: it has no contact any more. */
    heldAfterSeconds: heldAfterSeconds.nullable().optional(),
    /** null: for as long as it takes. */
    aloneHours: aloneHours.nullable().optional(),
    keypad: z.boolean().optional(),
    stepUp: stepUp.optional(),
    ...unlock,
    ...rules,
  }),
});

export const removeDoor = route({
  id: "access.removeDoor",
  method: "DELETE",
  path: `${base}/doors/:door`,
  activity,
  who: "administrator",
  summary: "Remove a door with its grants, invitations and log.",
  params: inOrganisation.extend({ door: z.uuid() }),
});
