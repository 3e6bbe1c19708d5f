import * as kernel from "@terskel/kernel/api/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { holding } from "@terskel/platform/holds";
import { z } from "zod";
import * as access from "./columns.ts";
import { createdIn, grantRole, inOrganisation, instant, zonedIn } from "./words.ts";

/** So long can an invitation wait for its recipient, in days. */
export const longestInvitationDays = 30;
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
      id: access.invitations("id", z.uuid()),
      door: zonedIn(access.doors),
      email: access.invitations("email", z.string()),
      role: access.invitations("role", grantRole),
      invitedBy: kernel.memberships("name", z.string()),
      createdAt: access.invitations("created_at", instant),
      expiresAt: access.invitations("expires_at", instant),
      validFrom: access.invitations("valid_from", instant).optional(),
      validUntil: access.invitations("valid_until", instant).optional(),
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
    expiresInDays: z.number().int().min(1).max(longestInvitationDays).default(7),
  }),
  status: 201,
  response: createdIn(access.invitations),
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
    organisation: kernel.organisations("name", z.string()),
    door: access.doors("name", z.string()),
    site: kernel.sites("name", z.string()),
    /** The site's: in it the times are meant. */
    timeZone: kernel.sites("time_zone", z.string()),
    invitedBy: kernel.memberships("name", z.string()),
    role: access.invitations("role", grantRole),
    validFrom: access.invitations("valid_from", instant).optional(),
    validUntil: access.invitations("valid_until", instant).optional(),
    expiresAt: access.invitations("expires_at", instant),
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
  response: z.object({
    organisation: access.invitations("organisation_id", z.uuid()),
    door: access.invitations("door_id", z.uuid()),
  }),
});
