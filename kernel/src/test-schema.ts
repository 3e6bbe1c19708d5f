import type { Activity, Processing } from "./declare.ts";
import { declareTable } from "./declare.ts";
import { text } from "./words.ts";
import type { Generated } from "kysely";

/**
 * A small module of its own for the kernel's tests: the kernel may not import a real one. Its SQL
 * is run by the owner of a test database.
 */
export const testSql = `
  create schema trial;
  grant usage on schema trial to terskel_app;
  create table trial.owners (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null,
    member_id uuid references kernel.memberships on delete cascade,
    name text not null
  );
  -- A mere link: from a key of its own to the person.
  create table trial.keys (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null,
    member_id uuid references kernel.memberships on delete cascade
  );
  create table trial.visits (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null,
    at timestamptz not null
  );
  create index on trial.visits (at);
  create table trial.invitations (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null,
    key_id uuid references trial.keys on delete cascade,
    email text not null,
    expires_at timestamptz
  );
  create index on trial.invitations (expires_at);
  do $$ declare name text; begin
    foreach name in array array['owners', 'keys', 'visits', 'invitations'] loop
      execute format('alter table trial.%I enable row level security, force row level security', name);
      execute format('create policy tenant on trial.%I using (
        organisation_id = kernel.organisation() or kernel.doing(''trial.everywhere''))', name);
    end loop;
  end $$;
  grant select, insert, update, delete on all tables in schema trial to terskel_app;
`;

type Owners = {
  id: Generated<string>;
  organisation_id: string;
  member_id: string | null;
  name: string;
};
type Keys = { id: Generated<string>; organisation_id: string; member_id: string | null };
type Visits = { id: Generated<string>; organisation_id: string; at: Date };
type Invitations = {
  id: Generated<string>;
  organisation_id: string;
  key_id: string | null;
  email: string;
  expires_at: Date | null;
};
export const trialActivity: Activity = {
  id: "trial.try",
  purpose: { nb: "Prøve", sv: "Prova", en: "Try" },
  basis: "contract",
  controller: "operator",
  subjects: ["visitor"],
  sources: ["the person"],
  recipients: ["the person"],
  promises: [],
};

export const trialProcessing: Processing = {
  module: "trial",
  schemas: ["trial"],
  activities: [trialActivity],
  tables: [
    declareTable<Owners>()({
      table: "trial.owners",
      title: text("Eiere", "Ägare", "Owners"),
      subjects: [{ who: "visitor", column: "member_id", references: "kernel.memberships.id" }],
      columns: {
        id: ["pseudonym", "trial.try"],
        organisation_id: ["technical"],
        member_id: ["pseudonym", "trial.try"],
        name: ["name", "trial.try"],
      },
      keep: { kind: "while", lives: "account" },
      erase: { kind: "delete" },
    }),
    declareTable<Keys>()({
      table: "trial.keys",
      title: text("Nøkler", "Nycklar", "Keys"),
      subjects: [{ who: "visitor", column: "member_id", references: "kernel.memberships.id" }],
      columns: {
        id: ["pseudonym", "trial.try"],
        organisation_id: ["technical"],
        member_id: ["pseudonym", "trial.try"],
      },
      keep: { kind: "while", lives: "account" },
      erase: { kind: "delete" },
    }),
    declareTable<Visits>()({
      table: "trial.visits",
      noPersonalData: "Counts only.",
      columns: { id: ["technical"], organisation_id: ["technical"], at: ["technical"] },
      keep: { kind: "period", after: "at", days: 30 },
      erase: { kind: "nothing" },
    }),
    declareTable<Invitations>()({
      table: "trial.invitations",
      title: text("Invitasjoner", "Inbjudningar", "Invitations"),
      words: { key_id: text("Nøkkel", "Nyckel", "Key") },
      subjects: [
        { who: "invited person", column: "email" },
        {
          who: "visitor",
          column: "key_id",
          references: "trial.keys.id",
          onward: { column: "member_id", references: "kernel.memberships.id" },
        },
      ],
      columns: {
        id: ["technical"],
        organisation_id: ["technical"],
        key_id: ["pseudonym", "trial.try"],
        email: ["contact", "trial.try"],
        expires_at: ["time", "trial.try"],
      },
      keep: { kind: "until", column: "expires_at" },
      erase: { kind: "delete" },
    }),
  ],
};
