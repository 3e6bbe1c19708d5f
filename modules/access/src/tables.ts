// Generated from the database by `npm run generate`. Do not edit.
import type { ColumnType, Generated } from "kysely";

type Time = ColumnType<Date, Date | string, Date | string>;

type GeneratedTime = ColumnType<Date, Date | string | undefined, Date | string>;

export type Airlocks = {
  id: Generated<string>;
  organisation_id: string;
  name: string;
  created_at: GeneratedTime;
};

export type AlarmAcknowledgements = {
  id: Generated<string>;
  alarm_id: string;
  organisation_id: string;
  door_id: string;
  acknowledged_by: string | null;
  acknowledged_at: Time;
};

export type AlarmLetters = {
  member_id: string;
  organisation_id: string;
  created_at: GeneratedTime;
};

export type AreaResets = {
  id: Generated<string>;
  organisation_id: string;
  area_id: string;
  member_id: string | null;
  expires_at: Time;
};

export type Areas = {
  id: Generated<string>;
  organisation_id: string;
  name: string;
  passback: string;
  forgive_hours: number;
  created_at: GeneratedTime;
};

export type CodeDoors = {
  code_id: string;
  organisation_id: string;
  door_id: string;
  given_by: string;
};

export type Codes = {
  id: string;
  organisation_id: string;
  given_by: string;
  name: string;
  number_hash: Buffer;
  once: boolean;
  valid_from: Time;
  valid_until: Time;
  created_at: GeneratedTime;
  used_at: Time | null;
  withdrawn_at: Time | null;
  expires_at: Time;
};

export type ContactLookups = {
  id: Generated<string>;
  organisation_id: string;
  member_id: string;
  expires_at: Time;
};

export type Controllers = {
  id: Generated<string>;
  organisation_id: string;
  site_id: string;
  name: string;
  token_generation: Generated<number>;
  list_revision: Generated<number>;
  list_hash: Buffer | null;
  list_reported: Generated<number>;
  online: Generated<boolean>;
  last_seen_at: Time | null;
  created_at: GeneratedTime;
  list_read_at: Time | null;
  list_known_at: Time | null;
  confirmed_at: Time | null;
  list_problem: string | null;
  clock_astray_at: Time | null;
  clock_ahead_seconds: number | null;
};

export type Credentials = {
  id: Generated<string>;
  organisation_id: string;
  member_id: string;
  kind: string;
  number_hash: Buffer;
  label: string;
  created_at: GeneratedTime;
  blocked_at: Time | null;
  opens_since: GeneratedTime;
  duress_hash: Buffer | null;
};

export type DoorAlarms = {
  id: string;
  organisation_id: string;
  door_id: string;
  kind: string;
  began_at: Time;
  ended_at: Time | null;
  received_at: Time;
  late: boolean;
  acknowledged_at: Time | null;
  called_at: Time | null;
};

export type DoorGroupDoors = {
  organisation_id: string;
  door_group_id: string;
  door_id: string;
  created_at: GeneratedTime;
};

export type DoorGroups = {
  id: Generated<string>;
  organisation_id: string;
  name: string;
  created_at: GeneratedTime;
};

export type DoorOrders = {
  order_id: string;
  organisation_id: string;
  door_id: string;
  kind: string;
  ordered_at: GeneratedTime;
  until: Time;
  ended_at: Time | null;
};

export type Doors = {
  id: Generated<string>;
  organisation_id: string;
  site_id: string;
  controller_id: string | null;
  name: string;
  open_seconds: Generated<number>;
  lock: Generated<string>;
  lock_at: Time | null;
  created_at: GeneratedTime;
  output: number | null;
  log_days: Generated<number>;
  position: Generated<string>;
  moved_at: Time | null;
  held_after_seconds: number | null;
  log_mode: Generated<string>;
  log_purpose: Generated<string>;
  unlock_schedule_id: string | null;
  unlock_first_person: Generated<boolean>;
  kept_locked_until: Time | null;
  alone_hours: Generated<number | null>;
  keypad: Generated<boolean>;
  reader_inside: Generated<boolean>;
  two_people: Generated<boolean>;
  area_id: string | null;
  airlock_id: string | null;
  step_up: Generated<boolean>;
  extended_open_seconds: Generated<number>;
  log_reason: string | null;
};

export type ExtendedTimes = {
  member_id: string;
  organisation_id: string;
  created_at: GeneratedTime;
};

export type Grants = {
  id: Generated<string>;
  organisation_id: string;
  door_id: string | null;
  member_id: string | null;
  group_id: string | null;
  role: string;
  valid_from: Time | null;
  valid_until: Time | null;
  created_at: GeneratedTime;
  schedule_id: string | null;
  door_group_id: string | null;
  unit_id: string | null;
};

export type GroupMembers = {
  organisation_id: string;
  group_id: string;
  member_id: string;
  created_at: GeneratedTime;
};

export type Groups = {
  id: Generated<string>;
  organisation_id: string;
  name: string;
  created_at: GeneratedTime;
};

export type IntegrationDoors = {
  integration_id: string;
  door_id: string;
  organisation_id: string;
};

export type Integrations = {
  id: Generated<string>;
  organisation_id: string;
  name: string;
  token_hash: Buffer;
  expires_at: Time;
  created_at: GeneratedTime;
};

export type Invitations = {
  id: Generated<string>;
  organisation_id: string;
  door_id: string;
  invited_by: string;
  email: string;
  language: string;
  role: string;
  valid_from: Time | null;
  valid_until: Time | null;
  created_at: GeneratedTime;
  expires_at: Time;
};

export type Leases = {
  id: string;
  organisation_id: string;
  unit_id: string;
  starts_at: Time;
  ends_at: Time | null;
  created_at: GeneratedTime;
};

export type LogChanges = {
  door_id: string;
  organisation_id: string;
  days_before: number[];
  gone_until: Time;
  changed_at: GeneratedTime;
};

export type LogHolders = {
  id: Generated<string>;
  organisation_id: string;
  member_id: string;
};

export type OpeningRequests = {
  id: string;
  organisation_id: string;
  door_id: string;
  member_id: string;
  at: Time;
  outcome: string;
  reason: string;
  expires_at: Time;
};

export type OrderReasons = {
  id: Generated<string>;
  order_id: string;
  organisation_id: string;
  why: string;
  ordered_by: string | null;
  until: Time;
};

export type Passages = {
  id: string;
  organisation_id: string;
  door_id: string;
  holder_id: string | null;
  at: Time;
  received_at: GeneratedTime;
  credential: string;
  outcome: string;
  reason: string;
  expires_at: Time;
  lost_since: Time | null;
  lost_opened: number | null;
  lost_refused: number | null;
  access_point: string | null;
};

export type Residents = {
  organisation_id: string;
  unit_id: string;
  member_id: string;
  created_at: GeneratedTime;
};

export type Schedules = {
  id: Generated<string>;
  organisation_id: string;
  name: string;
  week: unknown;
  holidays: unknown;
  half_days: unknown;
  exceptions: Generated<unknown>;
  created_at: GeneratedTime;
};

export type Tenants = {
  lease_id: string;
  organisation_id: string;
  member_id: string;
  unit_id: string;
  starts_at: Time;
  ends_at: Time | null;
};

export type Units = {
  id: Generated<string>;
  organisation_id: string;
  site_id: string;
  group_id: string | null;
  name: string;
  created_at: GeneratedTime;
};

export type UsageCells = {
  organisation_id: string;
  site_id: string;
  week: string;
  door_id: string | null;
  openings: number;
  people: number;
};

export type UsageWeeks = {
  site_id: string;
  week: string;
  organisation_id: string;
  counted_at: GeneratedTime;
};

export type AccessTables = {
  "access.airlocks": Airlocks;
  "access.alarm_acknowledgements": AlarmAcknowledgements;
  "access.alarm_letters": AlarmLetters;
  "access.area_resets": AreaResets;
  "access.areas": Areas;
  "access.code_doors": CodeDoors;
  "access.codes": Codes;
  "access.contact_lookups": ContactLookups;
  "access.controllers": Controllers;
  "access.credentials": Credentials;
  "access.door_alarms": DoorAlarms;
  "access.door_group_doors": DoorGroupDoors;
  "access.door_groups": DoorGroups;
  "access.door_orders": DoorOrders;
  "access.doors": Doors;
  "access.extended_times": ExtendedTimes;
  "access.grants": Grants;
  "access.group_members": GroupMembers;
  "access.groups": Groups;
  "access.integration_doors": IntegrationDoors;
  "access.integrations": Integrations;
  "access.invitations": Invitations;
  "access.leases": Leases;
  "access.log_changes": LogChanges;
  "access.log_holders": LogHolders;
  "access.opening_requests": OpeningRequests;
  "access.order_reasons": OrderReasons;
  "access.passages": Passages;
  "access.residents": Residents;
  "access.schedules": Schedules;
  "access.tenants": Tenants;
  "access.units": Units;
  "access.usage_cells": UsageCells;
  "access.usage_weeks": UsageWeeks;
};
