import { route } from "@terskel/platform/contract";
import { z } from "zod";
import { inOrganisation } from "./words.ts";

/** As long as any door's log can be kept, in days. */
export const longestLogDays = 365;
/** Days of 24 hours that a door's log is kept. */
export const logDays = z.number().int().min(1).max(longestLogDays);

/**
 * What is usual: in homes at most two weeks (guidance of Swedish authorities, quoted by landlords), at
 * workplaces in Norway 90 days. A new door begins with it.
 */
export const usualLogDays = { homes: 14, workplaces: 90 } as const;

export const setLogDays = route({
  id: "access.setLogDays",
  method: "PUT",
  path: "/api/v1/organisations/:organisation/doors/:door/log-days",
  activity: "access.administer-doors",
  who: "member",
  summary:
    "Set how many days the door's log is kept (C5). In force at once, for what is in the log already too: what is older is gone at once, for good.",
  params: inOrganisation.extend({ door: z.uuid() }),
  body: z.strictObject({ logDays }),
});
