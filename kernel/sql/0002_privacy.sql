-- What retention, restriction and the answering of rights need. The policies that follow from the
-- declarations (expiry, restriction, lock) are derived and applied after the migrations.

-- Retention no longer passes here: it has a derived policy on every table.
create or replace function kernel.doing(variadic activities text[]) returns boolean
  language sql stable parallel safe
  return coalesce(kernel.activity() = any (activities), false);

-- The persons that a rights request is about, set by withContext: {"member": [...], "account": [...], "address": [...]}.
create function kernel.subjects(kind text) returns setof text language sql stable parallel safe
  begin atomic
    select jsonb_array_elements_text(
      coalesce(nullif(current_setting('terskel.subjects', true), ''), '{}')::jsonb -> kind);
  end;

alter table kernel.organisations
  -- When the agreement ended or will end, and when its data goes (A13, D12).
  add column agreement_ends_at timestamptz,
  add column data_goes_at timestamptz,
  add check (data_goes_at >= agreement_ends_at and data_goes_at <= agreement_ends_at + interval '6 months');
create policy engine on kernel.organisations for select using (
  kernel.doing('kernel.retention', 'kernel.answer-rights', 'kernel.verify-erasure')
);

-- The end of a law's time: so many years after the end of the calendar year of `moment`, by the
-- organisation's country. Norway and Sweden share their clock.
create function kernel.law_end(moment timestamptz, no integer, se integer, organisation uuid)
  returns timestamptz language sql stable parallel safe
  begin atomic
    select make_timestamptz(
        extract(year from moment at time zone 'Europe/Oslo')::integer + 1
          + case o.country when 'NO' then no else se end, 1, 1, 0, 0, 0, 'Europe/Oslo')
      from kernel.organisations o where o.id = organisation;
  end;

-- Of whom what is not to be used: every activity that may not go on while restricted (Art. 18), or
-- one that was objected to (Art. 21).
create table kernel.withholdings (
  id uuid primary key default uuidv7(),
  organisation_id uuid references kernel.organisations on delete cascade,
  member_id uuid,
  person_id uuid,
  address text,
  activity text,
  since timestamptz not null default now(),
  check (num_nonnulls(member_id, person_id, address) = 1),
  check (member_id is null or organisation_id is not null),
  unique nulls not distinct (organisation_id, member_id, person_id, address, activity),
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id) on delete cascade
);
create index on kernel.withholdings (member_id);
create index on kernel.withholdings (person_id);
create index on kernel.withholdings (address);
alter table kernel.withholdings enable row level security, force row level security;
-- Whoever reads in an organisation needs to know its own; who reads across organisations, all.
create policy tenant on kernel.withholdings using (
  organisation_id = kernel.organisation() or person_id = kernel.person()
  or kernel.organisation() is null and kernel.person() is null and kernel.activity() is not null
);

create function kernel.active_while_restricted() returns text[]
  language sql immutable parallel safe return '{}'::text[];

-- The keys of the persons whose data the transaction's activity may not use.
create function kernel.withheld(kind text) returns setof text language sql stable parallel safe
  begin atomic
    select key from (
      select case kind when 'member' then w.member_id::text when 'account' then w.person_id::text
             else w.address end as key
        from kernel.withholdings w
       where w.activity = kernel.activity()
          or w.activity is null and not kernel.activity() = any (kernel.active_while_restricted())
    ) keys where key is not null;
  end;

-- Legal holds: while one is in force, what it covers is neither deleted nor erased.
create table kernel.holds (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  member_id uuid,
  -- `schema.table`; null: every table.
  table_name text,
  reason text not null check (reason <> ''),
  placed_by uuid,
  placed_at timestamptz not null default now(),
  until timestamptz not null,
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id) on delete cascade,
  foreign key (organisation_id, placed_by) references kernel.memberships (organisation_id, id)
    on delete set null (placed_by)
);
create index on kernel.holds (organisation_id, until);
create index on kernel.holds (member_id);
create index on kernel.holds (placed_by);
alter table kernel.holds enable row level security, force row level security;
create policy tenant on kernel.holds using (organisation_id = kernel.organisation());

-- What went, how much of it, under which rule and when. No personal data, and it outlives both the
-- data and the organisation.
create table kernel.retention_ledger (
  id uuid primary key default uuidv7(),
  at timestamptz not null default now(),
  organisation_id uuid,
  table_name text not null,
  rule text not null,
  cause text not null check (cause in ('retention', 'erasure', 'agreement-ended', 'restore')),
  rows bigint not null check (rows > 0)
);
create index on kernel.retention_ledger (organisation_id, at desc, id desc);
alter table kernel.retention_ledger enable row level security, force row level security;
create policy tenant on kernel.retention_ledger using (
  organisation_id = kernel.organisation()
  or kernel.doing('kernel.retention', 'kernel.answer-rights', 'kernel.administer-organisations')
);

-- Rows that law keeps after their person's erasure (Art. 17(3)(b)): locked away until their time.
create table kernel.locked_rows (
  table_name text not null,
  row_id uuid not null,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  law text not null,
  until timestamptz not null,
  primary key (table_name, row_id)
);
create index on kernel.locked_rows (until);
alter table kernel.locked_rows enable row level security, force row level security;
create policy tenant on kernel.locked_rows using (
  organisation_id = kernel.organisation()
  or kernel.organisation() is null and kernel.activity() is not null
);

grant select, insert, update, delete on
  kernel.withholdings, kernel.holds, kernel.retention_ledger, kernel.locked_rows to terskel_app;
