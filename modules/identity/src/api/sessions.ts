import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { oneLine } from "@terskel/platform/one-line";
import { z } from "zod";
import * as identity from "./columns.ts";
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
      id: identity.sessions("id", z.uuid()),
      current: identity.sessions("id", z.boolean()),
      method: identity.sessions("method", method),
      device: z.object({
        browser: identity
          .sessions("browser", z.string())
          .optional()
          .describe("`Firefox`; absent when not known"),
        system: identity
          .sessions("system", z.string())
          .optional()
          .describe("`Windows`, `iPhone`; absent when not known"),
      }),
      ip: identity.sessions("ip", z.string()),
      createdAt: identity.sessions("created_at", instant),
      lastSeenAt: identity.sessions("last_seen_at", instant),
      expiresAt: identity.sessions("expires_at", instant),
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
      id: identity.passkeys("id", z.string()),
      name: identity.passkeys("name", z.string()),
      createdAt: identity.passkeys("created_at", instant),
      lastUsedAt: identity.passkeys("last_used_at", instant).optional(),
    }),
  ),
});

/** PublicKeyCredentialCreationOptionsJSON: whose passkey it will be, and which ones there are. */
const creationOptions = identity.pendingSignIns(
  "challenge",
  identity.persons(
    ["id", "name", "email"],
    identity.passkeys("id", z.record(z.string(), z.unknown())),
  ),
);

export const startPasskey = route({
  id: "identity.startPasskey",
  method: "POST",
  path: "/api/v1/me/passkeys/options",
  activity: "identity.account",
  who: "person",
  summary: "WebAuthn creation options for a new passkey.",
  body: z.strictObject({}),
  response: creationOptions,
});

export const addPasskey = route({
  id: "identity.addPasskey",
  method: "POST",
  path: "/api/v1/me/passkeys",
  activity: "identity.account",
  who: "person",
  summary: "Register the passkey that the browser made.",
  body: z.strictObject({
    name: oneLine(60),
    response: z.record(z.string(), z.unknown()),
  }),
  status: 201,
  response: z.object({ id: identity.passkeys("id", z.string()) }),
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
