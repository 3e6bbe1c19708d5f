import { route } from "@terskel/platform/contract";
import { z } from "zod";
import { language, name, email, phone, instant, organisation, role } from "./words.ts";

export const me = route({
  id: "identity.me",
  method: "GET",
  path: "/api/v1/me",
  activity: "identity.account",
  who: "person",
  summary: "The signed-in person, and the organisations they belong to.",
  response: z.object({
    id: z.uuid(),
    name: z.string(),
    dateOfBirth: z.iso.date().optional(),
    email: z.string().optional(),
    emailVerified: z.boolean(),
    phone: z.string().optional(),
    phoneVerified: z.boolean(),
    language: language.optional(),
    hasPicture: z.boolean(),
    /** Changes when the picture changes; to be put in the picture's address. */
    pictureVersion: z.string().optional(),
    lastEidAt: instant.optional(),
    eidConnected: z.boolean(),
    memberships: z.array(
      z.object({
        id: z.uuid(),
        role,
        privacyOfficer: z.boolean(),
        organisation,
        isOperator: z.boolean(),
      }),
    ),
  }),
});

export const correctMe = route({
  id: "identity.correctMe",
  method: "PATCH",
  path: "/api/v1/me",
  activity: "identity.account",
  who: "person",
  summary:
    "Correct one's own name (unless an eID gave it), telephone and language. A new e-mail or telephone counts once its code is given.",
  body: z.strictObject({
    name: name.optional(),
    language: language.optional(),
  }),
});

export const requestContactChange = route({
  id: "identity.requestContactChange",
  method: "POST",
  path: "/api/v1/me/contact",
  activity: "identity.account",
  who: "person",
  summary:
    "Change e-mail or telephone: a code goes to the new address, which counts once the code is given.",
  body: z.discriminatedUnion("channel", [
    z.strictObject({ channel: z.literal("email"), email }),
    z.strictObject({ channel: z.literal("sms"), phone }),
  ]),
  response: z.object({ code: z.uuid(), expiresAt: instant }),
  status: 202,
});

export const confirmContactChange = route({
  id: "identity.confirmContactChange",
  method: "POST",
  path: "/api/v1/me/contact/code",
  activity: "identity.account",
  who: "person",
  summary: "Confirm the new e-mail or telephone with its code.",
  body: z.strictObject({
    code: z.uuid(),
    digits: z
      .string()
      .trim()
      .regex(/^\d{6}$/),
  }),
});

export const putPicture = route({
  id: "identity.putPicture",
  method: "PUT",
  path: "/api/v1/me/picture",
  activity: "identity.account",
  who: "person",
  summary:
    "Upload a profile picture: JPEG, PNG or WebP as base64. It is re-encoded; its metadata is not kept.",
  body: z.strictObject({ image: z.base64().max(7_000_000) }),
  bodyLimitBytes: 7_500_000,
});

export const getPicture = route({
  id: "identity.getPicture",
  method: "GET",
  path: "/api/v1/me/picture",
  activity: "identity.account",
  who: "person",
  summary: "One's own profile picture.",
  raw: { status: 200, media: ["image/webp"] },
  /** The picture's version, so that a changed picture has another address. */
  query: z.strictObject({ v: z.string().max(64).optional() }),
});

export const deletePicture = route({
  id: "identity.deletePicture",
  method: "DELETE",
  path: "/api/v1/me/picture",
  activity: "identity.account",
  who: "person",
  summary: "Remove one's own profile picture.",
});
