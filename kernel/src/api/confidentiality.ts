import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as kernel from "./columns.ts";
import { instant, text } from "./requests.ts";

const base = "/api/v1/operator/confidentiality" as const;

export const confidentiality = route({
  id: "kernel.confidentiality",
  method: "GET",
  path: base,
  activity: "kernel.bind-staff",
  who: "person",
  summary:
    "The confidentiality declaration, for the operator's staff, and when one signed it. Without it they see nothing of anyone.",
  response: z.object({
    version: plain("A version of the declaration.", z.number().int()),
    text,
    /** Absent: it has to be signed. */
    signedAt: kernel.confidentiality("signed_at", instant).optional(),
  }),
});

export const signConfidentiality = route({
  id: "kernel.signConfidentiality",
  method: "PUT",
  path: base,
  activity: "kernel.bind-staff",
  who: "person",
  summary: "Sign the declaration in this version with one's account; safe to repeat.",
  body: z.strictObject({ version: z.number().int().min(1).max(10_000) }),
});

export const boundStaff = route({
  id: "kernel.boundStaff",
  method: "GET",
  path: `${base}/staff`,
  activity: "kernel.bind-staff",
  who: "operator",
  summary: "Who of the operator's staff has signed the declaration, and when.",
  query: pageQuery,
  response: pageOf(
    z.object({
      id: kernel.memberships("id", z.uuid()),
      name: kernel.memberships("name", z.string()),
      /** Absent: not this version, and so they see nothing of anyone. */
      signedAt: kernel.confidentiality("signed_at", instant).optional(),
    }),
  ),
});
