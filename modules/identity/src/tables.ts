// Generated from the database by `npm run generate`. Do not edit.
import type { ColumnType, Generated } from "kysely";

type Time = ColumnType<Date, Date | string, Date | string>;

type GeneratedTime = ColumnType<Date, Date | string | undefined, Date | string>;

export type Codes = {
  id: string;
  purpose: string;
  channel: string;
  address: string;
  organisation_number: string | null;
  person_id: string | null;
  language: string;
  attempts: Generated<number>;
  created_at: GeneratedTime;
  expires_at: Time;
};

export type EidLogins = {
  issuer: string;
  subject: string;
  person_id: string;
  created_at: GeneratedTime;
};

export type Handovers = {
  person_id: string;
  file_id: string;
  installation: string;
  sections: string[];
  taken_at: Time;
};

export type Passkeys = {
  id: string;
  person_id: string;
  name: string;
  public_key: Buffer;
  counter: number;
  transports: Generated<string[]>;
  created_at: GeneratedTime;
  last_used_at: Time | null;
};

export type PendingSignIns = {
  id: string;
  kind: string;
  person_id: string | null;
  nonce: string | null;
  code_verifier: string | null;
  challenge: string | null;
  expires_at: Time;
  session_id: string | null;
};

export type Persons = {
  id: Generated<string>;
  name: string;
  date_of_birth: string | null;
  email: string | null;
  email_verified_at: Time | null;
  phone: string | null;
  phone_verified_at: Time | null;
  language: string | null;
  last_eid_at: Time | null;
  created_at: GeneratedTime;
};

export type Pictures = {
  person_id: string;
  image: Buffer;
  version: string;
  updated_at: GeneratedTime;
};

export type Sessions = {
  id: Generated<string>;
  token_hash: Buffer;
  person_id: string;
  method: string;
  ip: string;
  created_at: GeneratedTime;
  last_seen_at: GeneratedTime;
  expires_at: Time;
  browser: string | null;
  system: string | null;
  proven_at: Time | null;
};

export type SignInAttempts = {
  id: Generated<string>;
  at: GeneratedTime;
  method: string;
  outcome: string;
  reason: string;
  ip: string;
  key: Buffer;
  person_id: string | null;
};

export type IdentityTables = {
  "identity.codes": Codes;
  "identity.eid_logins": EidLogins;
  "identity.handovers": Handovers;
  "identity.passkeys": Passkeys;
  "identity.pending_sign_ins": PendingSignIns;
  "identity.persons": Persons;
  "identity.pictures": Pictures;
  "identity.sessions": Sessions;
  "identity.sign_in_attempts": SignInAttempts;
};
