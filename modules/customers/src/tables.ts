// Generated from the database by `npm run generate`. Do not edit.
import type { ColumnType, Generated } from "kysely";

type Time = ColumnType<Date, Date | string, Date | string>;

export type Contacts = {
  id: Generated<string>;
  organisation_id: string;
  name: string;
  email: string;
  address_key: string;
  position: string | null;
  company: string;
  customer_kind: string;
  language: string;
  source: string;
  last_contact_at: Time;
  created_at: Time;
};

export type Deliveries = {
  id: Generated<string>;
  organisation_id: string;
  mailing_id: string;
  contact_id: string | null;
  email: string | null;
  address_key: string;
  token_hash: Buffer;
  state: Generated<string>;
  attempts: Generated<number>;
  at: Time;
  unsubscribed_at: Time | null;
  answered: Generated<boolean>;
};

export type Mailings = {
  id: Generated<string>;
  organisation_id: string;
  kind: string;
  texts: unknown;
  state: Generated<string>;
  created_at: Time;
  confirmed_at: Time | null;
  ended_at: Time | null;
  begun: Generated<number>;
  sent: Generated<number>;
  failed: Generated<number>;
  unsubscribed: Generated<number>;
};

export type SurveyComments = {
  id: Generated<string>;
  organisation_id: string;
  mailing_id: string;
  comment: string;
  shown: Generated<boolean>;
  month: Time;
};

export type SurveyCounts = {
  mailing_id: string;
  organisation_id: string;
  question: number;
  choice: number;
  customer_kind: string;
  month: Time;
  shown: number;
  shown_sum: number;
  waiting: number;
  waiting_sum: number;
};

export type Surveys = {
  mailing_id: string;
  organisation_id: string;
  kind: string;
  questions: unknown;
};

export type CustomersTables = {
  "customers.contacts": Contacts;
  "customers.deliveries": Deliveries;
  "customers.mailings": Mailings;
  "customers.survey_comments": SurveyComments;
  "customers.survey_counts": SurveyCounts;
  "customers.surveys": Surveys;
};
