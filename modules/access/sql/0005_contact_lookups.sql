-- Who looked for a member by an address or a number, so that it can be limited: what was looked for,
-- and whether it was found, is not kept.
create table access.contact_lookups (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  member_id uuid not null,
  expires_at timestamptz not null,
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id) on delete cascade
);
create index on access.contact_lookups (organisation_id, expires_at);
create index on access.contact_lookups (member_id, expires_at);
create index on access.contact_lookups (expires_at);

alter table access.contact_lookups enable row level security, force row level security;
create policy tenant on access.contact_lookups using (organisation_id = kernel.organisation());
grant select, insert, update, delete on access.contact_lookups to terskel_app;
