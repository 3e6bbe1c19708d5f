import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as access from "./columns.ts";
import { inOrganisation, instant, namedIn, namedPerson } from "./words.ts";

const base = "/api/v1/organisations/:organisation" as const;
const activity = "access.administer-doors";
const one = inOrganisation.extend({ lease: z.uuid() });
const tenants = z.array(z.uuid()).min(1).max(20);

/** From when until when it runs, and who rents; `until` absent: until somebody ends it. */
export const lease = z.object({
  id: access.leases("id", z.uuid()),
  from: access.leases("starts_at", instant),
  until: access.leases("ends_at", instant).optional(),
  tenants: z.array(namedPerson),
});

export const leases = route({
  id: "access.leases",
  method: "GET",
  path: `${base}/leases`,
  activity,
  who: "administrator",
  summary:
    "The leases, the last to begin first: to come, running, and over for 90 days at most; optionally of one unit.",
  params: inOrganisation,
  query: pageQuery.extend({ unit: z.uuid().optional() }),
  response: pageOf(lease.extend({ unit: namedIn(access.units) })),
});

const ends = (lease: { from?: string | undefined; until?: string | null | undefined }) =>
  !lease.from || !lease.until || Date.parse(lease.from) < Date.parse(lease.until);
const atUntil = { path: ["until"], error: "ends-before-it-starts" };

export const letUnit = route({
  id: "access.letUnit",
  method: "PUT",
  path: `${base}/leases/:lease`,
  activity,
  who: "administrator",
  summary:
    "Let a unit from an hour until another, or until somebody ends it. Its tenants may open what the unit and its group may, at those hours and at no others, also at a controller that is away. A unit is let once at a time. `lease` is chosen by the caller: sent again it changes nothing.",
  params: one,
  body: z
    .strictObject({ unit: z.uuid(), tenants, from: instant, until: instant.optional() })
    .refine(ends, atUntil),
});

export const changeLease = route({
  id: "access.changeLease",
  method: "PATCH",
  path: `${base}/leases/:lease`,
  activity,
  who: "administrator",
  summary:
    "Move the end of a lease that is not over (null: until somebody ends it), the start of one that has not begun, or change who rents.",
  params: one,
  body: z
    .strictObject({
      tenants: tenants.optional(),
      from: instant.optional(),
      until: instant.nullable().optional(),
    })
    .refine(ends, atUntil),
});

export const endLease = route({
  id: "access.endLease",
  method: "POST",
  path: `${base}/leases/:lease/end`,
  activity,
  who: "administrator",
  summary: "End a lease now. One that has not begun is cancelled: it is gone.",
  params: one,
});
