-- What an organisation has on record to show that it keeps the law (GDPR Art. 5(2), 32, 33, 35; B17, D10).
create table kernel.assessments (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  kind text not null check (kind in ('risk', 'audit', 'dpia', 'procedure')),
  title text not null check (title <> ''),
  outcome text not null check (outcome <> ''),
  made_on date not null,
  -- When it is due again, and for which such day the privacy desk was reminded.
  next_on date,
  reminded text,
  recorded_by uuid,
  created_at timestamptz not null default now(),
  foreign key (organisation_id, recorded_by) references kernel.memberships (organisation_id, id)
    on delete set null (recorded_by)
);
create index on kernel.assessments (organisation_id, id);
create index on kernel.assessments (recorded_by);
create index on kernel.assessments (created_at);
create index on kernel.assessments (next_on) where next_on is not null;

create table kernel.breaches (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  title text not null check (title <> ''),
  what text not null check (what <> ''),
  -- The clock runs from becoming aware of it (Art. 33(1)).
  aware_at timestamptz not null,
  due_at timestamptz not null,
  high_risk boolean not null default false,
  affected integer check (affected >= 0),
  measures text,
  authority_told_at timestamptz,
  -- Why the authority was not told, or was told late (Art. 33(1)).
  authority_reason text,
  persons_told_at timestamptz,
  -- Why the persons were not told although the risk is high (Art. 34(3)).
  persons_reason text,
  closed_at timestamptz,
  reminded text,
  recorded_by uuid,
  created_at timestamptz not null default now(),
  foreign key (organisation_id, recorded_by) references kernel.memberships (organisation_id, id)
    on delete set null (recorded_by)
);
create index on kernel.breaches (organisation_id, id);
create index on kernel.breaches (recorded_by);
create index on kernel.breaches (closed_at);
create index on kernel.breaches (due_at) where closed_at is null;

do $$ declare name text; begin
  foreach name in array array['assessments', 'breaches'] loop
    execute format('alter table kernel.%I enable row level security, force row level security', name);
    -- The clock, which is nobody's desk in particular, sees all.
    execute format('create policy desk on kernel.%I using (kernel.doing(''kernel.account-for'')
      and (organisation_id = kernel.organisation() or kernel.organisation() is null))', name);
    execute format('grant select, insert, update, delete on kernel.%I to terskel_app', name);
  end loop;
end $$;
create policy clock on kernel.organisations for select using (
  kernel.doing('kernel.account-for') and kernel.organisation() is null
);
