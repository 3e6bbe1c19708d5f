-- Where one comes in and where one leaves, who is inside, two people together, and one door at a time (docs/decisions/0046).

-- What some doors lead into, and what becomes of whoever is inside and comes in again. Who is inside the controller knows, and nobody else.
create table access.areas (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  name text not null check (name <> ''),
  passback text not null check (passback in ('soft', 'hard')),
  forgive_hours integer not null check (forgive_hours between 1 and 72),
  created_at timestamptz not null default now(),
  unique (organisation_id, name),
  unique (organisation_id, id)
);

-- Of its doors one at a time is unlocked or stands open.
create table access.airlocks (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  name text not null check (name <> ''),
  created_at timestamptz not null default now(),
  unique (organisation_id, name),
  unique (organisation_id, id)
);

-- Somebody, or everybody, is outside again: until nobody can be inside since before it.
create table access.area_resets (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  area_id uuid not null,
  member_id uuid,
  expires_at timestamptz not null,
  foreign key (organisation_id, area_id) references access.areas (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id) on delete cascade
);
create index on access.area_resets (area_id);
create index on access.area_resets (member_id);
create index on access.area_resets (expires_at);

do $$
declare name text;
begin
  foreach name in array array['areas', 'airlocks', 'area_resets'] loop
    execute format('alter table access.%I enable row level security, force row level security', name);
    execute format($p$create policy tenant on access.%I using (
      organisation_id = kernel.organisation() or kernel.doing('access.run-controllers'))$p$, name);
  end loop;
end $$;
grant select, insert, update, delete on access.areas, access.airlocks, access.area_resets to terskel_app;

alter table access.doors
  add column reader_inside boolean not null default false,
  add column two_people boolean not null default false,
  add column area_id uuid,
  add column airlock_id uuid,
  add foreign key (organisation_id, area_id) references access.areas (organisation_id, id) on delete set null (area_id),
  add foreign key (organisation_id, airlock_id) references access.airlocks (organisation_id, id)
    on delete set null (airlock_id);
create index on access.doors (area_id);
create index on access.doors (airlock_id);

-- At which of the door's readers; null where nobody was at one.
alter table access.passages add column access_point text check (access_point in ('in', 'out'));
