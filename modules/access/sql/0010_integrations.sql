-- A third party that reads by the API who uses the doors it controls, and what happened at them (C10).
create table access.integrations (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  -- Who it is: a firm's name.
  name text not null check (name <> ''),
  -- SHA-256 of the token, which is shown once and stored nowhere.
  token_hash bytea not null unique,
  -- From then on it reads nothing.
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, id),
  unique (organisation_id, name)
);
alter table access.integrations enable row level security, force row level security;
create policy tenant on access.integrations using (organisation_id = kernel.organisation());
-- Whose token it is, before anything else is known.
create policy sign_in on access.integrations for select using (
  kernel.doing('access.share-with-integrations') and kernel.organisation() is null
);

create table access.integration_doors (
  integration_id uuid not null,
  door_id uuid not null,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  primary key (integration_id, door_id),
  foreign key (organisation_id, integration_id) references access.integrations (organisation_id, id) on delete cascade,
  foreign key (organisation_id, door_id) references access.doors (organisation_id, id) on delete cascade
);
create index on access.integration_doors (door_id);
create index on access.integration_doors (organisation_id);
alter table access.integration_doors enable row level security, force row level security;
create policy tenant on access.integration_doors using (organisation_id = kernel.organisation());
grant select, insert, update, delete on access.integrations, access.integration_doors to terskel_app;

-- The doors that the integration which asks may read, until its time is up. Which one asks is said in the
-- transaction, as who acts is.
create function access.shared_doors() returns setof uuid language sql stable
  set search_path = pg_catalog as $$
  select d.door_id from access.integration_doors d join access.integrations i on i.id = d.integration_id
   where i.id = nullif(current_setting('terskel.integration', true), '')::uuid
     and i.organisation_id = kernel.organisation() and i.expires_at > now()
$$;

create policy share on access.passages for select using (
  organisation_id = kernel.organisation()
  and kernel.activity() = 'access.share-with-integrations'
  and door_id = any (array(select access.shared_doors()))
);

-- Those who have been given access to a door that is shared, and whose access is in force. By themselves, by
-- a group, or by where they live.
create function access.shared_members() returns table (member_id uuid, door_id uuid) language sql stable
  set search_path = pg_catalog as $$
  with held as (
    select g.member_id, g.group_id, g.door_id from access.grants g
     where g.organisation_id = kernel.organisation()
       and g.door_id = any (array(select access.shared_doors()))
       and (g.valid_from is null or g.valid_from <= now())
       and (g.valid_until is null or g.valid_until > now())
  )
  select h.member_id, h.door_id from held h where h.member_id is not null
  union
  select m.member_id, h.door_id from held h join access.group_members m on m.group_id = h.group_id
  union
  select r.member_id, h.door_id from held h
    join access.units u on u.group_id = h.group_id join access.residents r on r.unit_id = u.id
$$;
revoke all on function access.shared_doors(), access.shared_members() from public;
grant execute on function access.shared_doors(), access.shared_members() to terskel_app;
