// Generated from the database by `npm run generate`. Do not edit.
import type { ColumnType, Generated } from "kysely";

type Time = ColumnType<Date, Date | string, Date | string>;

type GeneratedTime = ColumnType<Date, Date | string | undefined, Date | string>;

export type EndedAgreements = {
  organisation_id: string;
  name: string;
  number: string;
  country: string;
  kind: string;
  ended_at: Time;
  data_goes_at: Time;
  told_at: Time | null;
  gone_at: Time | null;
};

export type Holds = {
  id: Generated<string>;
  organisation_id: string;
  member_id: string | null;
  table_name: string | null;
  reason: string;
  placed_by: string | null;
  placed_at: GeneratedTime;
  until: Time;
};

export type Letters = {
  id: Generated<string>;
  request_number: number | null;
  sealed: Buffer;
  expires_at: Time;
};

export type LockedRows = {
  table_name: string;
  row_id: string;
  organisation_id: string;
  law: string;
  until: Time;
};

export type Memberships = {
  id: Generated<string>;
  organisation_id: string;
  person_id: string | null;
  name: string;
  email: string | null;
  phone: string | null;
  role: Generated<string>;
  source: string;
  created_at: GeneratedTime;
  privacy_officer: Generated<boolean>;
};

export type Organisations = {
  id: Generated<string>;
  name: string;
  number: string;
  country: string;
  kind: string;
  created_at: GeneratedTime;
  agreement_ends_at: Time | null;
  data_goes_at: Time | null;
  agreed_months: Generated<number>;
};

export type RequestTrail = {
  id: Generated<string>;
  at: Time;
  organisation_id: string;
  request_number: number;
  kind: string;
  step: string;
  by_role: string;
  rows: number | null;
};

export type Requests = {
  id: Generated<string>;
  number: Generated<number>;
  organisation_id: string;
  forwarded_to: string | null;
  forwarded_at: Time | null;
  kind: string;
  member_id: string | null;
  person_id: string | null;
  address: string | null;
  made: string;
  identity_check: string;
  proof_wanted: string | null;
  proof_asked_at: Time | null;
  language: string;
  activity: string | null;
  wish: unknown;
  received_at: Time;
  due_at: Time;
  extended_at: Time | null;
  extension_reason: string | null;
  reminded: string | null;
  state: Generated<string>;
  decision: string | null;
  reason_code: string | null;
  reason: string | null;
  answered_at: Time | null;
  file_until: Time | null;
  lifts_at: Time | null;
  lifted_at: Time | null;
};

export type RetentionLedger = {
  id: Generated<string>;
  at: GeneratedTime;
  organisation_id: string | null;
  table_name: string;
  rule: string;
  cause: string;
  rows: number;
};

export type Sites = {
  id: Generated<string>;
  organisation_id: string;
  name: string;
  address: Generated<string>;
  time_zone: Generated<string>;
  created_at: GeneratedTime;
};

export type Withholdings = {
  id: Generated<string>;
  organisation_id: string | null;
  member_id: string | null;
  person_id: string | null;
  address: string | null;
  activity: string | null;
  since: GeneratedTime;
};

export type KernelTables = {
  "kernel.ended_agreements": EndedAgreements;
  "kernel.holds": Holds;
  "kernel.letters": Letters;
  "kernel.locked_rows": LockedRows;
  "kernel.memberships": Memberships;
  "kernel.organisations": Organisations;
  "kernel.request_trail": RequestTrail;
  "kernel.requests": Requests;
  "kernel.retention_ledger": RetentionLedger;
  "kernel.sites": Sites;
  "kernel.withholdings": Withholdings;
};
