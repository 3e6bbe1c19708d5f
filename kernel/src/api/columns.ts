import { columnsOf } from "@terskel/platform/columns";
import type { KernelTables } from "../tables.ts";

// Said beside each field of an answer: `kernel.memberships("name", z.string())`.
const table = columnsOf<KernelTables>();

export const endedAgreements = table("kernel.ended_agreements");
export const holds = table("kernel.holds");
export const memberships = table("kernel.memberships");
export const organisations = table("kernel.organisations");
export const requestTrail = table("kernel.request_trail");
export const requests = table("kernel.requests");
export const retentionLedger = table("kernel.retention_ledger");
export const sites = table("kernel.sites");
export const withholdings = table("kernel.withholdings");
