// Generated from the database by `npm run generate`. Do not edit.
import type { ColumnType, Generated } from "kysely";

type Time = ColumnType<Date, Date | string, Date | string>;

type GeneratedTime = ColumnType<Date, Date | string | undefined, Date | string>;

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
  "kernel.holds": Holds;
  "kernel.locked_rows": LockedRows;
  "kernel.memberships": Memberships;
  "kernel.organisations": Organisations;
  "kernel.retention_ledger": RetentionLedger;
  "kernel.sites": Sites;
  "kernel.withholdings": Withholdings;
};
