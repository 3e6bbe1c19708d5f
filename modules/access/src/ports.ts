import type { SendMail, WithContext } from "@terskel/kernel";
import type { Bus } from "@terskel/platform/bus";
import type { Language } from "@terskel/platform/i18n";
import type { Keys } from "@terskel/platform/keys";
import type { Log } from "@terskel/platform/log";
import type { Pool } from "pg";

/** What access needs from others. */
export type AccessPorts = {
  readonly withContext: WithContext;
  readonly keys: Keys;
  readonly log: Log;
  readonly sendMail: SendMail;
  readonly now: () => Date;
  readonly bus: Bus;
  /** Where controllers reach the broker: mqtt://host:port. */
  readonly brokerUrl: string;
  /** Where people reach the portal. */
  readonly publicUrl: URL;
  /** For LISTEN only (new passages, lock changes): carries no rows. */
  readonly listen: Pool;
  /** The dates of birth of these accounts of an organisation's people, by account, where an eID gave one. */
  readonly datesOfBirth: (
    organisation: string,
    persons: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>;
  /** Name, verified e-mail and telephone, and language of an account: of who accepts an invitation, or reads a letter. */
  readonly account: (person: string) => Promise<
    | {
        name: string;
        email: string | undefined;
        phone: string | undefined;
        language: Language | undefined;
      }
    | undefined
  >;
};
