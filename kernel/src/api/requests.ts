import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";

export const text = z.object({ nb: z.string(), sv: z.string(), en: z.string() });
export const instant = z.iso.datetime({ offset: true });
export const kind = z.enum([
  "access",
  "rectification",
  "erasure",
  "restriction",
  "objection",
  "portability",
  "withdrawal",
]);
export const decision = z.enum(["granted", "partly", "refused"]);
export const reasonCode = z.enum([
  "not-identified",
  "nothing-stored",
  "law-keeps",
  "legal-claims",
  "rights-of-others",
  "still-needed",
  "overriding-grounds",
  "accurate",
  "excessive",
  "other",
]);
export const freeText = z.string().trim().min(1).max(2000);

/** What is asked for. Withdrawal of a consent is no request: it is done where the consent stands. */
export const wish = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("access") }),
  z.strictObject({ kind: z.literal("portability") }),
  z.strictObject({
    kind: z.literal("rectification"),
    /** Where it stands, in the person's words. */
    record: z.string().trim().min(1).max(200),
    wrong: freeText,
    right: freeText,
  }),
  z.strictObject({
    kind: z.literal("erasure"),
    /** The account too, when the organisation is the last that it is used at. */
    account: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal("restriction"),
    /** GDPR Art. 18(1)(a) to (d). */
    ground: z.enum(["accuracy-contested", "unlawful", "legal-claims", "objection-pending"]),
    note: freeText.optional(),
  }),
  z.strictObject({
    kind: z.literal("objection"),
    /** An activity's id; or `direct-marketing` or `profiling`, which end at once and everywhere. */
    to: z.string().min(1).max(100),
    note: freeText.optional(),
  }),
]);

const step = z.object({
  at: instant,
  step: z.string(),
  by: z.enum(["person", "privacy-officer", "operator", "system"]),
  rows: z.number().int().optional(),
});

/** A request as whoever made it sees it. */
export const request = z.object({
  id: z.uuid(),
  number: z.number().int(),
  kind,
  /** Who decides. */
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  /** `account`: it is about the account, and the operator answers. */
  about: z.enum(["membership", "account", "address"]),
  made: z.enum(["signed-in", "address", "staff"]),
  identityCheck: z.enum([
    "session",
    "verified-address",
    "document",
    "known-in-person",
    "called-back",
  ]),
  /** Absent when the person was erased. */
  wish: wish.optional(),
  proofWanted: z.string().optional(),
  receivedAt: instant,
  /** The last second of the deadline. */
  dueAt: instant,
  extendedAt: instant.optional(),
  extensionReason: z.string().optional(),
  passedOnTo: z.string().optional(),
  state: z.enum(["received", "answered", "cancelled"]),
  decision: decision.optional(),
  reasonCode: reasonCode.optional(),
  reason: z.string().optional(),
  answeredAt: instant.optional(),
  /** A file is to be fetched until then. */
  fileUntil: instant.optional(),
  liftsAt: instant.optional(),
  liftedAt: instant.optional(),
});

const common = { activity: "kernel.answer-rights", who: "person" } as const;
export const oneRequest = z.strictObject({ request: z.uuid() });

export const requests = route({
  ...common,
  id: "kernel.requests",
  method: "GET",
  path: "/api/v1/privacy/requests",
  summary: "One's own data-protection requests, newest first, each with its deadline.",
  query: pageQuery,
  response: pageOf(request),
});

export const readRequest = route({
  ...common,
  id: "kernel.request",
  method: "GET",
  path: "/api/v1/privacy/requests/:request",
  summary: "One of one's own requests, with what was done about it.",
  params: oneRequest,
  response: request.extend({ trail: z.array(step) }),
});

export const makeRequest = route({
  ...common,
  id: "kernel.makeRequest",
  method: "POST",
  path: "/api/v1/privacy/requests",
  summary:
    "Ask for access, rectification, erasure, restriction or portability, or object; of an organisation one belongs to, or about the account. What needs no weighing is done at once.",
  body: z.strictObject({ organisation: z.uuid().optional(), wish }),
  status: 201,
  response: z.object({ id: z.uuid(), state: z.enum(["received", "answered"]) }),
});

const planned = z.object({
  /** `schema.table`. */
  table: z.string(),
  /** What its rows are to the person. */
  title: text,
  does: z.enum(["delete", "anonymise", "lock", "kept-by-hold"]),
  rows: z.number().int(),
  /** By which law, in the organisation's country, and until when at the latest. */
  article: z.string().optional(),
  until: instant.optional(),
});
export const plan = z.object({ plan: z.array(planned) });

export const ownErasurePlan = route({
  ...common,
  id: "kernel.ownErasurePlan",
  method: "GET",
  path: "/api/v1/privacy/erasure-plan",
  summary: "What an erasure would delete, anonymise and keep by law, before it is asked for.",
  query: z.strictObject({
    organisation: z.uuid().optional(),
    /** The account too, with the last membership. */
    account: z.stringbool().default(false),
  }),
  response: plan,
});

export const cancelRequest = route({
  ...common,
  id: "kernel.cancelRequest",
  method: "DELETE",
  path: "/api/v1/privacy/requests/:request",
  summary: "Take one's own request back, while it is not answered.",
  params: oneRequest,
});

export const liftOwnRestriction = route({
  ...common,
  id: "kernel.liftOwnRestriction",
  method: "POST",
  path: "/api/v1/privacy/requests/:request/lift",
  summary: "End the restriction that this request brought, at once.",
  params: oneRequest,
});

/** What a copy of one's data comes as. */
export const copyMedia = ["application/zip", "application/json"] as const;

export const requestFile = route({
  ...common,
  id: "kernel.requestFile",
  method: "GET",
  path: "/api/v1/privacy/requests/:request/file",
  summary:
    "The copy that was asked for, made while it is sent, until `fileUntil`; for whoever signed in just now.",
  params: oneRequest,
  file: copyMedia,
});

export const trailStep = step;
