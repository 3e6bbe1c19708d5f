import { everyColumn, plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as kernel from "./columns.ts";
import { freeText, instant, tableName, text } from "./requests.ts";

const base = "/api/v1/organisations/:organisation/privacy" as const;
const common = { activity: "kernel.run-privacy-desk", who: "privacy-officer" } as const;
const inOrganisation = z.strictObject({ organisation: z.uuid() });

const table = z.object({ table: tableName, title: text });

/** A legal hold in force. */
export const hold = z.object({
  id: kernel.holds("id", z.uuid()),
  /** Whose data it keeps; absent: everybody's. */
  person: z
    .object({
      id: kernel.holds("member_id", z.uuid()),
      name: kernel.memberships("name", z.string()),
    })
    .optional(),
  /** What it keeps; absent: everything. */
  table: table.optional(),
  reason: kernel.holds("reason", z.string()),
  /** Absent when whoever placed it was erased. */
  placedBy: kernel.memberships("name", z.string()).optional(),
  placedAt: kernel.holds("placed_at", instant),
  until: kernel.holds("until", instant),
});

export const holds = route({
  ...common,
  id: "kernel.holds",
  method: "GET",
  path: `${base}/holds`,
  summary: "The legal holds in force: what is deleted by nobody, why, placed by whom, until when.",
  params: inOrganisation,
  query: pageQuery,
  response: pageOf(hold),
});

export const holdableTables = route({
  ...common,
  id: "kernel.holdableTables",
  method: "GET",
  path: `${base}/holdable-tables`,
  summary: "What a legal hold can be limited to.",
  params: inOrganisation,
  response: z.object({ tables: z.array(table) }),
});

export const placeHold = route({
  ...common,
  id: "kernel.placeHold",
  method: "POST",
  path: `${base}/holds`,
  summary:
    "Place a legal hold on one person's data or everybody's, in one table or all: until it ends, neither retention nor an erasure nor anybody else deletes it.",
  params: inOrganisation,
  body: z.strictObject({
    /** `identity.people`'s id. */
    person: z.uuid().optional(),
    /** `kernel.holdableTables`' table. */
    table: z.string().max(100).optional(),
    reason: freeText,
    /** In the future, ten years ahead at most; it can be placed anew. */
    until: instant,
  }),
  status: 201,
  response: z.object({ id: kernel.holds("id", z.uuid()) }),
});

export const liftHold = route({
  ...common,
  id: "kernel.liftHold",
  method: "DELETE",
  path: `${base}/holds/:hold`,
  summary: "Lift a legal hold, at once: what is past its time goes within a minute.",
  params: inOrganisation.extend({ hold: z.uuid() }),
});

export const ledger = route({
  ...common,
  id: "kernel.ledger",
  method: "GET",
  path: `${base}/ledger`,
  summary:
    "What went, newest first: how many rows of which table, under which rule and when. Without personal data.",
  params: inOrganisation,
  query: pageQuery.extend({
    /** Only what went for this reason. */
    cause: z.enum(["retention", "erasure", "agreement-ended", "restore"]).optional(),
  }),
  response: pageOf(
    z.object({
      id: kernel.retentionLedger("id", z.uuid()),
      at: kernel.retentionLedger("at", instant),
      table: tableName,
      /** Absent for a table without personal data. */
      title: text.optional(),
      /** As declared when it went, such as `period:at:90`. */
      rule: kernel.retentionLedger("rule", z.string()),
      why: text,
      cause: kernel.retentionLedger(
        "cause",
        z.enum(["retention", "erasure", "agreement-ended", "restore"]),
      ),
      rows: kernel.retentionLedger("rows", z.number().int()),
    }),
  ),
});

export const withheld = route({
  ...common,
  id: "kernel.withheld",
  method: "GET",
  path: `${base}/withheld`,
  summary:
    "What is past its time and kept because somebody it is about is under restriction (GDPR Art. 18), by table and rule: it goes when the restriction is lifted. Without personal data.",
  params: inOrganisation,
  response: z.object({
    tables: z.array(
      z.object({
        table: tableName,
        /** Absent for a table without personal data. */
        title: text.optional(),
        /** As declared, such as `period:at:90`. */
        rule: plain("A rule, as declared; of nobody.", z.string()),
        why: text,
        rows: everyColumn(z.number().int()),
        /** When the time of the first of them was up. */
        since: everyColumn(instant),
      }),
    ),
  }),
});
