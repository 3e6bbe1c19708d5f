-- What somebody has ordered of doors: that nobody is let in, or that they stand unlocked. A row a door. In force until it is
-- ended, and not past its hour. Of no person: what the doors go by has to stay whatever becomes of who ordered it.
create table access.door_orders (
  -- Whoever orders has chosen it: ordered again it is as once.
  order_id uuid not null,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  door_id uuid not null,
  kind text not null check (kind in ('lockdown', 'evacuation')),
  ordered_at timestamptz not null default clock_timestamp(),
  until timestamptz not null check (until <= ordered_at + interval '25 hours'),
  ended_at timestamptz,
  primary key (order_id, door_id),
  foreign key (organisation_id, door_id) references access.doors (organisation_id, id) on delete cascade
);
-- At most one a door; one whose hour has passed is ended by the next.
create unique index on access.door_orders (door_id) where ended_at is null;
create index on access.door_orders (door_id, until);
create index on access.door_orders (organisation_id, order_id);
create index on access.door_orders (until);

-- Who ordered it, and why: for who administers the doors, never for the doors or who lives behind them.
create table access.order_reasons (
  id uuid primary key default uuidv7(),
  order_id uuid not null,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  why text not null check (why <> ''),
  ordered_by uuid,
  until timestamptz not null,
  unique (organisation_id, order_id),
  foreign key (organisation_id, ordered_by) references kernel.memberships (organisation_id, id)
    on delete set null (ordered_by)
);
create index on access.order_reasons (ordered_by);
create index on access.order_reasons (until);

alter table access.door_orders enable row level security, force row level security;
create policy tenant on access.door_orders using (
  organisation_id = kernel.organisation() or kernel.doing('access.run-controllers')
);
alter table access.order_reasons enable row level security, force row level security;
create policy tenant on access.order_reasons using (organisation_id = kernel.organisation());
grant select, insert, update, delete on access.door_orders, access.order_reasons to terskel_app;
