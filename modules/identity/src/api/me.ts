import * as kernel from "@terskel/kernel/api/columns";
import { route } from "@terskel/platform/contract";
import { z } from "zod";
import * as identity from "./columns.ts";
import { codeSent, language, name, email, phone, instant, organisation, role } from "./words.ts";

const membership = z.object({
  id: kernel.memberships("id", z.uuid()),
  role: kernel.memberships("role", role),
  privacyOfficer: kernel.memberships("privacy_officer", z.boolean()),
  organisation,
  isOperator: kernel.organisations("kind", z.boolean()),
  /** The operator's staff: the confidentiality declaration has to be signed first. */
  mustSign: kernel.confidentiality("signed_at", z.boolean()),
  /** When the organisation's agreement ends or ended, and when its data goes; absent: it runs. */
  agreement: z
    .object({
      endsAt: kernel.organisations("agreement_ends_at", instant),
      dataGoesAt: kernel.organisations("data_goes_at", instant),
    })
    .optional(),
});

export const me = route({
  id: "identity.me",
  method: "GET",
  path: "/api/v1/me",
  activity: "identity.account",
  who: "person",
  summary: "The signed-in person, and the organisations they belong to.",
  response: z.object({
    id: identity.persons("id", z.uuid()),
    name: identity.persons("name", z.string()),
    dateOfBirth: identity.persons("date_of_birth", z.iso.date()).optional(),
    email: identity.persons("email", z.string()).optional(),
    emailVerified: identity.persons("email_verified_at", z.boolean()),
    phone: identity.persons("phone", z.string()).optional(),
    phoneVerified: identity.persons("phone_verified_at", z.boolean()),
    language: identity.persons("language", language).optional(),
    hasPicture: identity.pictures("person_id", z.boolean()),
    /** Changes when the picture changes; to be put in the picture's address. */
    pictureVersion: identity.pictures("version", z.string()).optional(),
    lastEidAt: identity.persons("last_eid_at", instant).optional(),
    eidConnected: identity.eidLogins("person_id", z.boolean()),
    /** Some organisation gives them, or gave them, a time-limited look at its data. */
    advises: kernel.advisers("person_id", z.boolean()),
    memberships: z.array(membership),
    /** In organisations whose agreement has ended: their privacy desk is open until the data goes. */
    ended: z.array(membership),
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
  response: codeSent,
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
  raw: { status: 200, media: ["image/webp"], shows: identity.pictures("image", z.unknown()) },
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
