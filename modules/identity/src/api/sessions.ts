import { column } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import { method, instant } from "./words.ts";

export const sessions = route({
  id: "identity.sessions",
  method: "GET",
  path: "/api/v1/me/sessions",
  activity: "identity.account",
  who: "person",
  summary: "One's own sessions: device, IP address, since when, last used.",
  query: pageQuery,
  response: pageOf(
    z.object({
      id: column("identity.sessions.id", z.uuid()),
      current: column("identity.sessions.id", z.boolean()),
      method: column("identity.sessions.method", method),
      device: column("identity.sessions.device", z.string()),
      ip: column("identity.sessions.ip", z.string()),
      createdAt: column("identity.sessions.created_at", instant),
      lastSeenAt: column("identity.sessions.last_seen_at", instant),
      expiresAt: column("identity.sessions.expires_at", instant),
    }),
  ),
});

export const revokeSession = route({
  id: "identity.revokeSession",
  method: "DELETE",
  path: "/api/v1/me/sessions/:session",
  activity: "identity.account",
  who: "person",
  summary: "End one of one's own sessions.",
  params: z.strictObject({ session: z.uuid() }),
});

export const passkeys = route({
  id: "identity.passkeys",
  method: "GET",
  path: "/api/v1/me/passkeys",
  activity: "identity.account",
  who: "person",
  summary: "One's own passkeys.",
  query: pageQuery,
  response: pageOf(
    z.object({
      id: column("identity.passkeys.id", z.string()),
      name: column("identity.passkeys.name", z.string()),
      createdAt: column("identity.passkeys.created_at", instant),
      lastUsedAt: column("identity.passkeys.last_used_at", instant).optional(),
    }),
  ),
});

export const startPasskey = route({
  id: "identity.startPasskey",
  method: "POST",
  path: "/api/v1/me/passkeys/options",
  activity: "identity.account",
  who: "person",
  summary: "WebAuthn creation options for a new passkey.",
  body: z.strictObject({}),
  response: z.record(z.string(), column("identity.pending_sign_ins.challenge", z.unknown())),
});

export const addPasskey = route({
  id: "identity.addPasskey",
  method: "POST",
  path: "/api/v1/me/passkeys",
  activity: "identity.account",
  who: "person",
  summary: "Register the passkey that the browser made.",
  body: z.strictObject({
    name: z.string().trim().min(1).max(60),
    response: z.record(z.string(), z.unknown()),
  }),
  status: 201,
  response: z.object({ id: column("identity.passkeys.id", z.string()) }),
});

export const deletePasskey = route({
  id: "identity.deletePasskey",
  method: "DELETE",
  path: "/api/v1/me/passkeys/:passkey",
  activity: "identity.account",
  who: "person",
  summary: "Remove one of one's own passkeys.",
  params: z.strictObject({ passkey: z.string().max(1400) }),
});
