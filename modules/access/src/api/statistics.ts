import * as kernel from "@terskel/kernel/api/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as access from "./columns.ts";
import { inOrganisation, namedIn } from "./words.ts";

const inFives = z.number().int().min(5).multipleOf(5);

export const usage = route({
  id: "access.usage",
  method: "GET",
  path: "/api/v1/organisations/:organisation/usage",
  activity: "access.statistics",
  who: "administrator",
  summary:
    "How much the doors are used, by week, newest first: an item for each week of a site that has been counted. A door stands alone where at least five people opened it and none of them did more than half of it; the others stand together, by the same rule, or are not told of. Figures are in fives, and do not change afterwards.",
  params: inOrganisation,
  query: pageQuery.extend({
    /** Weeks from then on; a later day than the Monday leaves its week out. */
    from: z.iso.date().optional(),
  }),
  response: pageOf(
    z.object({
      /** A Monday by the site's clock, until the next. */
      week: access.usageWeeks("week", z.iso.date()),
      site: namedIn(kernel.sites),
      cells: z.array(
        z.object({
          /** Absent: the doors that cannot be shown alone, together. */
          door: namedIn(access.doors).optional(),
          openings: access.usageCells("openings", inFives),
          /** At least so many people. */
          people: access.usageCells("people", inFives),
        }),
      ),
    }),
  ),
});
