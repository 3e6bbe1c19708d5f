import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import type { Job } from "@terskel/platform/jobs";
import * as api from "../api/accountability.ts";
import { addAssessment, listAssessments } from "./assessments.ts";
import { addBreach, changeBreach, closeBreach, listBreaches } from "./breaches.ts";
import { accountabilityClock } from "./clock.ts";
import { reminderJob } from "./letters.ts";
import type { AccountabilityPorts } from "./ports.ts";

/** What an organisation puts on record to show that it keeps the law. */
export function accountabilityRoutes(ports: AccountabilityPorts): Route[] {
  return [
    handle(
      api.assessments,
      async ({ context, query }) => await listAssessments(ports, context, query),
    ),
    handle(
      api.addAssessment,
      async ({ context, body }) => await addAssessment(ports, context, body),
    ),
    handle(api.breaches, async ({ context, query }) => await listBreaches(ports, context, query)),
    handle(api.addBreach, async ({ context, body }) => await addBreach(ports, context, body)),
    handle(api.changeBreach, async ({ context, params, body }) => {
      await changeBreach(ports, context, params.breach, body);
    }),
    handle(api.closeBreach, async ({ context, params }) => {
      await closeBreach(ports, context, params.breach);
    }),
  ];
}

export const accountabilityJobs = (ports: AccountabilityPorts): readonly Job[] => [
  accountabilityClock(ports),
  reminderJob(ports),
];
