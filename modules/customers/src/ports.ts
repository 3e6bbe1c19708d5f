import type { SendMail, WithContext } from "@terskel/kernel";
import type { Keys } from "@terskel/platform/keys";
import type { Log } from "@terskel/platform/log";

/** What customers needs from others. */
export type CustomersPorts = {
  readonly withContext: WithContext;
  readonly keys: Keys;
  readonly log: Log;
  readonly sendMail: SendMail;
  readonly now: () => Date;
  /** Where people reach the portal. */
  readonly publicUrl: URL;
};
