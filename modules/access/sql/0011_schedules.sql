-- When an access opens: hours of the week by the clock on the wall at the door, on holidays, and on days of
-- their own. Hours are lists of [from, until] as "08:00"; midnight at a day's end is "24:00".
create table access.schedules (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  name text not null check (name <> ''),
  -- Seven days' hours, Monday first.
  week jsonb not null check (jsonb_array_length(week) = 7),
  -- On public holidays, and on half days. Null: as on the weekday.
  holidays jsonb,
  half_days jsonb,
  -- [{"name", "firstDay", "lastDay", "hours"}]: before the week, and before holidays.
  exceptions jsonb not null default '[]' check (jsonb_typeof(exceptions) = 'array'),
  created_at timestamptz not null default now(),
  unique (organisation_id, name),
  unique (organisation_id, id)
);
alter table access.schedules enable row level security, force row level security;
create policy tenant on access.schedules using (
  organisation_id = kernel.organisation() or kernel.doing('access.run-controllers')
);
grant select, insert, update, delete on access.schedules to terskel_app;

-- What a door is told of its site: the clock on its wall.
create policy run_controllers on kernel.sites for select using (kernel.doing('access.run-controllers'));

-- None: at any hour.
alter table access.grants add column schedule_id uuid,
  add foreign key (organisation_id, schedule_id) references access.schedules (organisation_id, id);
create index on access.grants (schedule_id);
alter table access.grants drop constraint grants_door_id_member_id_group_id_role_valid_from_valid_unt_key;
alter table access.grants
  add unique nulls not distinct (door_id, member_id, group_id, role, valid_from, valid_until, schedule_id);
