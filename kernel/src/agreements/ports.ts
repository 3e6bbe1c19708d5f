import type { PrivacyPorts } from "../requests/ports.ts";

/** What the end of an agreement needs from others. */
export type AgreementPorts = Pick<
  PrivacyPorts,
  | "withContext"
  | "processings"
  | "catalogue"
  | "tombstones"
  | "keys"
  | "log"
  | "sendMail"
  | "now"
  | "publicUrl"
  | "account"
  | "usableChanged"
>;
