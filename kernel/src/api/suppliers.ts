import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as kernel from "./columns.ts";
import { eeaCountries } from "./eea.ts";
import { labels } from "../labels.ts";
import type { Label } from "../labels.ts";
import { freeText, instant } from "./requests.ts";

const operator = { activity: "kernel.administer-suppliers", who: "operator" } as const;
const desk = { activity: "kernel.run-privacy-desk", who: "privacy-officer" } as const;
const base = "/api/v1/operator/suppliers" as const;
const one = `${base}/:supplier` as const;
const own = "/api/v1/organisations/:organisation/privacy/suppliers" as const;
const ofSupplier = z.strictObject({ supplier: z.uuid() });
const ofAgreement = ofSupplier.extend({ agreement: z.uuid() });

/** What a supplier can be for: the recipients of the declarations, and who keeps or runs it all. */
export const recipients = [
  "e-mail provider",
  "SMS provider",
  "storage provider",
  "server provider",
] as const;
/** What can be passed to a supplier: data about a person. */
export const passedLabels = Object.keys(labels).filter((each) => each !== "technical") as [
  Passed,
  ...Passed[],
];
type Passed = Exclude<Label, "technical">;

const country = z.enum(eeaCountries);
const recipient = z.enum(recipients);
const label = z.enum(passedLabels);
export const approvalState = z.enum(["named", "asked", "approved", "objected"]);
export const agreementState = z.enum(["in-force", "begins", "ended", "none"]);
const how = z.enum(["general", "specific"]);
/** They send, and are reached at a server of theirs. */
export const senders: readonly string[] = ["e-mail provider", "SMS provider"];
const documentName = z.string().trim().min(1).max(120);

const agreement = z.object({
  id: kernel.supplierAgreements("id", z.uuid()),
  firstDay: kernel.supplierAgreements("begins_at", z.iso.date()),
  /** Absent: it runs until it is ended. */
  lastDay: kernel.supplierAgreements("ends_at", z.iso.date()).optional(),
  state: kernel.supplierAgreements(["begins_at", "ends_at"], agreementState),
  document: kernel.supplierAgreements("document_name", z.string()).optional(),
});

/** A supplier, as the operator, the organisations and every notice know it. */
const supplier = z.object({
  id: kernel.suppliers("id", z.uuid()),
  name: kernel.suppliers("name", z.string()),
  number: kernel.suppliers("number", z.string()),
  country: kernel.suppliers("country", country),
  recipient: kernel.suppliers("recipient", recipient),
  labels: z.array(kernel.suppliers("labels", label)),
  /** The server that takes what is passed on; absent for storage and servers. */
  host: kernel.suppliers("host", z.string()).optional(),
  /** The agreement in force; else the next; else the last. */
  agreement: agreement.optional(),
  state: kernel.supplierAgreements(["begins_at", "ends_at"], agreementState),
});

export const suppliers = route({
  ...operator,
  id: "kernel.suppliers",
  method: "GET",
  path: base,
  summary: "The suppliers that get personal data, with the agreement of each.",
  query: pageQuery,
  response: pageOf(
    supplier.extend({
      /** Organisations that object, and that have yet to approve. */
      objections: kernel.supplierApprovals("state", z.number().int()),
      unanswered: kernel.supplierApprovals("state", z.number().int()),
    }),
  ),
});

export const addSupplier = route({
  ...operator,
  id: "kernel.addSupplier",
  method: "POST",
  path: base,
  summary:
    "Add a supplier; the organisations are asked, or are said to know it by their own agreements. Outside the EEA, or for storage outside the chosen country, is refused.",
  body: z.strictObject({
    name: z.string().trim().min(1).max(120),
    number: z.string().trim().min(2).max(40),
    /** ISO 3166-1; one outside the EEA is refused by name. */
    country: z.string().regex(/^[A-Z]{2}$/),
    recipient,
    labels: z.array(label).min(1).max(passedLabels.length),
    /** For who sends: the host name of SMTP_URL or SMS_URL. */
    host: z.string().trim().toLowerCase().max(253).optional(),
    /** The organisations' own agreements name this supplier already; else each is asked. */
    named: z.boolean().default(false),
  }),
  status: 201,
  response: z.object({ id: kernel.suppliers("id", z.uuid()) }),
});

export const oneSupplier = route({
  ...operator,
  id: "kernel.oneSupplier",
  method: "GET",
  path: one,
  summary: "One supplier with all its agreements.",
  params: ofSupplier,
  response: supplier.extend({ agreements: z.array(agreement) }),
});

export const supplierAnswers = route({
  ...operator,
  id: "kernel.supplierAnswers",
  method: "GET",
  path: `${one}/organisations`,
  summary: "What each organisation answers about a supplier.",
  params: ofSupplier,
  query: pageQuery,
  response: pageOf(
    z.object({
      organisation: z.object({
        id: kernel.organisations("id", z.uuid()),
        name: kernel.organisations("name", z.string()),
      }),
      authorisation: kernel.organisations("supplier_authorisation", how),
      state: kernel.supplierApprovals("state", approvalState),
      objectsBy: kernel.supplierApprovals("objects_by", instant).optional(),
      answeredAt: kernel.supplierApprovals("answered_at", instant).optional(),
      reason: kernel.supplierApprovals("reason", z.string()).optional(),
    }),
  ),
});

export const addSupplierAgreement = route({
  ...operator,
  id: "kernel.addSupplierAgreement",
  method: "POST",
  path: `${one}/agreements`,
  summary:
    "Register a data-processing agreement with a supplier: first and last day, and its document as a PDF. What waits for it is sent.",
  params: ofSupplier,
  body: z.strictObject({
    firstDay: z.iso.date(),
    lastDay: z.iso.date().optional(),
    document: z.strictObject({ name: documentName, content: z.base64().max(7_000_000) }).optional(),
  }),
  bodyLimitBytes: 7_500_000,
  status: 201,
  response: z.object({ id: kernel.supplierAgreements("id", z.uuid()) }),
});

export const endSupplierAgreement = route({
  ...operator,
  id: "kernel.endSupplierAgreement",
  method: "PUT",
  path: `${one}/agreements/:agreement`,
  summary:
    "Set the last day of an agreement with a supplier; from midnight after it nothing is passed on.",
  params: ofAgreement,
  body: z.strictObject({ lastDay: z.iso.date() }),
});

export const supplierDocument = route({
  ...operator,
  id: "kernel.supplierDocument",
  method: "GET",
  path: `${one}/agreements/:agreement/document`,
  summary: "The document of an agreement with a supplier.",
  params: ofAgreement,
  file: {
    media: ["application/pdf"],
    shows: kernel.supplierAgreements("document", z.unknown()),
  },
});

export const setAuthorisation = route({
  ...operator,
  id: "kernel.setAuthorisation",
  method: "PUT",
  path: "/api/v1/operator/organisations/:organisation/supplier-authorisation",
  summary:
    "Say how an organisation agreed to be asked about new suppliers (Art. 28(2)): it may object, or has to approve each.",
  params: z.strictObject({ organisation: z.uuid() }),
  body: z.strictObject({ authorisation: how }),
});

export const ownSuppliers = route({
  ...desk,
  id: "kernel.ownSuppliers",
  method: "GET",
  path: own,
  summary: "The suppliers that get the organisation's data, and what the organisation answered.",
  params: z.strictObject({ organisation: z.uuid() }),
  query: pageQuery,
  response: pageOf(
    supplier.extend({
      authorisation: kernel.organisations("supplier_authorisation", how),
      answer: kernel.supplierApprovals("state", approvalState),
      /** Until then the organisation may object before anything is passed on. */
      objectsBy: kernel.supplierApprovals("objects_by", instant).optional(),
      answeredAt: kernel.supplierApprovals("answered_at", instant).optional(),
      reason: kernel.supplierApprovals("reason", z.string()).optional(),
      /** May the organisation's data be passed to it now? */
      used: plain("Follows from agreement and answer; of nobody.", z.boolean()),
    }),
  ),
});

export const answerSupplier = route({
  ...desk,
  id: "kernel.answerSupplier",
  method: "PUT",
  path: `${own}/:supplier`,
  summary:
    "Approve a supplier or object to it, with a reason. To one that is objected to, none of the organisation's data is passed.",
  params: z.strictObject({ organisation: z.uuid(), supplier: z.uuid() }),
  body: z.strictObject({
    answer: z.enum(["approved", "objected"]),
    reason: freeText.optional(),
  }),
});
