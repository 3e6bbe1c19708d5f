import { columnsOf } from "@terskel/platform/columns";
import type { KernelTables } from "../tables.ts";

// Said beside each field of an answer: `kernel.memberships("name", z.string())`.
const table = columnsOf<KernelTables>();

export const advisers = table("kernel.advisers");
export const adviserMembers = table("kernel.adviser_members");
export const auditChecks = table("kernel.audit_checks");
export const auditContents = table("kernel.audit_contents");
export const confidentiality = table("kernel.confidentiality");
export const assessments = table("kernel.assessments");
export const breaches = table("kernel.breaches");
export const disclosures = table("kernel.disclosures");
export const consents = table("kernel.consents");
export const endedAgreements = table("kernel.ended_agreements");
export const holds = table("kernel.holds");
export const memberships = table("kernel.memberships");
export const noticeDetails = table("kernel.notice_details");
export const noticeTellings = table("kernel.notice_tellings");
export const noticeVersions = table("kernel.notice_versions");
export const openings = table("kernel.openings");
export const organisations = table("kernel.organisations");
export const pageViews = table("kernel.page_views");
export const receivers = table("kernel.receivers");
export const requestTrail = table("kernel.request_trail");
export const requests = table("kernel.requests");
export const retentionLedger = table("kernel.retention_ledger");
export const sites = table("kernel.sites");
export const supplierAgreements = table("kernel.supplier_agreements");
export const supplierApprovals = table("kernel.supplier_approvals");
export const suppressions = table("kernel.suppressions");
export const suppliers = table("kernel.suppliers");
export const withholdings = table("kernel.withholdings");
