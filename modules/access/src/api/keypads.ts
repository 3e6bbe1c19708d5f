import * as kernel from "@terskel/kernel/api/columns";
import { route } from "@terskel/platform/contract";
import { oneLine } from "@terskel/platform/one-line";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as access from "./columns.ts";
import { told } from "./credentials.ts";
import { inOrganisation, instant, zonedIn } from "./words.ts";

const base = "/api/v1/organisations/:organisation" as const;
const own = { activity: "access.own-credentials", who: "member" } as const;
const oneCode = inOrganisation.extend({ code: z.uuid() });

export const longestCodeName = 60;
/** As many as somebody has on their way to a flat. */
export const mostCodeDoors = 20;

export const newPin = route({
  ...own,
  id: "access.newPin",
  method: "POST",
  path: `${base}/me/pin`,
  summary:
    "A PIN for the caller, drawn at random, in the place of the one before. Told this once: only a keyed hash is kept. With it comes another that opens just as well, and tells whoever administers the door that somebody is made to open it.",
  params: inOrganisation,
  response: z.object({
    pin: access.credentials("number_hash", z.string()),
    duress: access.credentials("duress_hash", z.string()),
    /** How many controllers know it, as of a blocked card. */
    doors: z.object(told),
  }),
});

export const keypadDoors = route({
  ...own,
  id: "access.keypadDoors",
  method: "GET",
  path: `${base}/me/keypad-doors`,
  summary:
    "The doors with a keypad that the caller has access to or administers: where their PIN may be typed, and for which they give somebody a code.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(
    z.object({ ...zonedIn(access.doors).shape, site: kernel.sites("name", z.string()) }),
  ),
});

export const myCodes = route({
  ...own,
  id: "access.myCodes",
  method: "GET",
  path: `${base}/me/codes`,
  summary:
    "The codes that the caller has given somebody, newest first, and what became of each, until a day after its end. The number itself is not kept.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(
    z.object({
      id: access.codes("id", z.uuid()),
      name: access.codes("name", z.string()),
      doors: z.array(zonedIn(access.doors)),
      from: access.codes("valid_from", instant),
      until: access.codes("valid_until", instant),
      /** It opens once, and then no more. */
      once: access.codes("once", z.boolean()),
      createdAt: access.codes("created_at", instant),
      /** When it was used last, by the door's clock; of one for many uses only where the door's log names people. */
      used: access.codes("used_at", instant).optional(),
      withdrawn: z.object({ at: access.codes("withdrawn_at", instant), ...told }).optional(),
    }),
  ),
});

export const giveCode = route({
  ...own,
  id: "access.giveCode",
  method: "PUT",
  path: `${base}/me/codes/:code`,
  summary:
    "Give somebody a code for doors with a keypad that the caller has access to or administers, for a week at most. It ends with the caller's own access. `code` is chosen by the caller: the same sent again is answered with the same number.",
  params: oneCode,
  body: z.strictObject({
    name: oneLine(longestCodeName),
    doors: z.array(z.uuid()).min(1).max(mostCodeDoors),
    from: instant,
    until: instant,
    once: z.boolean(),
  }),
  response: z.object({ number: access.codes("number_hash", z.string()) }),
});

export const withdrawCode = route({
  ...own,
  id: "access.withdrawCode",
  method: "DELETE",
  path: `${base}/me/codes/:code`,
  summary: "Withdraw a code that the caller has given: it opens nothing any more.",
  params: oneCode,
});
