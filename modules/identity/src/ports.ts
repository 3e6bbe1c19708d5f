import type { SendMail, SendSms, WithContext } from "@terskel/kernel";
import type { Config } from "@terskel/platform/config";
import type { Keys } from "@terskel/platform/keys";
import type { Log } from "@terskel/platform/log";
import type { Outbox } from "@terskel/platform/outbox";
import type { Text } from "@terskel/platform/i18n";
import type { Limits } from "./limits.ts";

/** An invented person of the demo, whom the test eID knows. */
export type TestPerson = {
  readonly key: string;
  readonly name: string;
  readonly dateOfBirth: string;
  /** The test eID's own identifier. */
  readonly subject: string;
  readonly about: Text;
  readonly email?: string;
  readonly phone?: string;
  readonly organisationNumber?: string;
};

/** What identity needs from others. */
export type IdentityPorts = {
  readonly withContext: WithContext;
  readonly keys: Keys;
  readonly config: Config;
  readonly log: Log;
  readonly sendMail: SendMail;
  /** Absent: no SMS gateway is set, and signing in by SMS is not offered. */
  readonly sendSms: SendSms | undefined;
  readonly now: () => Date;
  /** How often a sign-in may be tried, when not as `defaultLimits` has it. */
  readonly limits?: Limits;
  /** Only in the demo; its routes are mounted only when this is given. */
  readonly demo: { readonly persons: readonly TestPerson[]; readonly outbox: Outbox } | undefined;
};
