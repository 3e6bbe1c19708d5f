import * as kernel from "@terskel/kernel/api/columns";
import { receiverShape } from "@terskel/kernel/api/receivers";
import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as access from "./columns.ts";
import { passage } from "./passages.ts";
import { createdIn, inOrganisation, instant, name, namedIn, zonedIn } from "./words.ts";

const base = "/api/v1/organisations/:organisation/integrations" as const;
const administer = { activity: "access.administer-doors", who: "administrator" } as const;

/** The longest that a token holds, in days. */
export const longestIntegrationDays = 366;

export const integrations = route({
  ...administer,
  id: "access.integrations",
  method: "GET",
  path: base,
  summary: "Third parties that read by the API of the doors they control, by name (C10).",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(
    z.object({
      ...namedIn(access.integrations).shape,
      expiresAt: access.integrations("expires_at", instant),
      createdAt: access.integrations("created_at", instant),
      /** As it was said last; absent: before it had to be, and it reads nothing. */
      receiver: z
        .object({
          country: kernel.receivers("country", z.string()),
          /** The moment after the agreement's last day. */
          agreementEndsAt: kernel.receivers("agreement_ends_at", instant).optional(),
          ground: kernel.receivers("ground", z.string()).optional(),
        })
        .optional(),
      doors: z.array(namedIn(access.doors)),
    }),
  ),
});

export const addIntegration = route({
  ...administer,
  id: "access.addIntegration",
  method: "POST",
  path: base,
  summary:
    "Let a third party read by the API, of these doors and until this time, who uses them and what happened at them. The token is answered once and stored nowhere.",
  params: inOrganisation,
  body: z.strictObject({
    name,
    ...receiverShape,
    doors: z.array(z.uuid()).min(1).max(500),
    expiresAt: instant,
  }),
  status: 201,
  response: createdIn(access.integrations).extend({
    token: plain("A secret of the third party, which is a firm.", z.string()),
  }),
});

export const removeIntegration = route({
  ...administer,
  id: "access.removeIntegration",
  method: "DELETE",
  path: `${base}/:integration`,
  summary: "End a third party's reading, at once.",
  params: inOrganisation.extend({ integration: z.uuid() }),
});

const shared = { activity: "access.share-with-integrations", who: "anyone", bearer: true } as const;
/** The same person is another one to every integration. */
const pseudonym = z.string().regex(/^[0-9a-f]{32}$/);

export const sharedDoors = route({
  ...shared,
  id: "access.sharedDoors",
  method: "GET",
  path: "/api/v1/integration/doors",
  summary: "The doors that the token is for.",
  query: pageQuery,
  response: pageOf(zonedIn(access.doors)),
});

export const sharedUsers = route({
  ...shared,
  id: "access.sharedUsers",
  method: "GET",
  path: "/api/v1/integration/users",
  summary:
    "Who has access now to the doors that the token is for: name, date of birth where an eID gave it, an id that means nothing elsewhere, and to which doors.",
  query: pageQuery,
  response: pageOf(
    z.object({
      id: kernel.memberships("id", pseudonym),
      name: kernel.memberships("name", z.string()),
      dateOfBirth: access.persons("date_of_birth", z.iso.date()).optional(),
      doors: z.array(access.doors("id", z.uuid())),
    }),
  ),
});

export const sharedPassages = route({
  ...shared,
  id: "access.sharedPassages",
  method: "GET",
  path: "/api/v1/integration/passages",
  summary: "The log of the doors that the token is for, newest first; optionally of one door.",
  query: pageQuery.extend({ door: z.uuid().optional() }),
  response: pageOf(
    passage.omit({ person: true }).extend({
      person: z
        .object({
          id: kernel.memberships("id", pseudonym),
          name: kernel.memberships("name", z.string()),
        })
        .optional(),
    }),
  ),
});
