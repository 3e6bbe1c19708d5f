-- Whoever gets data outside an organisation by its own choice: a third party that reads by the API, or the receiver of a
-- file (docs/decisions/0048). Outside the EEA there is none (C11), and none without an agreement or a ground (A12).
create table kernel.receivers (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  -- Who it is: a firm or an authority, as the disclosures name it.
  name text not null check (name <> ''),
  country text not null constraint receiver_within_the_eea check (country = any (kernel.eea())),
  -- A processor, until just before this moment: a midnight where the operator is.
  agreement_ends_at timestamptz,
  -- Else why it gets data as a controller of its own: a law, or what it needs it for.
  ground text check (ground <> ''),
  -- Of what was said of one name the newest holds; what was said before stays on record.
  said_at timestamptz not null default now(),
  check ((agreement_ends_at is null) <> (ground is null))
);
alter table kernel.receivers enable row level security, force row level security;
create policy tenant on kernel.receivers using (organisation_id = kernel.organisation());
create index on kernel.receivers (organisation_id, name, said_at);
create index on kernel.receivers (said_at);
grant select, insert, update, delete on kernel.receivers to terskel_app;
