import { DECISION_REASONS } from "@terskel/edge-decision";
import { route } from "@terskel/platform/contract";
import { z } from "zod";
import * as access from "./columns.ts";
import { grantRole, inOrganisation, instant, namedIn, namedPerson, zonedIn } from "./words.ts";

const decides = ["valid_from", "valid_until", "schedule_id"] as const;

export const explainAccess = route({
  id: "access.explainAccess",
  method: "GET",
  path: "/api/v1/organisations/:organisation/doors/:door/people/:person",
  activity: "access.administer-grants",
  who: "member",
  summary:
    "Could this person open this door at this time, and why? Decided by the code that decides at the door, on the accesses as they are now; each of the person's accesses with what it alone would say. For whoever administers the door.",
  params: inOrganisation.extend({ door: z.uuid(), person: z.uuid() }),
  query: z.strictObject({
    /** Absent: now. */
    at: instant.optional(),
  }),
  response: z.object({
    door: zonedIn(access.doors),
    person: namedPerson,
    allowed: access.grants(decides, z.boolean()),
    reason: access.grants(decides, z.enum(DECISION_REASONS)),
    /** What the door asks besides, and only the door knows as it happens: two people, who is inside, how the airlock's other door stands. */
    rules: access.doors(
      ["two_people", "area_id", "airlock_id"],
      z.array(z.enum(["second-person", "passback", "interlock"])),
    ),
    grants: z.array(
      z.object({
        role: access.grants("role", grantRole),
        /** The group, or the unit lived in, through which it is theirs. */
        via: access.groups("name", z.string()).optional(),
        /** By renting that unit, as long as the lease runs. */
        asTenant: access.tenants("lease_id", z.boolean()).optional(),
        validFrom: access.grants("valid_from", instant).optional(),
        validUntil: access.grants("valid_until", instant).optional(),
        schedule: namedIn(access.schedules).optional(),
        reason: access.grants(decides, z.enum(DECISION_REASONS)),
      }),
    ),
  }),
});
