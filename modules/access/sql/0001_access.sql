-- Doors and who may open them. Members are kernel.memberships; foreign keys carry the organisation,
-- so a row can never point into another organisation.
create schema access;
grant usage on schema access to terskel_app;

create table access.controllers (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  site_id uuid not null,
  name text not null check (name <> ''),
  -- The token is derived from the secret, the id and this; raising it makes the old token void.
  token_generation integer not null default 1,
  list_revision integer not null default 0,
  list_hash bytea,
  list_reported integer not null default 0,
  online boolean not null default false,
  last_seen_at timestamptz,
  created_at timestamptz not null default now(),
  unique (organisation_id, name),
  unique (organisation_id, id),
  foreign key (organisation_id, site_id) references kernel.sites (organisation_id, id) on delete cascade
);
create index on access.controllers (organisation_id, site_id);

create table access.doors (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  site_id uuid not null,
  controller_id uuid,
  name text not null check (name <> ''),
  open_seconds integer not null default 5 check (open_seconds between 1 and 60),
  lock text not null default 'unknown' check (lock in ('unknown', 'locked', 'unlocked')),
  lock_at timestamptz,
  created_at timestamptz not null default now(),
  unique (organisation_id, site_id, name),
  unique (organisation_id, id),
  foreign key (organisation_id, site_id) references kernel.sites (organisation_id, id) on delete cascade,
  foreign key (organisation_id, controller_id) references access.controllers (organisation_id, id)
    on delete set null (controller_id)
);
create index on access.doors (controller_id);

create table access.groups (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  name text not null check (name <> ''),
  created_at timestamptz not null default now(),
  unique (organisation_id, name),
  unique (organisation_id, id)
);

create table access.group_members (
  organisation_id uuid not null references kernel.organisations on delete cascade,
  group_id uuid not null,
  member_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (group_id, member_id),
  foreign key (organisation_id, group_id) references access.groups (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id) on delete cascade
);
create index on access.group_members (member_id);

create table access.units (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  site_id uuid not null,
  -- Residents of the unit belong to this group as long as they live there.
  group_id uuid,
  name text not null check (name <> ''),
  created_at timestamptz not null default now(),
  unique (organisation_id, site_id, name),
  unique (organisation_id, id),
  foreign key (organisation_id, site_id) references kernel.sites (organisation_id, id) on delete cascade,
  foreign key (organisation_id, group_id) references access.groups (organisation_id, id)
    on delete set null (group_id)
);
create index on access.units (group_id);

create table access.residents (
  organisation_id uuid not null references kernel.organisations on delete cascade,
  unit_id uuid not null,
  member_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (unit_id, member_id),
  foreign key (organisation_id, unit_id) references access.units (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id) on delete cascade
);
create index on access.residents (member_id);

create table access.grants (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  door_id uuid not null,
  member_id uuid,
  group_id uuid,
  role text not null check (role in ('user', 'door_administrator', 'owner')),
  valid_from timestamptz,
  valid_until timestamptz,
  created_at timestamptz not null default now(),
  check (num_nonnulls(member_id, group_id) = 1),
  check (valid_from < valid_until),
  unique nulls not distinct (door_id, member_id, group_id, role, valid_from, valid_until),
  foreign key (organisation_id, door_id) references access.doors (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id) on delete cascade,
  foreign key (organisation_id, group_id) references access.groups (organisation_id, id) on delete cascade
);
create index on access.grants (member_id);
create index on access.grants (group_id);
create index on access.grants (organisation_id, id);

-- A card or fob. Its number is kept as a keyed hash only.
create table access.credentials (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  member_id uuid not null,
  kind text not null check (kind in ('card', 'fob')),
  number_hash bytea not null,
  label text not null,
  created_at timestamptz not null default now(),
  unique (organisation_id, number_hash),
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id) on delete cascade
);
create index on access.credentials (member_id);

-- An invitation under way (C7). Its token is derived from the id, never stored. Used, withdrawn or
-- expired, the row is deleted, and the address with it.
create table access.invitations (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  door_id uuid not null,
  invited_by uuid not null,
  email text not null check (email = lower(email)),
  language text not null check (language in ('nb', 'sv', 'en')),
  role text not null check (role in ('user', 'door_administrator', 'owner')),
  valid_from timestamptz,
  valid_until timestamptz,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  check (valid_from < valid_until),
  foreign key (organisation_id, door_id) references access.doors (organisation_id, id) on delete cascade,
  foreign key (organisation_id, invited_by) references kernel.memberships (organisation_id, id) on delete cascade
);
create index on access.invitations (expires_at);
create index on access.invitations (organisation_id, id);
create index on access.invitations (invited_by);
create index on access.invitations (door_id);

-- The log (C4). The id is the event's own, so that an event delivered twice is counted once.
create table access.passages (
  id uuid primary key,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  door_id uuid not null,
  member_id uuid,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  credential text not null,
  outcome text not null check (outcome in ('opened', 'refused', 'unanswered')),
  reason text not null,
  foreign key (organisation_id, door_id) references access.doors (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id)
    on delete set null (member_id)
);
create index on access.passages (door_id, at desc, id desc);
create index on access.passages (member_id, at desc, id desc);
create index on access.passages (organisation_id, at desc, id desc);
-- For live lists that have to catch up: what came in since, whenever it happened.
create index on access.passages (organisation_id, received_at, id);

-- The doors a member administers now, by a grant of their own or of a group of theirs, each with the
-- highest role. A member of another organisation than the context's administers nothing: the rows
-- are read under the caller's own row-level security.
create function access.administered(member uuid) returns table (door_id uuid, role text)
  language sql stable set search_path = pg_catalog as $$
  with groups as (
    select gm.group_id from access.group_members gm where gm.member_id = member
    union
    select u.group_id from access.units u join access.residents r on r.unit_id = u.id
     where r.member_id = member and u.group_id is not null
  ), grants as (  -- two halves, each by an index of its own
    select g.* from access.grants g where g.member_id = member
    union all
    select g.* from access.grants g join groups using (group_id)
  )
  select g.door_id, max(g.role)  -- 'owner' sorts after 'door_administrator'
    from grants g
   where g.role in ('door_administrator', 'owner')
     and (g.valid_from is null or g.valid_from <= now())
     and (g.valid_until is null or g.valid_until > now())
   group by g.door_id
$$;

revoke all on function access.administered from public;
grant execute on function access.administered to terskel_app;

-- Whoever removes a member takes their cards and accesses with them, also where it is another module
-- that cannot know of doors: the doors are told in the same transaction.
create function access.member_removed() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  perform jobs.add('access.publish-lists', json_build_object('organisation', organisation_id),
                   'access.publish-lists:' || organisation_id, null)
     from (select distinct organisation_id from gone) organisations;
  return null;
end $$;
create trigger access_member_removed after delete on kernel.memberships
  referencing old table as gone for each statement execute function access.member_removed();

-- An organisation's rows are its own. What runs the controllers starts from a controller's id and
-- has to find out whose it is; it sees what a controller decides by, and nothing else.
do $$
declare name text;
begin
  foreach name in array array['controllers', 'doors', 'groups', 'group_members', 'units',
                              'residents', 'grants', 'credentials', 'invitations'] loop
    execute format('alter table access.%I enable row level security, force row level security', name);
    execute format($p$create policy tenant on access.%I using (
      organisation_id = kernel.organisation() or kernel.doing(%L))$p$, name,
      case when name in ('groups', 'invitations') then 'kernel.retention'
           else 'access.run-controllers' end);
  end loop;
end $$;

-- The log is read by the person and by those who administer the door, and by nobody else (C4).
alter table access.passages enable row level security, force row level security;
create policy read_own on access.passages for select using (
  organisation_id = kernel.organisation() and member_id = kernel.member()
);
create policy read_door on access.passages for select using (
  organisation_id = kernel.organisation()
  and kernel.activity() = 'access.read-door-log'
  -- Uncorrelated on purpose: asked once a query, not once a row.
  and door_id in (select a.door_id from access.administered(kernel.member()) a)
);
create policy record on access.passages using (
  kernel.doing('access.run-controllers')
  or organisation_id = kernel.organisation() and kernel.activity() = 'access.open-doors'
     and member_id = kernel.member()
);

grant select, insert, update, delete on all tables in schema access to terskel_app;
