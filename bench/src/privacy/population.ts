import type { Pool } from "pg";

/** What is asked about: ids of doors and of members, each with the organisation and its administrator. */
export type Population = {
  readonly doors: readonly { id: string; organisation: string; administrator: string }[];
  readonly members: readonly { id: string; organisation: string }[];
  /** A member with `MANY` passages. */
  readonly frequent: { id: string; holder: string; organisation: string };
};

const MANY = 50_000;

/** How wide a partition is; see modules/access/sql. */
const WIDTH_S = 22 * 3600;

/** How many partitions are over. */
export const OVER = 5;

/**
 * 50 organisations with 40 doors and 400 members each: 30 housing, whose doors keep their log for 14 days,
 * and 20 offices with 90; at one door in ten another interval between 1 and 365 days is set.
 */
export async function populate(owner: Pool): Promise<void> {
  await owner.query(`
    insert into kernel.organisations (name, number, country, kind)
      select 'Organisation ' || n, n::text, 'NO', case when n <= 30 then 'housing' else 'office' end
        from generate_series(1, 50) n;
    insert into kernel.sites (organisation_id, name) select id, 'Site' from kernel.organisations;
    insert into access.doors (organisation_id, site_id, name, log_days)
      select s.organisation_id, s.id, 'Door ' || n,
             case when n % 10 = 0 then 1 + (n * 7919 + o.number::integer * 104729) % 365
                  when o.kind = 'housing' then 14 else 90 end
        from kernel.sites s join kernel.organisations o on o.id = s.organisation_id, generate_series(1, 40) n;
    insert into kernel.memberships (organisation_id, name, source)
      select id, 'Member ' || n, 'import' from kernel.organisations, generate_series(0, 399) n;
    insert into access.log_holders (organisation_id, member_id)
      select organisation_id, id from kernel.memberships;
    insert into access.grants (organisation_id, door_id, member_id, role)
      select d.organisation_id, d.id, m.id, 'door_administrator'
        from access.doors d join kernel.memberships m using (organisation_id) where m.name = 'Member 0'`);
}

/**
 * As many passages, as many a day at each door, for as long as its interval and `OVER` partitions longer: as
 * it is when these are over. They stand in \`bench.log\`, one table with the same columns, policies and indexes
 * and one more, by which to delete; and in \`access.passages\`. Both were written in the order of time.
 */
export async function fill(owner: Pool, passages: number): Promise<void> {
  const first = Math.floor(Date.now() / 1000 / WIDTH_S) - OVER;
  for (let n = first; n < first + OVER; n += 1) {
    await owner.query(`create table access_partitions.passages_${n} partition of access.passages
      for values from (to_timestamp(${n * WIDTH_S})) to (to_timestamp(${(n + 1) * WIDTH_S}))`);
  }
  await owner.query(`
    create schema bench;
    create table bench.log (like access.passages including defaults);
    set work_mem = '512MB';
    with door as (
      select d.*, row_number() over () as n, d.log_days * interval '24 hours' + now() - to_timestamp(${first * WIDTH_S}) as back
        from access.doors d
    ), many as (
      select *, (${passages} * extract(epoch from back)
                 / (select sum(extract(epoch from back)) from door))::integer as passages from door
    ), holder as (
      select organisation_id, array_agg(id) as ids from access.log_holders group by 1
    )
    insert into bench.log
    select gen_random_uuid(), d.organisation_id, d.id, h.ids[1 + (hashint8(i * 31 + d.n) & 1048575) % 400],
           p.at, p.at, 'card', 'opened', 'granted', p.at + d.log_days * interval '24 hours'
      from many d join holder h using (organisation_id), generate_series(1, d.passages) i,
           lateral (select now() - (i - 0.5) / d.passages * d.back as at) p
     order by p.at;
    reset work_mem`);
  await owner.query(`
    update bench.log set holder_id = (select id from access.log_holders h where h.organisation_id = log.organisation_id limit 1)
     where ctid = any (array(select l.ctid from bench.log l join kernel.organisations o on o.id = l.organisation_id
                              where o.number = '50' order by random() limit ${MANY}))`);
}

/** Indexes afterwards, on both alike: quicker than with every row. */
export async function copyAndIndex(owner: Pool): Promise<void> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
       from pg_index where indrelid = 'access.passages'::regclass and not indisprimary`,
  );
  await owner.query("alter table access.passages drop constraint passages_key");
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  await owner.query("insert into access.passages select * from bench.log order by ctid");
  for (const table of ["access.passages", "bench.log"]) {
    await owner.query(`alter table ${table} add primary key (id, expires_at)`);
    for (const { definition } of rows)
      await owner.query(definition.replace(/INDEX \w+ ON (ONLY )?[\w.]+/, `INDEX ON ${table}`));
  }
  await owner.query("create index on bench.log (expires_at)");
  await owner.query(`
    alter table bench.log enable row level security, force row level security;
    grant usage on schema bench to terskel_app;
    grant select on bench.log to terskel_app`);
  const policies = await owner.query<{ sql: string }>(
    `select format('create policy %I on bench.log as %s for %s to %s using (%s)', policyname, permissive, cmd,
                   array_to_string(roles, ', '), qual) as sql
       from pg_policies where schemaname = 'access' and tablename = 'passages'`,
  );
  for (const { sql } of policies.rows) await owner.query(sql);
  await owner.query("vacuum analyze bench.log");
  await owner.query("vacuum analyze access.passages");
  await owner.query("analyze");
}

export async function readPopulation(owner: Pool): Promise<Population> {
  const doors = await owner.query<Population["doors"][number]>(
    `select d.id, d.organisation_id as organisation, m.id as administrator
       from access.doors d join kernel.memberships m using (organisation_id)
      where m.name = 'Member 0' order by md5(d.id::text)`,
  );
  const members = await owner.query<Population["members"][number]>(
    "select id, organisation_id as organisation from kernel.memberships order by md5(id::text)",
  );
  const frequent = await owner.query<Population["frequent"]>(
    `select h.member_id as id, h.id as holder, h.organisation_id as organisation from access.log_holders h
      where h.id = (select holder_id from bench.log group by 1 order by count(*) desc limit 1)`,
  );
  return { doors: doors.rows, members: members.rows, frequent: frequent.rows[0]! };
}
