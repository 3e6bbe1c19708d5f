import type { Module } from "@terskel/kernel";
import { credentialRoutes } from "./http-credentials.ts";
import { doorRoutes } from "./http-doors.ts";
import { grantRoutes } from "./http-grants.ts";
import { groupRoutes } from "./http-groups.ts";
import { invitationRoutes } from "./http-invitations.ts";
import { placesRoutes } from "./http-places.ts";
import { unitRoutes } from "./http-units.ts";
import { extendedTimeRoutes } from "./extended-time/http.ts";
import { doorGroupRoutes } from "./door-groups/http.ts";
import { integrationRoutes } from "./integrations/http.ts";
import { importRoutes } from "./import/routes.ts";
import { areaRoutes } from "./areas/http.ts";
import { alarmRoutes } from "./alarms/http.ts";
import { keypadRoutes } from "./keypads/http.ts";
import { leaseRoutes } from "./leases/http.ts";
import { orderRoutes } from "./orders/http.ts";
import { queueLists } from "./lists-changed.ts";
import { alarmLetterJobs } from "./alarms/letters.ts";
import { invitationMailJob } from "./invitation-mail.ts";
import type { AccessPorts } from "./ports.ts";
import { accessProcessing } from "./processing.ts";
import { createRuntime } from "./runtime/runtime.ts";
import type { Runtime } from "./runtime/runtime.ts";
import { scheduleRoutes } from "./schedules/http.ts";
import { unlockingRoutes } from "./unlocking/http.ts";
import { countWeeks } from "./statistics/count-weeks.ts";
import { statisticsRoutes } from "./statistics/http.ts";

export { accessProcessing };
export type { AccessPorts };

/** The module, and what the server starts, stops and asks while it runs. */
export type Access = Module &
  Omit<Runtime, "routes" | "jobs"> & {
    /** Has an organisation's lists made anew, once the transaction that changed whose they may name is done. */
    readonly queueLists: typeof queueLists;
  };

/** Doors, who may open them, and what happens at them. */
export function createAccess(ports: AccessPorts): Access {
  const runtime = createRuntime(ports);
  return {
    ...runtime,
    processing: accessProcessing,
    queueLists,
    routes: [
      ...placesRoutes(ports),
      ...doorRoutes(ports),
      ...orderRoutes(ports),
      ...unlockingRoutes(ports),
      ...alarmRoutes(ports),
      ...areaRoutes(ports),
      ...unitRoutes(ports),
      ...leaseRoutes(ports),
      ...extendedTimeRoutes(ports),
      ...groupRoutes(ports),
      ...doorGroupRoutes(ports),
      ...scheduleRoutes(ports),
      ...grantRoutes(ports),
      ...credentialRoutes(ports),
      ...keypadRoutes(ports),
      ...invitationRoutes(ports),
      ...importRoutes(ports),
      ...integrationRoutes(ports),
      ...statisticsRoutes(ports),
      ...runtime.routes,
    ],
    jobs: [invitationMailJob(ports), ...alarmLetterJobs(ports), countWeeks(ports), ...runtime.jobs],
  };
}
