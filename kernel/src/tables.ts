// Generated from the database by `npm run generate`. Do not edit.
import type { ColumnType, Generated } from "kysely";

type Time = ColumnType<Date, Date | string, Date | string>;

type GeneratedTime = ColumnType<Date, Date | string | undefined, Date | string>;

export type AdviserMembers = {
  id: Generated<string>;
  organisation_id: string;
  adviser_id: string;
  member_id: string;
};

export type Advisers = {
  id: Generated<string>;
  organisation_id: string;
  name: string;
  firm: string;
  email: string;
  kind: string;
  need: string;
  activities: string[];
  everyone: boolean;
  begins_at: Time;
  ends_at: Time;
  ended_at: Time | null;
  person_id: string | null;
  signed_version: number | null;
  signed_at: Time | null;
  refused_at: Time | null;
  invited_by: string | null;
  created_at: GeneratedTime;
};

export type Assessments = {
  id: Generated<string>;
  organisation_id: string;
  kind: string;
  title: string;
  outcome: string;
  made_on: string;
  next_on: string | null;
  reminded: string | null;
  recorded_by: string | null;
  created_at: GeneratedTime;
};

export type AuditChecks = {
  id: Generated<string>;
  at: Time;
  entries: number;
  broken_number: number | null;
  broken_what: string | null;
};

export type AuditContents = {
  id: string;
  at: Time;
  organisation_id: string | null;
  by_role: string;
  activity: string;
  action: string;
  about: unknown;
  outcome: string;
  person_id: string | null;
  member_id: string | null;
  actor_salt: string | null;
  actor_digest: string | null;
  about_member_id: string | null;
  about_salt: string | null;
  about_digest: string | null;
};

export type AuditEntries = {
  id: string;
  at: Time;
  digest: string;
  number: number | null;
  link: string | null;
};

export type AuditGone = {
  id: string;
  part: string;
  at: Time;
};

export type Breaches = {
  id: Generated<string>;
  organisation_id: string;
  title: string;
  what: string;
  aware_at: Time;
  due_at: Time;
  high_risk: Generated<boolean>;
  affected: number | null;
  measures: string | null;
  authority_told_at: Time | null;
  authority_reason: string | null;
  persons_told_at: Time | null;
  persons_reason: string | null;
  closed_at: Time | null;
  reminded: string | null;
  recorded_by: string | null;
  created_at: GeneratedTime;
};

export type Confidentiality = {
  id: Generated<string>;
  organisation_id: string;
  member_id: string;
  version: number;
  signed_at: GeneratedTime;
};

export type Consents = {
  id: Generated<string>;
  device: string;
  activity: string;
  given: boolean;
  wording: string;
  version: string;
  language: string;
  how: string;
  at: GeneratedTime;
};

export type Disclosures = {
  id: Generated<string>;
  at: GeneratedTime;
  organisation_id: string | null;
  member_id: string | null;
  person_id: string | null;
  recipient: string;
  recipient_name: string;
  activity: string;
  labels: string[];
  bounced_at: Time | null;
  country: string | null;
  ground: string | null;
};

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

export type NoticeDetails = {
  organisation_id: string;
  address: string | null;
  email: string | null;
  phone: string | null;
  privacy_contact: string | null;
  privacy_email: string | null;
  privacy_phone: string | null;
  words: Generated<unknown>;
  updated_at: GeneratedTime;
};

export type NoticeTellings = {
  id: Generated<string>;
  organisation_id: string;
  version_id: string;
  member_id: string | null;
  how: string;
  state: string;
  attempts: Generated<number>;
  at: Time;
  told_by: string | null;
  person_id: string | null;
};

export type NoticeVersions = {
  id: Generated<string>;
  organisation_id: string;
  number: number;
  made_at: Time;
  facts: unknown;
  pages: unknown;
  digest: string;
  activities: string[];
  changes: unknown;
  material: boolean;
  announced_at: Time | null;
  told_at: Time | null;
  in_force_at: Time | null;
  superseded_at: Time | null;
  keeps: Generated<unknown>;
  grounds: Generated<unknown>;
};

export type Openings = {
  id: Generated<string>;
  at: GeneratedTime;
  organisation_id: string;
  member_id: string;
  opened_by: string | null;
  opener: string | null;
  activity: string;
  labels: string[];
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
  supplier_authorisation: Generated<string>;
};

export type PageViews = {
  day: Time;
  page: string;
  language: string;
  screen: string;
  views: number;
  visits: number;
};

export type Receivers = {
  id: Generated<string>;
  organisation_id: string;
  name: string;
  country: string;
  agreement_ends_at: Time | null;
  ground: string | null;
  said_at: GeneratedTime;
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

export type Runs = {
  name: string;
  done_at: Time | null;
  failed_at: Time | null;
};

export type Sites = {
  id: Generated<string>;
  organisation_id: string;
  name: string;
  address: Generated<string>;
  time_zone: Generated<string>;
  created_at: GeneratedTime;
};

export type StorageRegion = {
  id: Generated<boolean>;
  country: string;
};

export type SupplierAgreements = {
  id: Generated<string>;
  supplier_id: string;
  begins_at: Time;
  ends_at: Time | null;
  document_name: string | null;
  document: Buffer | null;
  warned: number | null;
  created_at: GeneratedTime;
};

export type SupplierApprovals = {
  supplier_id: string;
  organisation_id: string;
  state: string;
  asked_at: GeneratedTime;
  objects_by: Time;
  answered_at: Time | null;
  reason: string | null;
};

export type Suppliers = {
  id: Generated<string>;
  name: string;
  number: string;
  country: string;
  recipient: string;
  labels: string[];
  host: string | null;
  stored_in: Generated<string | null>;
  created_at: GeneratedTime;
};

export type Suppressions = {
  address_key: string;
  objection: string;
  organisation_id: string | null;
  since: Time;
  ends_at: Time | null;
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
  "kernel.adviser_members": AdviserMembers;
  "kernel.advisers": Advisers;
  "kernel.assessments": Assessments;
  "kernel.audit_checks": AuditChecks;
  "kernel.audit_contents": AuditContents;
  "kernel.audit_entries": AuditEntries;
  "kernel.audit_gone": AuditGone;
  "kernel.breaches": Breaches;
  "kernel.confidentiality": Confidentiality;
  "kernel.consents": Consents;
  "kernel.disclosures": Disclosures;
  "kernel.ended_agreements": EndedAgreements;
  "kernel.holds": Holds;
  "kernel.letters": Letters;
  "kernel.locked_rows": LockedRows;
  "kernel.memberships": Memberships;
  "kernel.notice_details": NoticeDetails;
  "kernel.notice_tellings": NoticeTellings;
  "kernel.notice_versions": NoticeVersions;
  "kernel.openings": Openings;
  "kernel.organisations": Organisations;
  "kernel.page_views": PageViews;
  "kernel.receivers": Receivers;
  "kernel.request_trail": RequestTrail;
  "kernel.requests": Requests;
  "kernel.retention_ledger": RetentionLedger;
  "kernel.runs": Runs;
  "kernel.sites": Sites;
  "kernel.storage_region": StorageRegion;
  "kernel.supplier_agreements": SupplierAgreements;
  "kernel.supplier_approvals": SupplierApprovals;
  "kernel.suppliers": Suppliers;
  "kernel.suppressions": Suppressions;
  "kernel.withholdings": Withholdings;
};
