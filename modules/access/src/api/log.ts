import { route } from "@terskel/platform/contract";
import { z } from "zod";
import { inOrganisation } from "./words.ts";

/** As long as any door's log can be kept, in days. */
export const longestLogDays = 3650;
/** As long as it can be kept without a reason that is stated. */
export const longestWithoutReason = 365;
/** Days of 24 hours that a door's log is kept. */
export const logDays = z.number().int().min(1).max(longestLogDays);

/**
 * What is usual: in homes at most two weeks (guidance of Swedish authorities, quoted by landlords), at
 * workplaces in Norway 90 days. A new door begins with it.
 */
export const usualLogDays = { homes: 14, workplaces: 90 } as const;

/** `personal`: who came, and when. `anonymous`: that somebody came. `off`: nothing. */
export const logModes = ["personal", "anonymous", "off"] as const;
export type LogMode = (typeof logModes)[number];
export const logMode = z.enum(logModes);
/** What a door's log is for: to look into break-ins and misuse, to find faults, to know who may be inside in an emergency. */
export const logPurposes = ["misuse", "faults", "safety"] as const;
export type LogPurpose = (typeof logPurposes)[number];
export const logPurpose = z.enum(logPurposes);
/** Why a log is kept for longer than a year, as whoever uses the door reads it. */
export const longestLogReason = 300;
export const logReason = z.string().trim().min(1).max(longestLogReason);

export const setDoorLog = route({
  id: "access.setDoorLog",
  method: "PUT",
  path: "/api/v1/organisations/:organisation/doors/:door/log",
  activity: "access.administer-doors",
  who: "member",
  summary:
    "Choose whether the door's log names people, names nobody or is not kept, what for, and for how many days (C5); for more than 365 only with a reason, which whoever uses the door reads. In force at once, for what is in the log already too: what is older, or was not to be kept, is gone at once, for good, and so are names that are not to be there. What is left out stays as it is.",
  params: inOrganisation.extend({ door: z.uuid() }),
  body: z.strictObject({
    logDays: logDays.optional(),
    logMode: logMode.optional(),
    logPurpose: logPurpose.optional(),
    /** Of a log that is kept for longer than 365 days; else it is not kept. */
    logReason: logReason.optional(),
  }),
});
