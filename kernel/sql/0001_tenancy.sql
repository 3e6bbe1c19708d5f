-- Tenancy: who the organisations are, where they are, and who belongs to them.
create schema kernel;
grant usage on schema kernel to terskel_app;

-- The context of the transaction, set by withContext and by nothing else. Absent: null, and then
-- every policy below is false.
create function kernel.organisation() returns uuid language sql stable parallel safe
  return nullif(current_setting('terskel.organisation', true), '')::uuid;
create function kernel.person() returns uuid language sql stable parallel safe
  return nullif(current_setting('terskel.person', true), '')::uuid;
create function kernel.member() returns uuid language sql stable parallel safe
  return nullif(current_setting('terskel.member', true), '')::uuid;
create function kernel.activity() returns text language sql stable parallel safe
  return nullif(current_setting('terskel.activity', true), '');

-- Is this transaction for one of these activities? Only for what has to see more than one
-- organisation: signing in (nobody is known yet), the controllers' messages, retention.
create function kernel.doing(variadic activities text[]) returns boolean
  language sql stable parallel safe
  return coalesce(kernel.activity() = any (activities || array['kernel.retention']), false);

create table kernel.organisations (
  id uuid primary key default uuidv7(),
  name text not null check (name <> ''),
  number text not null,
  country text not null check (country in ('NO', 'SE')),
  kind text not null check (kind in ('operator', 'housing', 'office', 'shop', 'employer')),
  created_at timestamptz not null default now(),
  unique (country, number)
);
alter table kernel.organisations enable row level security, force row level security;
create policy administer on kernel.organisations using (
  kernel.doing('kernel.administer-organisations', 'kernel.set-up')
);
create policy read on kernel.organisations for select using (
  id = kernel.organisation()
  or kernel.doing('identity.sign-in', 'access.run-controllers')
);

create table kernel.sites (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  name text not null check (name <> ''),
  address text not null default '',
  time_zone text not null default 'Europe/Oslo',
  created_at timestamptz not null default now(),
  unique (organisation_id, name),
  unique (organisation_id, id)
);
alter table kernel.sites enable row level security, force row level security;
create policy tenant on kernel.sites using (organisation_id = kernel.organisation());

-- A person as one organisation knows them. person_id is the account, once its owner has signed in.
create table kernel.memberships (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  person_id uuid,
  name text not null check (name <> ''),
  email text check (email = lower(email)),
  phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  role text not null default 'member' check (role in ('member', 'administrator')),
  source text not null check (source in ('import', 'invitation', 'administrator', 'operator')),
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  unique (organisation_id, person_id),
  unique (organisation_id, email),
  unique (organisation_id, phone)
);
create index on kernel.memberships (person_id);
create index on kernel.memberships (email);
create index on kernel.memberships (phone);
create index on kernel.memberships (organisation_id, name, id);
alter table kernel.memberships enable row level security, force row level security;
create policy tenant on kernel.memberships using (
  organisation_id = kernel.organisation()
  or person_id = kernel.person() and kernel.activity() = 'identity.account'
  or kernel.doing('identity.sign-in')
);
-- Whoever looks at My profile sees the organisations they belong to.
create policy read_own on kernel.organisations for select using (
  kernel.activity() = 'identity.account' and exists (
    select from kernel.memberships m
     where m.organisation_id = organisations.id and m.person_id = kernel.person())
);

grant select, insert, update, delete on all tables in schema kernel to terskel_app;
