import type { Transaction } from "kysely";
import type { PrivacyPorts } from "../requests/ports.ts";
import type { KernelTables } from "../tables.ts";

export type Tx = Transaction<KernelTables>;

export type AccountabilityPorts = Pick<
  PrivacyPorts,
  "withContext" | "now" | "log" | "sendMail" | "publicUrl"
> & {
  /** Within so many hours of becoming aware of a breach the authority is told (GDPR Art. 33(1)). */
  readonly breachHours: number;
};
