-- Groups of doors, and units that are let (docs/decisions/0037).

-- Doors that are opened together: "Entrances". A grant may be given to one, and then opens each door in it.
create table access.door_groups (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  name text not null check (name <> ''),
  created_at timestamptz not null default now(),
  unique (organisation_id, name),
  unique (organisation_id, id)
);

create table access.door_group_doors (
  organisation_id uuid not null references kernel.organisations on delete cascade,
  door_group_id uuid not null,
  door_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (door_group_id, door_id),
  foreign key (organisation_id, door_group_id) references access.door_groups (organisation_id, id) on delete cascade,
  foreign key (organisation_id, door_id) references access.doors (organisation_id, id) on delete cascade
);
create index on access.door_group_doors (door_id);

-- What a grant opens: a door, or a group of doors. Who has it: a person, a group, or a unit, and then who lives in it
-- or rents it.
alter table access.grants
  alter column door_id drop not null,
  add column door_group_id uuid,
  add column unit_id uuid,
  add check (num_nonnulls(door_id, door_group_id) = 1),
  drop constraint grants_check,
  add check (num_nonnulls(member_id, group_id, unit_id) = 1),
  add foreign key (organisation_id, door_group_id) references access.door_groups (organisation_id, id) on delete cascade,
  add foreign key (organisation_id, unit_id) references access.units (organisation_id, id) on delete cascade,
  drop constraint grants_door_id_member_id_group_id_role_valid_from_valid_unt_key,
  add constraint grants_are_given_once unique nulls not distinct
    (door_id, door_group_id, member_id, group_id, unit_id, role, valid_from, valid_until, schedule_id);
create index on access.grants (door_group_id);
-- The group or the unit. A coalesce would be held for leaky, and looked at only after row-level security has gone through
-- every grant: no index would be used.
create index on access.grants ((case when group_id is null then unit_id else group_id end));

-- A unit let from an hour until an hour; null: until somebody ends it.
-- What an exclusion needs to compare ids, without an extension that a managed database may not have.
create type access.unit_range as range (subtype = uuid);
create table access.leases (
  id uuid primary key,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  unit_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  created_at timestamptz not null default now(),
  check (starts_at < ends_at),
  unique (organisation_id, id),
  foreign key (organisation_id, unit_id) references access.units (organisation_id, id) on delete cascade,
  constraint leases_do_not_overlap
    exclude using gist (access.unit_range(unit_id, unit_id, '[]') with &&, tstzrange(starts_at, ends_at) with &&)
);
create index on access.leases (unit_id, starts_at);
create index on access.leases (ends_at);

-- Who rents. When and what stands here too, as the lease has it, so that it is in what is stored about the person.
create table access.tenants (
  lease_id uuid not null,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  member_id uuid not null,
  unit_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  primary key (lease_id, member_id),
  foreign key (organisation_id, lease_id) references access.leases (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id) on delete cascade,
  foreign key (organisation_id, unit_id) references access.units (organisation_id, id) on delete cascade
);
create index on access.tenants (member_id);
create index on access.tenants (unit_id);
create index on access.tenants (ends_at);

-- Also of a tenant whose data is restricted, whom who moves the lease may not see.
create function access.lease_moved() returns trigger language plpgsql security definer
  set search_path = pg_catalog as $$
declare before constant text := coalesce(kernel.activity(), '');
begin
  perform set_config('terskel.activity', 'access.run-controllers', true);
  update access.tenants set starts_at = new.starts_at, ends_at = new.ends_at where lease_id = new.id;
  perform set_config('terskel.activity', before, true);
  return null;
end $$;
create trigger lease_moved after update of starts_at, ends_at on access.leases
  for each row execute function access.lease_moved();
revoke all on function access.lease_moved() from public;

do $$
declare name text;
begin
  foreach name in array array['door_groups', 'door_group_doors', 'leases', 'tenants'] loop
    execute format('alter table access.%I enable row level security, force row level security', name);
    execute format($p$create policy tenant on access.%I using (
      organisation_id = kernel.organisation() or kernel.doing(%L))$p$, name,
      -- A controller has no use for what a group is called.
      case when name = 'door_groups' then 'kernel.retention' else 'access.run-controllers' end);
  end loop;
end $$;
grant select, insert, update, delete
  on access.door_groups, access.door_group_doors, access.leases, access.tenants to terskel_app;

-- Who belongs to what a grant can be given to, save a person: to a group by name or by the unit they live in, to that
-- unit, and to the lease by which they rent one.
create view access.belonging with (security_invoker = true) as
  select organisation_id, group_id as via_id, member_id, null::uuid as unit_id, null::uuid as lease_id
    from access.group_members
  union all
  select r.organisation_id, u.group_id, r.member_id, u.id, null
    from access.residents r join access.units u on u.id = r.unit_id where u.group_id is not null
  union all
  select organisation_id, unit_id, member_id, unit_id, null from access.residents
  union all
  select organisation_id, lease_id, member_id, unit_id, lease_id from access.tenants;

-- Every grant as what it is at a door, once for each door that it opens. Whoever asks who may open what asks here.
-- A lease has what its unit and the unit's group are given, from when until when both hold.
create view access.door_grants with (security_invoker = true) as
  select g.id, g.organisation_id, g.door_id, null::uuid as door_group_id, g.member_id,
         (case when g.group_id is null then g.unit_id else g.group_id end) as via_id, null::uuid as lease_id,
         g.role, g.valid_from, g.valid_until, g.schedule_id
    from access.grants g where g.door_id is not null
  union all
  select g.id, g.organisation_id, d.door_id, d.door_group_id, g.member_id,
         case when g.group_id is null then g.unit_id else g.group_id end, null,
         g.role, g.valid_from, g.valid_until, g.schedule_id
    from access.grants g join access.door_group_doors d on d.door_group_id = g.door_group_id
  union all
  select g.id, g.organisation_id, g.door_id, null, null, l.id, l.id,
         g.role, greatest(g.valid_from, l.starts_at), least(g.valid_until, l.ends_at), g.schedule_id
    from access.leases l join access.units u on u.id = l.unit_id
   cross join lateral (values (u.id), (u.group_id)) has (id)
    join access.grants g on (case when g.group_id is null then g.unit_id else g.group_id end) = has.id
   where g.door_id is not null
     and (g.valid_until is null or g.valid_until > l.starts_at)
     and (l.ends_at is null or g.valid_from is null or g.valid_from < l.ends_at)
  union all
  select g.id, g.organisation_id, d.door_id, d.door_group_id, null, l.id, l.id,
         g.role, greatest(g.valid_from, l.starts_at), least(g.valid_until, l.ends_at), g.schedule_id
    from access.leases l join access.units u on u.id = l.unit_id
   cross join lateral (values (u.id), (u.group_id)) has (id)
    join access.grants g on (case when g.group_id is null then g.unit_id else g.group_id end) = has.id
    join access.door_group_doors d on d.door_group_id = g.door_group_id
   where (g.valid_until is null or g.valid_until > l.starts_at)
     and (l.ends_at is null or g.valid_from is null or g.valid_from < l.ends_at);
grant select on access.belonging, access.door_grants to terskel_app;

-- The doors a member administers now, each with the highest role. In plpgsql, which plans it once a connection.
create or replace function access.administered(member uuid) returns table (door_id uuid, role text)
  language plpgsql stable set search_path = pg_catalog as $$
#variable_conflict use_column
declare via constant uuid[] := array(select b.via_id from access.belonging b where b.member_id = member);
begin
  return query
    select g.door_id, max(g.role)  -- 'owner' sorts after 'door_administrator'
      from access.door_grants g
     where (g.member_id = member or g.via_id = any (via))
       and g.role in ('door_administrator', 'owner')
       and (g.valid_from is null or g.valid_from <= now())
       and (g.valid_until is null or g.valid_until > now())
     group by g.door_id;
end $$;

-- The groups of which a member administers every door, each with what they are at all of them.
create function access.administered_groups(member uuid) returns table (door_group_id uuid, role text)
  language sql stable set search_path = pg_catalog as $$
  select d.door_group_id, min(a.role)
    from access.door_group_doors d left join access.administered(member) a on a.door_id = d.door_id
   group by d.door_group_id having count(*) = count(a.role)
$$;
revoke all on function access.administered_groups from public;
grant execute on function access.administered_groups to terskel_app;

-- Those who have been given access to a door that is shared, and whose access is in force: by themselves, by
-- a group, by where they live, or by what they rent.
create or replace function access.shared_members() returns table (member_id uuid, door_id uuid) language sql stable
  set search_path = pg_catalog as $$
  with held as (
    select g.member_id, g.via_id, g.door_id from access.door_grants g
     where g.organisation_id = kernel.organisation()
       and g.door_id = any (array(select access.shared_doors()))
       and (g.valid_from is null or g.valid_from <= now())
       and (g.valid_until is null or g.valid_until > now())
  )
  select h.member_id, h.door_id from held h where h.member_id is not null
  union
  select b.member_id, h.door_id from held h join access.belonging b on b.via_id = h.via_id
$$;
