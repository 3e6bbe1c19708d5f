import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as kernel from "./columns.ts";
import { instant, tableName, text } from "./requests.ts";

const operator = { activity: "kernel.administer-organisations", who: "operator" } as const;
const desk = { activity: "kernel.run-privacy-desk", who: "privacy-officer" } as const;
const one = "/api/v1/operator/organisations/:organisation/agreement" as const;
const reports = "/api/v1/operator/ended-agreements" as const;
const privacy = "/api/v1/organisations/:organisation/privacy" as const;
const inOrganisation = z.strictObject({ organisation: z.uuid() });

const lastDay = z.iso.date();
/** D12: at the latest within six months after the agreement's end. */
const months = z.int().min(0).max(6);

const plainCount = (schema: z.ZodNumber) =>
  plain("How many rows there are, or were; of nobody.", schema);
const plainRule = <S extends z.ZodType>(schema: S) =>
  plain("A rule, as declared; of nobody.", schema);

const organisation = z.object({
  id: kernel.organisations("id", z.uuid()),
  name: kernel.organisations("name", z.string()),
  number: kernel.organisations("number", z.string()),
  country: kernel.organisations("country", z.enum(["NO", "SE"])),
  kind: kernel.organisations("kind", z.enum(["housing", "office", "shop", "employer"])),
});
const dates = z.object({
  endsAt: kernel.organisations("agreement_ends_at", instant),
  dataGoesAt: kernel.organisations("data_goes_at", instant),
});

/** What the end does, or did, to the rows of one table. */
const line = z.object({
  table: tableName,
  /** Absent for a table without personal data. */
  title: text.optional(),
  does: plainRule(z.enum(["delete", "lock", "kept-by-hold", "kept-by-restriction"])),
  rows: plainCount(z.number().int()),
  /** As declared, such as `while:agreement`. */
  rule: plainRule(z.string()),
  why: text,
  /** For `delete`: when it goes, at the latest; absent while no end is set. */
  on: kernel.organisations("data_goes_at", instant).optional(),
  /** For `lock`: the article of the law. */
  article: plainRule(z.string()).optional(),
  /** For what stays: until when. */
  until: plainRule(instant).optional(),
});

const agreementShape = z.object({
  organisation,
  /** So many months after the end the data goes, as agreed. */
  agreedMonths: kernel.organisations("agreed_months", z.number().int()),
  /** The last second of the agreement, and of its data; absent: no end is set. */
  ...dates.partial().shape,
  /** By the last day that was asked about. */
  asked: dates.optional(),
  ended: kernel.organisations("agreement_ends_at", z.boolean()),
  /** Rights requests that are not answered yet, and would end with the data. */
  openRequests: plainCount(z.number().int()),
  plan: z.array(line),
});

const ended = z.object({
  organisation,
  endedAt: kernel.endedAgreements("ended_at", instant),
  dataGoesAt: kernel.endedAgreements("data_goes_at", instant),
  /** When all was gone but what a law or a hold keeps; absent: not yet. */
  goneAt: kernel.endedAgreements("gone_at", instant).optional(),
});

const report = ended.extend({
  /** What went since the agreement ended. No personal data. */
  deleted: z.array(
    z.object({
      table: tableName,
      title: text.optional(),
      rule: kernel.retentionLedger("rule", z.string()),
      why: text,
      cause: kernel.retentionLedger(
        "cause",
        z.enum(["retention", "erasure", "agreement-ended", "restore"]),
      ),
      rows: kernel.retentionLedger("rows", z.number().int()),
      /** The last of it. */
      at: kernel.retentionLedger("at", instant),
    }),
  ),
  /** What is left now, and until when. */
  left: z.array(line),
});

export const agreement = route({
  ...operator,
  id: "kernel.agreement",
  method: "GET",
  path: one,
  summary:
    "An organisation's agreement, and what its end would delete or keep, table by table; with a last day in the query, as it would be by that.",
  params: inOrganisation,
  query: z.strictObject({
    lastDay: lastDay.optional(),
    months: z.coerce.number().pipe(months).optional(),
  }),
  response: agreementShape,
});

export const endAgreement = route({
  ...operator,
  id: "kernel.endAgreement",
  method: "PUT",
  path: one,
  summary:
    "Set the last day of an organisation's agreement, and how many months after it its data goes; its administrators and privacy officers are told. Safe to repeat; it can be changed until it has come.",
  params: inOrganisation,
  body: z.strictObject({ lastDay, months: months.optional() }),
  response: dates,
});

export const takeEndBack = route({
  ...operator,
  id: "kernel.takeEndBack",
  method: "DELETE",
  path: one,
  summary: "Take the end of an organisation's agreement back, before it has come.",
  params: inOrganisation,
});

export const endedAgreements = route({
  ...operator,
  id: "kernel.endedAgreements",
  method: "GET",
  path: reports,
  summary: "The agreements that have ended, the newest first; also of organisations that are gone.",
  query: pageQuery,
  response: pageOf(ended),
});

export const deletionReport = route({
  ...operator,
  id: "kernel.deletionReport",
  method: "GET",
  path: `${reports}/:organisation`,
  summary:
    "The deletion report of an organisation whose agreement has ended: what went, when and by which rule, and what is left. Without personal data.",
  params: inOrganisation,
  response: report,
});

export const ownAgreement = route({
  ...desk,
  id: "kernel.ownAgreement",
  method: "GET",
  path: `${privacy}/agreement`,
  summary: "When the organisation's agreement ends, and what then goes or stays.",
  params: inOrganisation,
  response: agreementShape,
});

export const ownDeletionReport = route({
  ...desk,
  id: "kernel.ownDeletionReport",
  method: "GET",
  path: `${privacy}/deletion-report`,
  summary:
    "The deletion report of one's own organisation, once its agreement has ended. Without personal data.",
  params: inOrganisation,
  response: report,
});
