import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as api from "../api/audit.ts";
import { listAudit, readState } from "./list.ts";

/** What an organisation's privacy officers see of the audit trail. */
export const auditRoutes = (ports: Parameters<typeof listAudit>[0]): Route[] => [
  handle(api.auditTrail, async ({ context, query }) => await listAudit(ports, context, query)),
  handle(api.auditState, async ({ context }) => await readState(ports, context)),
];
