import type { SendMail, WithContext } from "@terskel/kernel";
import type { Language } from "@terskel/platform/i18n";
import type { Log } from "@terskel/platform/log";

/** What support needs from others. */
export type SupportPorts = {
  readonly withContext: WithContext;
  readonly log: Log;
  readonly sendMail: SendMail;
  readonly now: () => Date;
  /** Where people reach the portal. */
  readonly publicUrl: URL;
  /** The language of an account, for whoever gets a letter. */
  readonly account: (person: string) => Promise<{ language: Language | undefined } | undefined>;
};
