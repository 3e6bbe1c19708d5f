import { createTestDatabase } from "@terskel/platform/testing";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import { readCatalogue } from "@terskel/platform/db";
import { applyPolicies } from "../apply-policies.ts";
import type { Activity, Column, Keep, Processing } from "../declare.ts";
import { createHeldBack } from "../notice/held-back.ts";
import { noticeOf } from "../notice/facts.ts";
import type { Publisher } from "../notice/facts.ts";
import { kernelProcessing } from "../processing.ts";
import { createRetention } from "../retention/retention.ts";
import { createWithContext } from "../tenancy.ts";
import { trialActivity } from "../test-schema.ts";
import { text } from "../words.ts";

/** Tells of the old rule while another waits; the other has nobody who has to be told. */
export const told = "0190b6a0-0000-7000-8000-00000000000a";
export const upToDate = "0190b6a0-0000-7000-8000-00000000000b";
const operator = "0190b6a0-0000-7000-8000-00000000000c";

const tablesSql = `
  drop schema if exists trial cascade;
  create schema trial;
  grant usage on schema trial to terskel_app;
  create table trial.notes (
    id uuid primary key default uuidv7(), organisation_id uuid not null, member_id uuid,
    at timestamptz not null default now(), ends_at timestamptz not null default now() + interval '9 years',
    words text not null, face text, loud boolean not null default false);
  create index on trial.notes (at);
  create index on trial.notes (ends_at);
  create table trial.logins (
    id uuid primary key default uuidv7(), person_id uuid, at timestamptz not null, words text);
  create index on trial.logins (at);
  create table trial.lists (
    id uuid primary key default uuidv7(), organisation_id uuid not null, member_id uuid, words text not null);
  do $$ declare name text; begin
    foreach name in array array['notes', 'lists'] loop
      execute format('alter table trial.%I enable row level security, force row level security', name);
      execute format('create policy tenant on trial.%I using (organisation_id = kernel.organisation())', name);
    end loop;
  end $$;
  alter table trial.logins enable row level security, force row level security;
  create policy everybody on trial.logins using (kernel.activity() = 'trial.try');
  grant select, insert, update, delete on all tables in schema trial to terskel_app;`;

/** What a release declares; another one may declare more. */
export type Release = {
  readonly keep: Keep;
  readonly face?: Column;
  readonly loud?: Column;
  readonly lists?: boolean;
  readonly activity?: Partial<Activity>;
};

export const period = (days: number): Keep => ({ kind: "period", after: "at", days });

const member = {
  who: "member",
  column: "member_id",
  references: "kernel.memberships.id",
} as const;

function declare({ keep, face, loud, lists, activity }: Release): Processing[] {
  const use = trialActivity.id;
  const title = text("Notater", "Anteckningar", "Notes");
  const erase = { kind: "delete" } as const;
  return [
    kernelProcessing,
    {
      module: "trial",
      schemas: ["trial"],
      activities: [{ ...trialActivity, subjects: ["member", "account holder"], ...activity }],
      tables: [
        {
          table: "trial.notes",
          title,
          subjects: [member],
          columns: {
            id: ["technical"],
            organisation_id: ["technical"],
            member_id: ["pseudonym", use],
            at: ["time", use],
            ends_at: ["time", use],
            words: ["note", use],
            face: face ?? ["technical"],
            loud: loud ?? ["technical"],
          },
          keep,
          erase,
        },
        {
          table: "trial.logins",
          title,
          subjects: [
            { who: "account holder", column: "person_id", references: "identity.persons.id" },
          ],
          columns: {
            id: ["technical"],
            person_id: ["pseudonym", use],
            at: ["time", use],
            words: ["note", use],
          },
          keep: keep.kind === "period" ? keep : period(30),
          erase,
        },
        {
          table: "trial.lists",
          title,
          subjects: [member],
          columns: {
            id: ["technical"],
            organisation_id: ["technical"],
            member_id: ["pseudonym", ...(lists ? [use] : ["kernel.answer-rights"])],
            words: ["note", ...(lists ? [use] : ["kernel.answer-rights"])],
          },
          keep: { kind: "while", lives: "agreement" },
          erase,
        },
      ],
    },
  ];
}

/** An organisation's notice as a release made it, in force. */
async function publish(
  query: (text: string, values?: unknown[]) => Promise<unknown>,
  processings: readonly Processing[],
  id: string,
  kind: Publisher["kind"],
  number: number,
) {
  const party = { name: "Laget", number: "310020028", country: "NO", privacy: {} } as const;
  const facts = noticeOf(processings, { id, kind, party, words: {} }, undefined);
  await query(
    `insert into kernel.notice_versions
       (organisation_id, number, made_at, facts, pages, digest, activities, changes, material, in_force_at)
     values ($1, $2, now(), $3, '{}', 'of a test', $4, '[]', false, now())`,
    [id, number, JSON.stringify(facts), facts.purposes.map(({ from }) => from)],
  );
}

/** Two organisations and the operator, and a database in which one release follows another. */
export async function startReleases() {
  const database = await createTestDatabase();
  const query = async (statement: string, values: unknown[] = []) =>
    (await database.owner.query<{ value: string }>(statement, values)).rows.map(
      ({ value }) => value,
    );

  return {
    stop: async () => await database.drop(),
    query,
    /** What the last release told is in force; `upToDate` was told of what comes too. */
    async install(before: Release, after: Release) {
      await database.owner.query(`${tablesSql}
        delete from kernel.retention_ledger; delete from kernel.organisations;
        insert into kernel.organisations (id, name, number, country, kind) values
          ('${told}', 'Borettslaget', '974760673', 'NO', 'housing'),
          ('${upToDate}', 'Bostadsrättsföreningen', '5560125790', 'SE', 'housing'),
          ('${operator}', 'Driften', '310010014', 'NO', 'operator');`);
      await publish(query, declare(before), told, "housing", 1);
      await publish(query, declare(after), upToDate, "housing", 1);
      await publish(query, declare(before), operator, "operator", 1);
      await applyPolicies(database.owner, declare(after));
      const processings = declare(after);
      const activities = new Set(processings.flatMap((p) => p.activities.map(({ id }) => id)));
      const heldBack = createHeldBack(createWithContext(database.app, activities), processings);
      const withContext = createWithContext(database.app, activities, heldBack.isHeldBack);
      const catalogue = async () => await readCatalogue(database.app, ["kernel", "trial"]);
      const retention = createRetention({ withContext, processings, catalogue });
      return {
        /** A statement in the organisation's name. @returns its column `value` */
        act: async (organisation: string | undefined, statement: string) =>
          await withContext(
            { activity: trialActivity.id, organisation },
            async (tx: Transaction<unknown>) => {
              const { rows } = await sql.raw<{ value: unknown }>(statement).execute(tx);
              return rows.map(({ value }) => value);
            },
          ),
        late: async () => await retention.late(),
        retain: async () => await retention.job.run({}),
        /** What was announced is in force now. */
        async tellEveryone() {
          await publish(query, processings, told, "housing", 2);
          await publish(query, processings, operator, "operator", 2);
          heldBack.changed();
        },
      };
    },
  };
}
