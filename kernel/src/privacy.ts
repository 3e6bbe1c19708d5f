import { countOverdueBreaches } from "./accountability/breaches.ts";
import { accountabilityJobs, accountabilityRoutes } from "./accountability/http.ts";
import type { AccountabilityPorts } from "./accountability/ports.ts";
import { createRefused } from "./audit/as-acts.ts";
import { outsideOf } from "./audit/enter.ts";
import { auditRoutes } from "./audit/http.ts";
import { auditInWords, auditJobs } from "./audit/jobs.ts";
import type { AuditPorts } from "./audit/jobs.ts";
import { adviserJobs, adviserRoutes } from "./advisers/http.ts";
import { agreementJobs, agreementRoutes } from "./agreements/http.ts";
import { confidentialityRoutes } from "./confidentiality/http.ts";
import { writeBounced } from "./disclosures/bounced.ts";
import { disclosureRoutes } from "./disclosures/http.ts";
import { consentRoutes } from "./consents/http.ts";
import type { Stored } from "./consents/stored.ts";
import { installationRoute } from "./handover/installation.ts";
import { tellJob } from "./notice/tell.ts";
import type { TellPorts } from "./notice/tell.ts";
import { versionsJob } from "./notice/versions-job.ts";
import type { VersionPorts } from "./notice/versions.ts";
import { noticeRoutes } from "./notice/http.ts";
import { createNoticePages } from "./notice/pages.ts";
import { clockJob, countOverdue } from "./requests/clock.ts";
import { schemaRoutes } from "./export/schemas.ts";
import { sendingInWords } from "./suppliers/sending.ts";
import type { SendingPorts } from "./suppliers/sending.ts";
import { warningJobs } from "./suppliers/warn.ts";
import { supplierRoutes } from "./suppliers/http.ts";
import { createHandOut } from "./requests/hand-out.ts";
import { deskRoutes, ownRoutes } from "./requests/http.ts";
import { letterJobOf } from "./requests/letters.ts";
import { newsJobs } from "./requests/news.ts";
import type { PrivacyPorts } from "./requests/ports.ts";
import { openingRoutes } from "./opening/http.ts";
import { promisesRoute } from "./promises/http.ts";
import type { EvidencePort } from "./promises/http.ts";
import { recordRoutes } from "./record/http.ts";
import { retentionRoutes } from "./retention/http.ts";
import { sealedLetterJob } from "./requests/sealed-letters.ts";

export type { AddressOwner, PrivacyPorts } from "./requests/ports.ts";

/** The persons' rights and the privacy desk, over what every module declares. */
export function createPrivacy(
  ports: PrivacyPorts &
    EvidencePort &
    SendingPorts &
    AccountabilityPorts &
    Pick<TellPorts, "sendSms" | "accountsOfNone"> &
    Pick<VersionPorts, "heldBackChanged"> &
    AuditPorts & { readonly stored: readonly Stored[] },
) {
  // One for all: a copy is made once at a time, whoever fetches it.
  const handOut = createHandOut(ports);
  return {
    routes: [
      ...ownRoutes(ports, handOut),
      ...deskRoutes(ports, handOut),
      ...retentionRoutes(ports),
      ...agreementRoutes(ports),
      ...noticeRoutes(ports),
      ...supplierRoutes(ports),
      ...disclosureRoutes(ports),
      ...confidentialityRoutes(ports),
      ...schemaRoutes,
      installationRoute(ports),
      promisesRoute(ports),
      ...recordRoutes(ports),
      ...auditRoutes(ports),
      ...consentRoutes(ports),
      ...accountabilityRoutes(ports),
      ...adviserRoutes(ports),
      ...openingRoutes(ports),
    ],
    jobs: [
      letterJobOf(ports),
      sealedLetterJob(ports),
      ...newsJobs(ports),
      clockJob(ports),
      ...agreementJobs(ports),
      ...accountabilityJobs(ports),
      ...adviserJobs(ports),
      ...warningJobs(ports),
      versionsJob(ports),
      tellJob(ports),
      ...auditJobs(ports),
    ],
    noticePages: createNoticePages(ports),
    /** How many requests are past their deadline, everywhere. */
    overdue: async () => await countOverdue(ports),
    /** How many breaches the authority was not told of in time, with no reason given, everywhere. */
    overdueBreaches: async () => await countOverdueBreaches(ports),
    /** Whether the audit trail is proved, in words. */
    audit: async () => await auditInWords(ports),
    /** Enters what somebody was refused. */
    refused: createRefused({ ...ports, isOutside: outsideOf(ports.processings) }),
    /** Writes down that a letter did not arrive, by the id under which it left. */
    bounced: async (id: string) => await writeBounced(ports, id),
    /** Whether what is sent can leave, in words. */
    sending: async () => await sendingInWords(ports),
  };
}
