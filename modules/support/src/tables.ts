// Generated from the database by `npm run generate`. Do not edit.
import type { ColumnType } from "kysely";

type Time = ColumnType<Date, Date | string, Date | string>;

export type Assignments = {
  case_id: string;
  organisation_id: string;
  member_id: string;
};

export type Authors = {
  message_id: string;
  organisation_id: string;
  member_id: string;
};

export type Cases = {
  id: string;
  organisation_id: string;
  member_id: string;
  number: number;
  subject: string;
  state: string;
  opened_at: Time;
  turned_at: Time;
  closed_at: Time | null;
};

export type Messages = {
  id: string;
  organisation_id: string;
  case_id: string;
  member_id: string;
  side: string;
  told: string | null;
  body: string;
  at: Time;
};

export type Numbers = {
  organisation_id: string;
  last: number;
};

export type SupportTables = {
  "support.assignments": Assignments;
  "support.authors": Authors;
  "support.cases": Cases;
  "support.messages": Messages;
  "support.numbers": Numbers;
};
