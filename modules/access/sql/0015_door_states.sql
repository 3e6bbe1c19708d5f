-- Where a door's leaf is, besides its bolt, and since when both are as they are. `held_after_seconds`: how long it may stand
-- open; null: it has no contact, and nobody knows whether it stands open.
alter table access.doors
  add column position text not null default 'unknown' check (position in ('unknown', 'open', 'closed')),
  add column moved_at timestamptz,
  add column held_after_seconds integer check (held_after_seconds between 5 and 3600);

-- That a door was forced, or held open: told by its controller, by the door's time. Of no person.
create table access.door_alarms (
  -- Made at the door; unique at it, so that no controller can take another's.
  id uuid not null,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  door_id uuid not null,
  kind text not null check (kind in ('forced', 'held')),
  began_at timestamptz not null,
  ended_at timestamptz,
  received_at timestamptz not null,
  -- Known so long after it began that nobody is called to the door for it any more.
  late boolean not null,
  acknowledged_at timestamptz,
  primary key (door_id, id),
  foreign key (organisation_id, door_id) references access.doors (organisation_id, id) on delete cascade
);
create index on access.door_alarms (organisation_id, began_at);
create index on access.door_alarms (began_at);
-- What stands, and what waits for somebody.
create index on access.door_alarms (door_id) where ended_at is null;
create index on access.door_alarms (organisation_id) where acknowledged_at is null and not late;

-- Who has seen to it: apart, as it leads to a person.
create table access.alarm_acknowledgements (
  id uuid primary key default uuidv7(),
  alarm_id uuid not null,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  door_id uuid not null,
  acknowledged_by uuid,
  acknowledged_at timestamptz not null,
  unique (door_id, alarm_id),
  foreign key (organisation_id, door_id) references access.doors (organisation_id, id) on delete cascade,
  foreign key (organisation_id, acknowledged_by) references kernel.memberships (organisation_id, id)
    on delete set null (acknowledged_by)
);
create index on access.alarm_acknowledgements (organisation_id, door_id);
create index on access.alarm_acknowledgements (acknowledged_by);
create index on access.alarm_acknowledgements (acknowledged_at);

alter table access.door_alarms enable row level security, force row level security;
create policy tenant on access.door_alarms using (
  organisation_id = kernel.organisation() or kernel.doing('access.run-controllers')
);
alter table access.alarm_acknowledgements enable row level security, force row level security;
create policy tenant on access.alarm_acknowledgements using (organisation_id = kernel.organisation());
grant select, insert, update, delete on access.door_alarms, access.alarm_acknowledgements to terskel_app;
