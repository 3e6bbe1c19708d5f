import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pool } from "pg";
import { createPool } from "../db/pool.ts";
import { testServerVariable } from "../testing/database.ts";

export const key = Buffer.alloc(32, 9);

/** Tables of every kind that a backup has to carry, in an order that is not that of their names. */
export const trialSql = `
  create schema trial;
  create table trial.owners (
    id uuid primary key default uuidv7(), name text not null, picture bytea,
    shouted text generated always as (upper(name)) stored
  );
  create table trial.a_parts (
    number bigint generated always as identity primary key,
    owner_id uuid references trial.owners, parent bigint references trial.a_parts,
    tags text[] not null default '{}', facts jsonb, ip inet, made date
  );
  create table trial.visits (
    at timestamptz not null, owner_id uuid not null references trial.owners, note text
  ) partition by range (at);
  create function trial.count_it() returns trigger language plpgsql as $$ begin
    raise 'inserted again'; end $$;
  create table trial.moved (id integer primary key);
  alter table trial.owners enable row level security, force row level security;
`;
export const partitionsSql = `
  create table trial.visits_1 partition of trial.visits
    for values from ('2026-11-01') to ('2026-11-08');
  create table trial.visits_2 partition of trial.visits
    for values from ('2026-11-08') to ('2026-11-15') partition by list (note);
  create table trial.visits_2_a partition of trial.visits_2 for values in ('a''b', 'c');
  create table trial.visits_2_rest partition of trial.visits_2 default;
  alter table trial.visits_1 enable row level security, force row level security;
`;
export const rowsSql = `
  insert into trial.owners (id, name, picture) values
    ('0199aaaa-0000-7000-8000-000000000001', e'Kari\\t"Nord\\\\lie"\\n\\\\.\\nÅse', '\\x00ff0a5c2e0a'),
    ('0199aaaa-0000-7000-8000-000000000002', '', null);
  insert into trial.a_parts (owner_id, parent, tags, facts, ip, made) values
    ('0199aaaa-0000-7000-8000-000000000001', null, '{a,"b c"}', '{"k": [1, null]}', '::1', '2026-02-28'),
    (null, 1, '{}', null, null, 'infinity');
  insert into trial.visits select make_timestamptz(2026, 11, 1 + n, 12, 0, 0.123456, 'UTC'),
    '0199aaaa-0000-7000-8000-000000000001', (array['c', 'x', null])[1 + n % 3]
    from generate_series(0, 13) n;
  create trigger count_it before insert on trial.moved for each row execute function trial.count_it();
  alter table trial.moved disable trigger count_it;
  insert into trial.moved values (1);
  alter table trial.moved enable trigger count_it;
`;

/** A new empty database on the tests' server, and a folder for files. */
export async function emptyDatabase(name: string): Promise<{ url: string; pool: Pool }> {
  const server = createPool(process.env[testServerVariable] ?? "", { max: 1 });
  await server.query(`drop database if exists ${name} with (force)`);
  await server.query(`create database ${name} template template0`);
  await server.end();
  const address = new URL(process.env[testServerVariable] ?? "");
  address.pathname = `/${name}`;
  return { url: address.href, pool: createPool(address.href, { max: 2 }) };
}

export async function dropDatabase(name: string): Promise<void> {
  const server = createPool(process.env[testServerVariable] ?? "", { max: 1 });
  await server.query(`drop database if exists ${name} with (force)`);
  await server.end();
}

export function withFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "terskel-test-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
