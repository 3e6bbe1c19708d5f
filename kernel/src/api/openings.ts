import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as kernel from "./columns.ts";
import { opened, openQuery } from "./opened.ts";
import { instant, text } from "./requests.ts";
import { passedLabels } from "./suppliers.ts";

const base = "/api/v1/organisations/:organisation/privacy/persons" as const;
const staff = { activity: "kernel.open-person", who: "privacy-officer" } as const;
const inOrganisation = z.strictObject({ organisation: z.uuid() });

export const ownPurposes = route({
  ...staff,
  id: "kernel.ownPurposes",
  method: "GET",
  path: "/api/v1/organisations/:organisation/privacy/own-purposes",
  summary: "The purposes that the caller's role works for, and may open a person's data for.",
  params: inOrganisation,
  response: z.object({
    items: z.array(
      z.object({ id: plain("An activity that the product declares.", z.string()), text }),
    ),
  }),
});

export const openPerson = route({
  ...staff,
  id: "kernel.openPerson",
  method: "GET",
  path: `${base}/:person`,
  summary:
    "A person's data for one purpose that the caller works for: the columns that are declared for it, and no others. The person can see who opened it, and what for.",
  params: inOrganisation.extend({ person: z.uuid() }),
  // Without a purpose there is a clear answer, and nothing comes.
  query: openQuery.partial({ purpose: true }),
  response: opened,
});

export const openings = route({
  id: "kernel.openings",
  method: "GET",
  path: "/api/v1/privacy/mine/openings",
  activity: "kernel.answer-rights",
  who: "person",
  summary:
    "Who in their organisations opened the signed-in person's data: who, what for, which data and when, the newest first.",
  query: pageQuery,
  response: pageOf(
    z.object({
      id: plain("A number of the entry.", z.uuid()),
      at: kernel.openings("at", instant),
      /** Absent: they have been erased. */
      name: kernel.openings("opener", z.string()).optional(),
      organisation: kernel.organisations("name", z.string()),
      purpose: text,
      labels: z.array(kernel.openings("labels", z.enum(passedLabels))),
    }),
  ),
});
