import { declareTable, text } from "@terskel/kernel";
import type { Processing } from "@terskel/kernel";
import { activities } from "./activities.ts";
import { codeMinutes, pendingMinutes, sessionDays, unusedSessionDays } from "./limits.ts";
import { stored } from "./cookies.ts";
import { tableWords } from "./table-words.ts";
import type {
  Codes,
  EidLogins,
  Handovers,
  Passkeys,
  PendingSignIns,
  Persons,
  Pictures,
  Sessions,
  SignInAttempts,
} from "./tables.ts";

const signIn = "identity.sign-in";
const account = "identity.account";
const people = "identity.administer-people";
/** A third party that controls doors reads the date of birth (C10). */
const share = "access.share-with-integrations";
const misuse = "identity.prevent-misuse";

/** The row is about the account it hangs on. */
const ofAccount = {
  who: "account holder",
  column: "person_id",
  references: "identity.persons.id",
} as const;
const minutesAfterBegun = (minutes: number) => ({
  when: text(
    `${minutes} minutter etter at det ble begynt`,
    `${minutes} minuter efter att det påbörjades`,
    `${minutes} minutes after it was begun`,
  ),
  atMostDays: 1,
});
/** Both limits hold (sessions.ts). */
const afterUse = {
  when: text(
    `${unusedSessionDays} dager etter siste bruk, og senest ${sessionDays} dager etter innlogging`,
    `${unusedSessionDays} dagar efter senaste användning, och senast ${sessionDays} dagar efter inloggning`,
    `${unusedSessionDays} days after the last use, and at the latest ${sessionDays} days after signing in`,
  ),
  atMostDays: sessionDays,
  after: "created_at",
};
const withAccount = { kind: "with", column: "person_id", table: "identity.persons" } as const;

export const identityProcessing: Processing = {
  module: "identity",
  schemas: ["identity"],
  activities,
  stored,
  tables: [
    declareTable<Persons>()({
      table: "identity.persons",
      ...tableWords.persons,
      subjects: [{ who: "account holder", column: "id" }],
      columns: {
        id: ["pseudonym", signIn, account, people, share, "kernel.tell-notice"],
        name: ["name", signIn, account],
        date_of_birth: ["birth-date", signIn, account, share],
        email: ["contact", signIn, account, people],
        email_verified_at: ["time", signIn, account, people],
        phone: ["contact", signIn, account, people],
        phone_verified_at: ["time", signIn, account, people],
        language: ["language", signIn, account],
        last_eid_at: ["sign-in", signIn, account],
        created_at: ["time", signIn, account],
      },
      keep: { kind: "while", lives: "account" },
      erase: { kind: "delete" },
    }),
    declareTable<Pictures>()({
      table: "identity.pictures",
      ...tableWords.pictures,
      subjects: [ofAccount],
      columns: {
        person_id: ["pseudonym", account],
        image: ["picture", account],
        version: ["technical"],
        updated_at: ["time", account],
      },
      keep: withAccount,
      erase: { kind: "delete" },
    }),
    declareTable<EidLogins>()({
      table: "identity.eid_logins",
      ...tableWords.eidLogins,
      subjects: [ofAccount],
      columns: {
        issuer: ["technical"],
        subject: ["pseudonym", signIn, account],
        person_id: ["pseudonym", signIn, account],
        created_at: ["time", signIn],
      },
      keep: withAccount,
      erase: { kind: "delete" },
    }),
    declareTable<Passkeys>()({
      table: "identity.passkeys",
      ...tableWords.passkeys,
      subjects: [ofAccount],
      columns: {
        id: ["pseudonym", signIn, account],
        person_id: ["pseudonym", signIn, account],
        name: ["device", account],
        public_key: ["sign-in", signIn],
        counter: ["sign-in", signIn],
        transports: ["technical"],
        created_at: ["time", account],
        last_used_at: ["sign-in", signIn, account],
      },
      keep: withAccount,
      erase: { kind: "delete" },
    }),
    declareTable<Sessions>()({
      table: "identity.sessions",
      ...tableWords.sessions,
      subjects: [ofAccount],
      columns: {
        id: ["pseudonym", signIn, account],
        token_hash: ["secret", signIn],
        person_id: ["pseudonym", signIn, account],
        method: ["sign-in", signIn, account],
        ip: ["ip-address", signIn, account],
        browser: ["device", signIn, account],
        system: ["device", signIn, account],
        created_at: ["sign-in", signIn, account],
        proven_at: ["sign-in", signIn, account],
        last_seen_at: ["sign-in", signIn, account],
        expires_at: ["time", signIn, account],
      },
      keep: { kind: "until", column: "expires_at", set: afterUse },
      erase: { kind: "delete" },
    }),
    declareTable<Handovers>()({
      table: "identity.handovers",
      ...tableWords.handovers,
      subjects: [ofAccount],
      columns: {
        person_id: ["pseudonym", account],
        file_id: ["pseudonym", account],
        installation: ["rights-request", account],
        sections: ["rights-request", account],
        taken_at: ["time", account],
      },
      keep: withAccount,
      erase: { kind: "delete" },
    }),
    declareTable<PendingSignIns>()({
      table: "identity.pending_sign_ins",
      ...tableWords.pendingSignIns,
      subjects: [ofAccount],
      columns: {
        id: ["secret", signIn, account],
        kind: ["technical"],
        person_id: ["pseudonym", signIn, account],
        nonce: ["secret", signIn],
        code_verifier: ["secret", signIn],
        challenge: ["secret", signIn, account],
        session_id: ["pseudonym", signIn],
        expires_at: ["technical"],
      },
      keep: { kind: "until", column: "expires_at", set: minutesAfterBegun(pendingMinutes) },
      erase: { kind: "delete" },
    }),
    declareTable<Codes>()({
      table: "identity.codes",
      ...tableWords.codes,
      subjects: [{ who: "account holder", column: "address" }, ofAccount],
      columns: {
        id: ["pseudonym", signIn, account],
        purpose: ["technical"],
        channel: ["technical"],
        address: ["contact", signIn, account],
        organisation_number: ["membership", signIn],
        person_id: ["pseudonym", account],
        language: ["language", signIn, account],
        attempts: ["technical"],
        created_at: ["time", signIn, account],
        expires_at: ["technical"],
      },
      keep: { kind: "until", column: "expires_at", set: minutesAfterBegun(codeMinutes) },
      erase: { kind: "delete" },
    }),
    declareTable<SignInAttempts>()({
      table: "identity.sign_in_attempts",
      ...tableWords.signInAttempts,
      subjects: [ofAccount],
      columns: {
        id: ["pseudonym", misuse],
        at: ["sign-in", misuse, signIn],
        method: ["sign-in", misuse, signIn],
        outcome: ["sign-in", misuse, signIn],
        reason: ["sign-in", misuse, signIn],
        ip: ["ip-address", misuse, signIn],
        key: ["pseudonym", misuse, signIn],
        person_id: ["pseudonym", misuse, signIn],
      },
      keep: {
        kind: "period",
        after: "at",
        days: 90,
        event: text("forsøket ble gjort", "försöket gjordes", "the attempt was made"),
      },
      erase: { kind: "delete" },
    }),
  ],
};
