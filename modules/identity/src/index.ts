import type { Holder, Module } from "@terskel/kernel";
import type { Authenticate } from "@terskel/platform/http";
import { createAddressCodes } from "./address-codes.ts";
import { createAuthenticate } from "./authenticate.ts";
import { createCookies } from "./cookies.ts";
import { demoRoutes } from "./demo.ts";
import { holderOf } from "./handover/holder.ts";
import { createEid } from "./eid.ts";
import { handoverRoutes } from "./handover/http.ts";
import { meRoutes } from "./http-me.ts";
import { operatorRoutes, peopleRoutes } from "./http-people.ts";
import { proofRoutes } from "./http-proof.ts";
import { signInRoutes } from "./http-sign-in.ts";
import { addDemoAccount } from "./demo-accounts.ts";
import { listAccountsOfNone, readAccount, readDatesOfBirth } from "./me.ts";
import type { IdentityPorts, TestPerson } from "./ports.ts";
import { identityProcessing } from "./processing.ts";
import { sendCode } from "./send-code.ts";
import type { Tx } from "./tx.ts";

export { eidSettings } from "./eid-settings.ts";
export { identityProcessing } from "./processing.ts";
export type { IdentityPorts, TestPerson } from "./ports.ts";

/**
 * What a backup leaves out: it is worth nothing hours later, and a session that was ended meanwhile must
 * not live again.
 */
export const transientTables = ["identity.sessions", "identity.pending_sign_ins", "identity.codes"];

export type Identity = Module & {
  readonly authenticate: Authenticate;
  /** An account's name and language, and its e-mail and telephone where they are verified. */
  readonly account: (person: string) => ReturnType<typeof readAccount>;
  /** The accounts that belong to no organisation, so many after this one. */
  readonly accountsOfNone: (after: string | undefined, most: number) => Promise<readonly string[]>;
  /** The dates of birth of an organisation's people, for a third party that controls its doors (C10). */
  readonly datesOfBirth: (
    organisation: string,
    persons: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>;
  /** Whose an account is, for a file with this id that goes to another installation. */
  readonly holder: (person: string, file: string) => Promise<Holder | undefined>;
  /** Codes that prove an e-mail address, for whoever has no account. */
  readonly addressCodes: ReturnType<typeof createAddressCodes>;
  /**
   * Makes an invented person's account, with the memberships that have their e-mail; safe to
   * repeat. Throws outside the demo.
   */
  readonly addDemoAccount: (person: TestPerson) => Promise<void>;
};

/** Who people are: accounts, sign-in, sessions, and the people of each organisation. */
export function createIdentity(ports: IdentityPorts): Identity {
  const { demo } = ports;
  const cookies = createCookies(ports.config.publicUrl);
  const eid = createEid(ports);
  return {
    processing: identityProcessing,
    routes: [
      ...signInRoutes(ports, cookies, eid),
      ...proofRoutes(ports, cookies, eid),
      ...meRoutes(ports, cookies),
      ...handoverRoutes(ports),
      ...peopleRoutes(ports),
      ...operatorRoutes(ports),
      ...(demo ? demoRoutes(demo) : []),
    ],
    jobs: [sendCode(ports)],
    authenticate: createAuthenticate(ports, cookies),
    addDemoAccount: async (person) => await addDemoAccount(ports, person),
    addressCodes: createAddressCodes(ports),
    accountsOfNone: async (after, most) =>
      await ports.withContext(
        { activity: "kernel.tell-notice" },
        async (tx: Tx) => await listAccountsOfNone(tx, after, most),
      ),
    datesOfBirth: async (organisation, persons) =>
      await ports.withContext(
        { activity: "access.share-with-integrations", organisation },
        async (tx: Tx) => await readDatesOfBirth(tx, persons),
      ),
    holder: async (person, file) =>
      await ports.withContext(
        { activity: "identity.account", person },
        async (tx: Tx) => await holderOf(tx, person, file),
      ),
    account: async (person) =>
      await ports.withContext(
        { activity: "identity.account", person },
        async (tx: Tx) => await readAccount(tx, person),
      ),
  };
}
