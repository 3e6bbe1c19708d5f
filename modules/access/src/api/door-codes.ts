import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as access from "./columns.ts";
import { inOrganisation, instant, namedPerson } from "./words.ts";

const administer = { activity: "access.administer-grants", who: "member" } as const;
const codes = "/api/v1/organisations/:organisation/doors/:door/codes" as const;
const ofDoor = inOrganisation.extend({ door: z.uuid() });

export const doorCodes = route({
  ...administer,
  id: "access.doorCodes",
  method: "GET",
  path: codes,
  summary:
    "The codes that open a door which the caller administers, now or later, newest first, and who gave each. Neither the number nor what its giver calls it.",
  params: ofDoor,
  query: pageQuery,
  response: pageOf(
    z.object({
      id: access.codes("id", z.uuid()),
      by: namedPerson,
      from: access.codes("valid_from", instant),
      until: access.codes("valid_until", instant),
      /** It opens once, and then no more. */
      once: access.codes("once", z.boolean()),
    }),
  ),
});

export const stopDoorCode = route({
  ...administer,
  id: "access.stopDoorCode",
  method: "DELETE",
  path: `${codes}/:code`,
  summary:
    "A code that somebody has given opens this door no more; others that it opens it still does. Without a door left it is withdrawn.",
  params: ofDoor.extend({ code: z.uuid() }),
});
