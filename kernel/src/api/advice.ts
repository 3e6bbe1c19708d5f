import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import { adviceState, adviserKind } from "./advisers.ts";
import * as kernel from "./columns.ts";
import { opened, openQuery } from "./opened.ts";
import { instant, text } from "./requests.ts";

const base = "/api/v1/advice" as const;
const one = `${base}/:adviser` as const;
// Whose assignment it is, is asked by its rules: an adviser belongs to no organisation.
const own = { activity: "kernel.advise", who: "person" } as const;
const ofAdviser = z.strictObject({ adviser: z.uuid() });

const assignment = z.object({
  id: kernel.advisers("id", z.uuid()),
  organisation: kernel.organisations("name", z.string()),
  kind: kernel.advisers("kind", adviserKind),
  need: kernel.advisers("need", z.string()),
  purposes: z.array(z.object({ id: kernel.advisers("activities", z.string()), text })),
  firstDay: kernel.advisers("begins_at", z.iso.date()),
  lastDay: kernel.advisers("ends_at", z.iso.date()),
  state: kernel.advisers(["begins_at", "ends_at", "ended_at", "signed_at"], adviceState),
});

export const advice = route({
  ...own,
  id: "kernel.advice",
  method: "GET",
  path: base,
  summary: "What the signed-in person may look at as an adviser, for whom and how long.",
  query: pageQuery,
  response: pageOf(assignment),
});

export const oneAdvice = route({
  ...own,
  id: "kernel.oneAdvice",
  method: "GET",
  path: one,
  summary: "One assignment of the signed-in adviser, with the confidentiality declaration to sign.",
  params: ofAdviser,
  response: assignment.extend({
    declaration: z.object({
      version: plain("A version of the declaration.", z.number().int()),
      text,
      signedAt: kernel.advisers("signed_at", instant).optional(),
    }),
  }),
});

export const signAdvice = route({
  ...own,
  id: "kernel.signAdvice",
  method: "PUT",
  path: `${one}/confidentiality`,
  summary:
    "Sign the confidentiality declaration in this version for the assignment; safe to repeat.",
  params: ofAdviser,
  body: z.strictObject({ version: z.number().int().min(1).max(10_000) }),
});

export const advisedPersons = route({
  ...own,
  id: "kernel.advisedPersons",
  method: "GET",
  path: `${one}/persons`,
  summary:
    "Whose data the assignment covers, by name. Each person whose name is shown is told who saw it.",
  params: ofAdviser,
  query: pageQuery.extend({ search: z.string().trim().min(1).max(120).optional() }),
  response: pageOf(
    z.object({
      id: kernel.memberships("id", z.uuid()),
      name: kernel.memberships("name", z.string()),
    }),
  ),
});

export const openAdvised = route({
  ...own,
  id: "kernel.openAdvised",
  method: "GET",
  path: `${one}/persons/:person`,
  summary:
    "A person's data for one of the assignment's purposes: the columns that are declared for it, and no others. The person is told who saw it.",
  params: ofAdviser.extend({ person: z.uuid() }),
  query: openQuery,
  response: opened,
});
