import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as kernel from "./columns.ts";
import { freeText, instant } from "./requests.ts";

const base = "/api/v1/organisations/:organisation/privacy" as const;
const common = { activity: "kernel.account-for", who: "privacy-officer" } as const;
const inOrganisation = z.strictObject({ organisation: z.uuid() });
const ofBreach = inOrganisation.extend({ breach: z.uuid() });
const title = z.string().trim().min(1).max(200);
const recordedBy = kernel.memberships("name", z.string()).optional();
const kind = z.enum(["risk", "audit", "dpia", "procedure"]);

export const assessments = route({
  ...common,
  id: "kernel.assessments",
  method: "GET",
  path: `${base}/assessments`,
  summary:
    "Risk assessments, security audits, data-protection impact assessments and procedures on record, newest first, each with when it is due again.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(
    z.object({
      id: kernel.assessments("id", z.uuid()),
      kind: kernel.assessments("kind", kind),
      title: kernel.assessments("title", z.string()),
      outcome: kernel.assessments("outcome", z.string()),
      madeOn: kernel.assessments("made_on", z.iso.date()),
      nextOn: kernel.assessments("next_on", z.iso.date()).optional(),
      /** The day on which it was due again has passed. */
      due: kernel.assessments("next_on", z.boolean()),
      recordedBy,
    }),
  ),
});

export const addAssessment = route({
  ...common,
  id: "kernel.addAssessment",
  method: "POST",
  path: `${base}/assessments`,
  summary:
    "Put an assessment, audit or procedure on record. It is not changed afterwards; a later one takes its place.",
  params: inOrganisation,
  body: z.strictObject({
    kind,
    title,
    outcome: freeText,
    madeOn: z.iso.date(),
    nextOn: z.iso.date().optional(),
  }),
  status: 201,
  response: z.object({ id: kernel.assessments("id", z.uuid()) }),
});

export const breaches = route({
  ...common,
  id: "kernel.breaches",
  method: "GET",
  path: `${base}/breaches`,
  summary: "Personal-data breaches on record, newest first, each with its deadline (GDPR Art. 33).",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(
    z.object({
      id: kernel.breaches("id", z.uuid()),
      title: kernel.breaches("title", z.string()),
      what: kernel.breaches("what", z.string()),
      awareAt: kernel.breaches("aware_at", instant),
      /** When the supervisory authority has to be told at the latest. */
      dueAt: kernel.breaches("due_at", instant),
      highRisk: kernel.breaches("high_risk", z.boolean()),
      affected: kernel.breaches("affected", z.number().int()).optional(),
      measures: kernel.breaches("measures", z.string()).optional(),
      authorityToldAt: kernel.breaches("authority_told_at", instant).optional(),
      authorityReason: kernel.breaches("authority_reason", z.string()).optional(),
      personsToldAt: kernel.breaches("persons_told_at", instant).optional(),
      personsReason: kernel.breaches("persons_reason", z.string()).optional(),
      closedAt: kernel.breaches("closed_at", instant).optional(),
      /** The authority was not told in time, and no reason is given. */
      overdue: kernel.breaches(["due_at", "authority_told_at"], z.boolean()),
      recordedBy,
    }),
  ),
});

export const addBreach = route({
  ...common,
  id: "kernel.addBreach",
  method: "POST",
  path: `${base}/breaches`,
  summary: "Put a breach on record. The clock runs from when the organisation became aware of it.",
  params: inOrganisation,
  body: z.strictObject({
    title,
    what: freeText,
    awareAt: instant,
    highRisk: z.boolean(),
    affected: z.number().int().min(0).max(100_000_000).optional(),
  }),
  status: 201,
  response: z.object({
    id: kernel.breaches("id", z.uuid()),
    dueAt: kernel.breaches("due_at", instant),
  }),
});

export const changeBreach = route({
  ...common,
  id: "kernel.changeBreach",
  method: "PATCH",
  path: `${base}/breaches/:breach`,
  summary:
    "Say what was done about a breach: measures, when the authority and the persons were told, or why not. What is not named stays.",
  params: ofBreach,
  body: z.strictObject({
    highRisk: z.boolean().optional(),
    affected: z.number().int().min(0).max(100_000_000).optional(),
    measures: freeText.optional(),
    authorityToldAt: instant.optional(),
    authorityReason: freeText.optional(),
    personsToldAt: instant.optional(),
    personsReason: freeText.optional(),
  }),
});

export const closeBreach = route({
  ...common,
  id: "kernel.closeBreach",
  method: "POST",
  path: `${base}/breaches/:breach/closing`,
  summary:
    "Close a breach. Refused while the authority, or at high risk the persons, were not told without a reason, and when they were told late without one.",
  params: ofBreach,
});
