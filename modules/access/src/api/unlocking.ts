import { route } from "@terskel/platform/contract";
import { z } from "zod";
import * as access from "./columns.ts";
import { inOrganisation, instant } from "./words.ts";

const path = "/api/v1/organisations/:organisation/doors/:door/kept-locked" as const;
const activity = "access.administer-doors";
const params = inOrganisation.extend({ door: z.uuid() });

/** No closed season is longer: that is an exception in the schedule. */
export const longestKeptLockedDays = 31;

/**
 * How a door with an unlock schedule is to stand now. `waiting`: locked until somebody with access has opened it at its reader.
 * `kept-locked`: its schedule is put aside.
 */
const stand = z.enum(["evacuated", "locked-down", "kept-locked", "unlocked", "waiting", "locked"]);

export const unlocking = z.object({
  now: access.doors("unlock_schedule_id", stand),
  /** When that ends by the schedule, or when it is kept locked no longer; absent under an order, and where it is over two weeks ahead. */
  until: access.doors(["unlock_schedule_id", "kept_locked_until"], instant).optional(),
});

export const keepLocked = route({
  id: "access.keepLocked",
  method: "PUT",
  path,
  activity,
  who: "member",
  summary:
    "Keep a door locked that its schedule would unlock, until `until`, 31 days ahead at most; left out, for the rest of the day at the door, and of hours that go on past midnight. Whoever has access gets in.",
  params,
  body: z.strictObject({ until: instant.optional() }),
});

export const endKeptLocked = route({
  id: "access.endKeptLocked",
  method: "DELETE",
  path,
  activity,
  who: "member",
  summary: "Let a door go by its schedule again.",
  params,
});
