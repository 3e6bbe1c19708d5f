import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as kernel from "./columns.ts";
import { freeText, instant, text } from "./requests.ts";

const base = "/api/v1/organisations/:organisation/privacy/advisers" as const;
const desk = { activity: "kernel.run-privacy-desk", who: "privacy-officer" } as const;
const inOrganisation = z.strictObject({ organisation: z.uuid() });
const line = z.string().trim().min(1).max(120);

export const adviserKind = z.enum(["adviser", "auditor", "lawyer", "it-consultant"]);
/** `invited`: the confidentiality declaration is not signed yet, and so nothing is seen. */
export const adviceState = z.enum(["invited", "begins", "in-force", "over"]);
/** So many days an adviser may look at the most. */
export const adviserDays = 90;

const purposeId = plain("An activity that the product declares.", z.string());

export const purposes = route({
  ...desk,
  id: "kernel.purposes",
  method: "GET",
  path: "/api/v1/organisations/:organisation/privacy/purposes",
  summary: "The purposes for which the organisation has data of its people used.",
  params: inOrganisation,
  response: z.object({ items: z.array(z.object({ id: purposeId, text })) }),
});

export const advisers = route({
  ...desk,
  id: "kernel.advisers",
  method: "GET",
  path: base,
  summary:
    "Advisers, auditors, lawyers and IT consultants with a time-limited look at the organisation's data, newest first: who, for which need, of what and of whom, from when until when.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(
    z.object({
      id: kernel.advisers("id", z.uuid()),
      name: kernel.advisers("name", z.string()),
      firm: kernel.advisers("firm", z.string()),
      email: kernel.advisers("email", z.string()),
      kind: kernel.advisers("kind", adviserKind),
      need: kernel.advisers("need", z.string()),
      purposes: z.array(z.object({ id: kernel.advisers("activities", z.string()), text })),
      everyone: kernel.advisers("everyone", z.boolean()),
      /** Whose data, when not everyone's. */
      persons: z.array(
        z.object({
          id: kernel.adviserMembers("member_id", z.uuid()),
          name: kernel.memberships("name", z.string()),
        }),
      ),
      firstDay: kernel.advisers("begins_at", z.iso.date()),
      lastDay: kernel.advisers("ends_at", z.iso.date()),
      endedAt: kernel.advisers("ended_at", instant).optional(),
      state: kernel.advisers(["begins_at", "ends_at", "ended_at", "signed_at"], adviceState),
      signedAt: kernel.advisers("signed_at", instant).optional(),
      /** The last attempt to read without the right to. */
      refusedAt: kernel.advisers("refused_at", instant).optional(),
    }),
  ),
});

export const addAdviser = route({
  ...desk,
  id: "kernel.addAdviser",
  method: "POST",
  path: base,
  summary: `Invite an adviser by e-mail, for a need, some purposes, and at most ${adviserDays} days. They sign a confidentiality declaration first, and can only read.`,
  params: inOrganisation,
  body: z.strictObject({
    name: line,
    firm: line,
    email: z.email().max(254),
    kind: adviserKind,
    need: freeText,
    purposes: z.array(line).min(1).max(60),
    /** Whose data; absent: everyone's. */
    persons: z.array(z.uuid()).min(1).max(100).optional(),
    firstDay: z.iso.date(),
    lastDay: z.iso.date(),
  }),
  status: 201,
  response: z.object({ id: kernel.advisers("id", z.uuid()) }),
});

export const endAdviser = route({
  ...desk,
  id: "kernel.endAdviser",
  method: "POST",
  path: `${base}/:adviser/ending`,
  summary: "End an adviser's look at the data now. Safe to repeat.",
  params: inOrganisation.extend({ adviser: z.uuid() }),
});
