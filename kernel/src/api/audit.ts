import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as kernel from "./columns.ts";
import { instant, text } from "./requests.ts";

const base = "/api/v1/organisations/:organisation/privacy/audit" as const;
const common = { activity: "kernel.read-audit", who: "privacy-officer" } as const;
const inOrganisation = z.strictObject({ organisation: z.uuid() });

/** Who does something, as far as a list can be narrowed by it. */
export const actors = [
  "person",
  "member",
  "administrator",
  "privacy-officer",
  "operator",
  "job",
  "command",
] as const;
const by = z.enum(actors);

export const auditTrail = route({
  ...common,
  id: "kernel.auditTrail",
  method: "GET",
  path: base,
  summary:
    "Who did what to the organisation's data and settings, or looked up what about whom, newest first; the operator also reads what its staff did. Without values.",
  params: inOrganisation,
  query: pageQuery.extend({
    /** Only what was done by these. */
    by: by.optional(),
  }),
  response: pageOf(
    z.object({
      id: plain("A number of the entry.", z.uuid()),
      at: kernel.auditContents("at", instant),
      by: kernel.auditContents("by_role", by),
      /** Absent: of another organisation, erased since, or nobody. */
      who: kernel.memberships("name", z.string()).optional(),
      /** The operation's id, or the job's or command's name. */
      action: kernel.auditContents("action", z.string()),
      /** What it was for. */
      purpose: text,
      about: kernel.memberships("name", z.string()).optional(),
      /** "done", or the code of the problem with which it was refused. */
      outcome: kernel.auditContents("outcome", z.string()),
    }),
  ),
});

export const auditState = route({
  ...common,
  id: "kernel.auditState",
  method: "GET",
  path: `${base}/state`,
  summary: "How the last verification of the whole installation's audit trail ended.",
  params: inOrganisation,
  response: z.object({
    /** Absent: there was none yet. */
    checked: z
      .object({
        at: kernel.auditChecks("at", instant),
        entries: kernel.auditChecks("entries", z.number().int()),
        /** The first entry that is not proved. */
        broken: kernel.auditChecks("broken_number", z.number().int()).optional(),
      })
      .optional(),
  }),
});
