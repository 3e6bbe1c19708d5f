import { handle } from "@terskel/platform/http";
import type { Job } from "@terskel/platform/jobs";
import type { Route } from "@terskel/platform/http";
import * as api from "../api/agreements.ts";
import { clockJobs } from "./clock.ts";
import { setEnd, takeBack } from "./end.ts";
import { letterJobs } from "./letters.ts";
import type { AgreementPorts } from "./ports.ts";
import { readAgreement } from "./read.ts";
import { listEnded, readReport } from "./report.ts";

/** The operator ends agreements; the organisation sees what that does, and both what it did. */
export function agreementRoutes(ports: AgreementPorts): Route[] {
  return [
    handle(
      api.agreement,
      async ({ context, params, query }) =>
        await readAgreement(ports, context, params.organisation, query),
    ),
    handle(api.endAgreement, async ({ context, params, body }) => {
      const { endsAt, dataGoesAt } = await setEnd(ports, context, params.organisation, body);
      return { endsAt: endsAt.toISOString(), dataGoesAt: dataGoesAt.toISOString() };
    }),
    handle(api.takeEndBack, async ({ context, params }) => {
      await takeBack(ports, context, params.organisation);
    }),
    handle(
      api.endedAgreements,
      async ({ context, query }) => await listEnded(ports, context, query),
    ),
    handle(
      api.deletionReport,
      async ({ context, params }) => await readReport(ports, context, params.organisation),
    ),
    handle(
      api.ownAgreement,
      async ({ context, params }) => await readAgreement(ports, context, params.organisation),
    ),
    handle(
      api.ownDeletionReport,
      async ({ context, params }) => await readReport(ports, context, params.organisation),
    ),
  ];
}

export const agreementJobs = (ports: AgreementPorts): readonly Job[] => [
  ...letterJobs(ports),
  ...clockJobs(ports),
];
