// Generated from the database by `npm run generate`. Do not edit.
import type { ColumnType, Generated } from "kysely";

type GeneratedTime = ColumnType<Date, Date | string | undefined, Date | string>;

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
};

export type Organisations = {
  id: Generated<string>;
  name: string;
  number: string;
  country: string;
  kind: string;
  created_at: GeneratedTime;
};

export type Sites = {
  id: Generated<string>;
  organisation_id: string;
  name: string;
  address: Generated<string>;
  time_zone: Generated<string>;
  created_at: GeneratedTime;
};

export type KernelTables = {
  "kernel.memberships": Memberships;
  "kernel.organisations": Organisations;
  "kernel.sites": Sites;
};
