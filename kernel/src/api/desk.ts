import { everyColumn } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as kernel from "./columns.ts";
import {
  copy,
  decision,
  freeText,
  instant,
  plan,
  reasonCode,
  request,
  trailStep,
  wish,
} from "./requests.ts";

const desk = "/api/v1/organisations/:organisation/privacy/requests" as const;
const looking = { activity: "kernel.run-privacy-desk", who: "privacy-officer" } as const;
const deciding = { activity: "kernel.answer-rights", who: "privacy-officer" } as const;
const inOrganisation = z.strictObject({ organisation: z.uuid() });
const ofDesk = inOrganisation.extend({ request: z.uuid() });

/** A request as the privacy desk sees it. */
export const deskRequest = request.extend({
  /** Who asks; absent when they were erased. */
  person: z
    .object({
      name: everyColumn(kernel.memberships("name", z.string())).optional(),
      email: everyColumn(kernel.memberships("email", z.string())).optional(),
      phone: everyColumn(kernel.memberships("phone", z.string())).optional(),
    })
    .optional(),
  overdue: kernel.requests("due_at", z.boolean()),
  /** It was passed on to this organisation by another, for which it carries it out. */
  onBehalf: kernel.requests("forwarded_to", z.boolean()),
});

export const deskRequests = route({
  ...looking,
  id: "kernel.deskRequests",
  method: "GET",
  path: desk,
  summary:
    "The requests that the organisation has to answer, the most urgent first; closed ones, the newest first; those that restrict, the oldest first.",
  params: inOrganisation,
  query: pageQuery.extend({
    /** `restricting`: those by which a restriction stands now, since `answeredAt`. */
    state: z.enum(["open", "closed", "restricting"]).default("open"),
  }),
  response: pageOf(deskRequest),
});

export const readDeskRequest = route({
  ...looking,
  id: "kernel.deskRequest",
  method: "GET",
  path: `${desk}/:request`,
  summary: "One request, with what was done about it and what can be done now.",
  params: ofDesk,
  response: deskRequest.extend({
    trail: z.array(trailStep),
    can: z.object({
      decide: kernel.requests("state", z.boolean()),
      extend: kernel.requests("extended_at", z.boolean()),
      passOn: kernel.requests("forwarded_to", z.boolean()),
      /** Download the copy, and hand it to the caller, who has no e-mail address to fetch it by. */
      handOver: everyColumn(kernel.requests("file_until", z.boolean())),
      lift: kernel.requests("lifts_at", z.boolean()),
    }),
  }),
});

export const deskErasurePlan = route({
  ...looking,
  id: "kernel.deskErasurePlan",
  method: "GET",
  path: `${desk}/:request/erasure-plan`,
  summary: "What the erasure that was asked for would delete, anonymise and keep by law.",
  params: ofDesk,
  response: plan,
});

export const enterRequest = route({
  ...deciding,
  id: "kernel.enterRequest",
  method: "POST",
  path: desk,
  summary:
    "Enter a request for somebody who called, wrote or came, with how it was made sure who it is.",
  params: inOrganisation,
  body: z.strictObject({
    /** `identity.people`'s id: one of the organisation's people. */
    person: z.uuid(),
    identityCheck: z.enum(["document", "known-in-person", "called-back"]),
    language: z.enum(["nb", "sv", "en"]),
    wish,
  }),
  status: 201,
  response: z.object({ id: kernel.requests("id", z.uuid()) }),
});

export const deskFile = route({
  ...deciding,
  id: "kernel.deskFile",
  method: "GET",
  path: `${desk}/:request/file`,
  summary:
    "The copy that a caller without an e-mail address asked for, to be handed to them; for an officer who signed in just now.",
  params: ofDesk,
  file: copy,
});

export const askProof = route({
  ...deciding,
  id: "kernel.askProof",
  method: "POST",
  path: `${desk}/:request/proof`,
  summary: "Ask the person for more proof of who they are; they are told, and the deadline stays.",
  params: ofDesk,
  body: z.strictObject({ wanted: freeText }),
});

export const extendRequest = route({
  ...deciding,
  id: "kernel.extendRequest",
  method: "POST",
  path: `${desk}/:request/extension`,
  summary: "Take two months more, once, with a reason, within the first month; the person is told.",
  params: ofDesk,
  body: z.strictObject({ reason: freeText }),
  response: z.object({ dueAt: kernel.requests("due_at", instant) }),
});

export const passOnRequest = route({
  ...deciding,
  id: "kernel.passOnRequest",
  method: "POST",
  path: `${desk}/:request/passing-on`,
  summary:
    "As an employer, pass the request on to the operator, who carries it out; the person is told.",
  params: ofDesk,
});

export const decideRequest = route({
  ...deciding,
  id: "kernel.decideRequest",
  method: "POST",
  path: `${desk}/:request/decision`,
  summary: "Grant, grant in part, or refuse; it is carried out, and the person gets a letter.",
  params: ofDesk,
  body: z.strictObject({
    decision,
    reasonCode: reasonCode.optional(),
    reason: freeText.optional(),
  }),
});

export const liftRestriction = route({
  ...deciding,
  id: "kernel.liftRestriction",
  method: "POST",
  path: `${desk}/:request/lift`,
  summary: "Have a restriction end in so many days; the person is told now.",
  params: ofDesk,
  body: z.strictObject({ days: z.number().int().min(1).max(30).default(7) }),
  response: z.object({ liftsAt: kernel.requests("lifts_at", instant) }),
});
