import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { holding } from "@terskel/platform/holds";
import { z } from "zod";
import { created, grantRole, inOrganisation, instant, named } from "./words.ts";

const base = "/api/v1/organisations/:organisation" as const;

export const invitations = route({
  id: "access.invitations",
  method: "GET",
  path: `${base}/invitations`,
  activity: "access.invite",
  who: "member",
  summary: "The open invitations to the doors the caller administers.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(
    z.object({
      id: z.uuid(),
      door: named,
      email: z.string(),
      role: grantRole,
      invitedBy: z.string(),
      createdAt: instant,
      expiresAt: instant,
      validUntil: instant.optional(),
    }),
  ),
});

export const invite = route({
  id: "access.invite",
  method: "POST",
  path: `${base}/invitations`,
  activity: "access.invite",
  who: "member",
  summary:
    "Invite someone to a door by e-mail. Used or expired, the invitation and its address are deleted.",
  params: inOrganisation,
  body: z.strictObject({
    door: z.uuid(),
    email: z.email().max(254).toLowerCase(),
    role: grantRole.default("user"),
    validFrom: instant.optional(),
    validUntil: instant.optional(),
    language: z.enum(["nb", "sv", "en"]).default("nb"),
    expiresInDays: z.number().int().min(1).max(30).default(7),
  }),
  status: 201,
  response: created,
});

export const withdrawInvitation = route({
  id: "access.withdrawInvitation",
  method: "DELETE",
  path: `${base}/invitations/:invitation`,
  activity: "access.invite",
  who: "member",
  summary: "Withdraw an open invitation; it and its address are deleted.",
  params: inOrganisation.extend({ invitation: z.uuid() }),
});

const token = holding("token", z.string().min(20).max(200));

export const readInvitation = route({
  id: "access.readInvitation",
  method: "POST",
  path: "/api/v1/invitations/read",
  activity: "access.accept-invitation",
  who: "anyone",
  summary: "What an invitation offers, for whoever holds its link.",
  body: z.strictObject({ token }),
  response: z.object({
    organisation: z.string(),
    door: z.string(),
    site: z.string(),
    /** The site's: in it the times are meant. */
    timeZone: z.string(),
    invitedBy: z.string(),
    role: grantRole,
    validFrom: instant.optional(),
    validUntil: instant.optional(),
    expiresAt: instant,
  }),
});

export const acceptInvitation = route({
  id: "access.acceptInvitation",
  method: "POST",
  path: "/api/v1/invitations/accept",
  activity: "access.accept-invitation",
  who: "person",
  summary:
    "Accept an invitation: the signed-in person gets the grant, the invitation and its address are deleted.",
  body: z.strictObject({ token }),
  response: z.object({ organisation: z.uuid(), door: z.uuid() }),
});
