import type { Language } from "@terskel/platform/i18n";
import type { Log } from "@terskel/platform/log";
import type { Transaction } from "kysely";
import type { HandoverPorts } from "../handover/make.ts";
import type { SendMail } from "../suppliers/sender.ts";
import type { Tombstones } from "../tombstones/tombstones.ts";

/** An account's name, and the addresses that have proved to be its own. */
export type Account = {
  readonly name: string;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  /** As they chose it. */
  readonly language?: Language | undefined;
};

/** Whoever has proved an address: how else the product knows them. */
export type AddressOwner = {
  readonly address: string;
  /** The account that the address is verified for. */
  readonly account: string | undefined;
  /** The account's memberships, and those with this address that nobody has taken over yet. */
  readonly memberships: readonly { readonly id: string; readonly organisation: string }[];
};

/** What the answering of rights needs from others. */
export type PrivacyPorts = HandoverPorts & {
  readonly tombstones: Pick<Tombstones, "around">;
  readonly log: Log;
  readonly sendMail: SendMail;
  readonly now: () => Date;
  readonly publicUrl: URL;
  readonly account: (person: string) => Promise<Account | undefined>;
  /** One-time codes that prove an e-mail address to be whoever asks's. */
  readonly addressCodes: {
    /** The same answer whether anybody has the address or not. @throws Problem `too-many-requests` */
    request(
      email: string,
      from: { ip: string; language: Language },
    ): Promise<{ code: string; expiresAt: string }>;
    /** Uses the code up and says whose the address is. @throws Problem `wrong-code`, `too-many-requests` */
    confirm(given: { code: string; digits: string }, from: { ip: string }): Promise<AddressOwner>;
  };
  /** To be called in the transaction that changes whose data of an organisation may be used. */
  readonly usableChanged: <DB>(tx: Transaction<DB>, organisation: string) => Promise<void>;
};
