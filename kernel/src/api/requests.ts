import { everyColumn, plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as kernel from "./columns.ts";

export const text = plain(
  "The product's own words.",
  z.object({ nb: z.string(), sv: z.string(), en: z.string() }),
);
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
  at: kernel.requestTrail("at", instant),
  step: kernel.requestTrail("step", z.string()),
  by: kernel.requestTrail("by_role", z.enum(["person", "privacy-officer", "operator", "system"])),
  rows: kernel.requestTrail("rows", z.number().int()).optional(),
});

/** A request as whoever made it sees it. */
export const request = z.object({
  id: kernel.requests("id", z.uuid()),
  number: kernel.requests("number", z.number().int()),
  kind: kernel.requests("kind", kind),
  /** Who decides. */
  organisation: z.object({
    id: kernel.organisations("id", z.uuid()),
    name: kernel.organisations("name", z.string()),
  }),
  /** `account`: it is about the account, and the operator answers. */
  about: kernel.requests(
    ["member_id", "person_id", "address"],
    z.enum(["membership", "account", "address"]),
  ),
  made: kernel.requests("made", z.enum(["signed-in", "address", "staff"])),
  identityCheck: kernel.requests(
    "identity_check",
    z.enum(["session", "verified-address", "document", "known-in-person", "called-back"]),
  ),
  /** Absent when the person was erased. */
  wish: kernel.requests("wish", wish).optional(),
  proofWanted: kernel.requests("proof_wanted", z.string()).optional(),
  receivedAt: kernel.requests("received_at", instant),
  /** The last second of the deadline. */
  dueAt: kernel.requests("due_at", instant),
  extendedAt: kernel.requests("extended_at", instant).optional(),
  extensionReason: kernel.requests("extension_reason", z.string()).optional(),
  passedOnTo: kernel.organisations("name", z.string()).optional(),
  state: kernel.requests("state", z.enum(["received", "answered", "cancelled"])),
  decision: kernel.requests("decision", decision).optional(),
  reasonCode: kernel.requests("reason_code", reasonCode).optional(),
  reason: kernel.requests("reason", z.string()).optional(),
  answeredAt: kernel.requests("answered_at", instant).optional(),
  /** A file is to be fetched until then. */
  fileUntil: kernel.requests("file_until", instant).optional(),
  liftsAt: kernel.requests("lifts_at", instant).optional(),
  liftedAt: kernel.requests("lifted_at", instant).optional(),
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
  response: z.object({
    id: kernel.requests("id", z.uuid()),
    state: kernel.requests("state", z.enum(["received", "answered"])),
  }),
});

/** `schema.table`. */
export const tableName = plain("The name of a table.", z.string());

const planned = z.object({
  table: tableName,
  /** What its rows are to the person. */
  title: text,
  does: everyColumn(z.enum(["delete", "anonymise", "lock", "kept-by-hold"])),
  rows: everyColumn(z.number().int()),
  /** By which law, in the organisation's country, and until when at the latest. */
  article: plain("An article of a law.", z.string()).optional(),
  until: everyColumn(instant).optional(),
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

/** A copy of one's data. */
export const copy = {
  media: ["application/zip", "application/json"],
  shows: everyColumn(z.unknown()),
} as const;

export const requestFile = route({
  ...common,
  id: "kernel.requestFile",
  method: "GET",
  path: "/api/v1/privacy/requests/:request/file",
  summary:
    "The copy that was asked for, made while it is sent, until `fileUntil`; for whoever signed in just now.",
  params: oneRequest,
  file: copy,
});

export const trailStep = step;
