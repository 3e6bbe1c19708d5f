import { agreementJobs, agreementRoutes } from "./agreements/http.ts";
import { installationRoute } from "./handover/installation.ts";
import { clockJob, countOverdue } from "./requests/clock.ts";
import { schemaRoutes } from "./export/schemas.ts";
import { createHandOut } from "./requests/hand-out.ts";
import { deskRoutes, ownRoutes } from "./requests/http.ts";
import { letterJobOf } from "./requests/letters.ts";
import { newsJobs } from "./requests/news.ts";
import type { PrivacyPorts } from "./requests/ports.ts";
import { retentionRoutes } from "./retention/http.ts";
import { sealedLetterJob } from "./requests/sealed-letters.ts";

export type { AddressOwner, PrivacyPorts } from "./requests/ports.ts";

/** The persons' rights and the privacy desk, over what every module declares. */
export function createPrivacy(ports: PrivacyPorts) {
  // One for all: a copy is made once at a time, whoever fetches it.
  const handOut = createHandOut(ports);
  return {
    routes: [
      ...ownRoutes(ports, handOut),
      ...deskRoutes(ports, handOut),
      ...retentionRoutes(ports),
      ...agreementRoutes(ports),
      ...schemaRoutes,
      installationRoute(ports),
    ],
    jobs: [
      letterJobOf(ports),
      sealedLetterJob(ports),
      ...newsJobs(ports),
      clockJob(ports),
      ...agreementJobs(ports),
    ],
    /** How many requests are past their deadline, everywhere. */
    overdue: async () => await countOverdue(ports),
  };
}
