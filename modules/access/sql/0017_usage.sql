-- How much doors are used, by week and of nobody (docs/decisions/0038).

-- Weeks of a site that have been counted, by the clock on its wall. Counted once: a figure that changed afterwards would
-- tell of whoever came or went in between.
create table access.usage_weeks (
  site_id uuid not null,
  week date not null check (extract(isodow from week) = 1),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  counted_at timestamptz not null default now(),
  primary key (site_id, week),
  foreign key (organisation_id, site_id) references kernel.sites (organisation_id, id) on delete cascade
);
create index on access.usage_weeks (organisation_id, week desc, site_id);

-- What may be shown of such a week. In fives, so that no figure is exact.
create table access.usage_cells (
  organisation_id uuid not null references kernel.organisations on delete cascade,
  site_id uuid not null,
  week date not null,
  -- Null: the doors of the site that may not be shown alone, together.
  door_id uuid,
  openings integer not null check (openings >= 5 and openings % 5 = 0),
  people integer not null check (people >= 5 and people % 5 = 0),
  unique nulls not distinct (site_id, week, door_id),
  foreign key (site_id, week) references access.usage_weeks on delete cascade,
  foreign key (organisation_id, door_id) references access.doors (organisation_id, id) on delete cascade
);
create index on access.usage_cells (organisation_id);
create index on access.usage_cells (door_id);

alter table access.usage_weeks enable row level security, force row level security;
create policy tenant on access.usage_weeks using (organisation_id = kernel.organisation());
alter table access.usage_cells enable row level security, force row level security;
create policy tenant on access.usage_cells using (organisation_id = kernel.organisation());
grant select, insert, update, delete on access.usage_weeks, access.usage_cells to terskel_app;

-- Whoever counts reads the log of the organisation. Who is restricted or has objected is withheld from that as from all else.
create policy count_use on access.passages for select using (
  organisation_id = (select kernel.organisation()) and (select kernel.activity()) = 'access.statistics'
);
