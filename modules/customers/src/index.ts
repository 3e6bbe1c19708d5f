import type { Module } from "@terskel/kernel";
import { contactRoutes } from "./http-contacts.ts";
import { mailingRoutes } from "./http-mailings.ts";
import { surveyRoutes } from "./http-surveys.ts";
import { unsubscribeRoutes } from "./http-unsubscribe.ts";
import type { CustomersPorts } from "./ports.ts";
import { customersProcessing } from "./processing.ts";
import { sendMailingJob } from "./send-mailing.ts";
import { unsubscribeBy } from "./unsubscribe.ts";

export { customersProcessing };
export type { CustomersPorts };

export type Customers = Module & {
  /** What a mail programme posts to a link of ours (RFC 8058). @throws Problem `link-unknown` */
  readonly oneClick: (token: string) => Promise<void>;
};

/** Whom the operator writes to at its customers, and what. */
export function createCustomers(ports: CustomersPorts): Customers {
  return {
    processing: customersProcessing,
    routes: [
      ...contactRoutes(ports),
      ...mailingRoutes(ports),
      ...surveyRoutes(ports),
      ...unsubscribeRoutes(ports),
    ],
    jobs: [sendMailingJob(ports)],
    oneClick: async (token) => void (await unsubscribeBy(ports, token)),
  };
}
