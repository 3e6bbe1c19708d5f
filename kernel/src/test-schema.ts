import type { Activity, Processing } from "./declare.ts";
import { declareTable } from "./declare.ts";
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
    name text not null
  );
  create table trial.visits (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null,
    at timestamptz not null
  );
  create table trial.invitations (
    id uuid primary key default uuidv7(),
    organisation_id uuid not null,
    owner_id uuid references trial.owners on delete cascade,
    email text not null,
    expires_at timestamptz
  );
  do $$ declare name text; begin
    foreach name in array array['owners', 'visits', 'invitations'] loop
      execute format('alter table trial.%I enable row level security, force row level security', name);
      execute format('create policy tenant on trial.%I using (
        organisation_id = kernel.organisation() or kernel.doing(''trial.everywhere''))', name);
    end loop;
  end $$;
  grant select, insert, update, delete on all tables in schema trial to terskel_app;
`;

type Owners = { id: Generated<string>; organisation_id: string; name: string };
type Visits = { id: Generated<string>; organisation_id: string; at: Date };
type Invitations = {
  id: Generated<string>;
  organisation_id: string;
  owner_id: string | null;
  email: string;
  expires_at: Date | null;
};
export const trialActivity: Activity = {
  id: "trial.try",
  purpose: { nb: "Prøve", sv: "Prova", en: "Try" },
  basis: "contract",
  role: "controller",
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
      subjects: [{ who: "visitor", column: "id" }],
      columns: {
        id: ["pseudonym", "trial.try"],
        organisation_id: ["technical"],
        name: ["name", "trial.try"],
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
      subjects: [
        { who: "invited person", column: "email" },
        { who: "visitor", column: "owner_id", references: "trial.owners.id" },
      ],
      columns: {
        id: ["technical"],
        organisation_id: ["technical"],
        owner_id: ["pseudonym", "trial.try"],
        email: ["contact", "trial.try"],
        expires_at: ["time", "trial.try"],
      },
      keep: { kind: "until", column: "expires_at" },
      erase: { kind: "delete" },
    }),
  ],
};
