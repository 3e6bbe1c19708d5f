-- Who of the operator's staff has signed which version of the confidentiality declaration, and when (D11).
create table kernel.confidentiality (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  member_id uuid not null,
  version integer not null check (version > 0),
  signed_at timestamptz not null default now(),
  unique (member_id, version),
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id) on delete cascade
);
create index on kernel.confidentiality (organisation_id);
alter table kernel.confidentiality enable row level security, force row level security;
-- Signed by nobody but the member, and changed by nobody.
create policy sign on kernel.confidentiality for insert with check (
  organisation_id = kernel.organisation() and member_id = kernel.member()
    and kernel.activity() = 'kernel.bind-staff'
  or kernel.activity() = 'kernel.set-up');
create policy read on kernel.confidentiality for select using (
  organisation_id = kernel.organisation() or kernel.doing('identity.sign-in', 'kernel.set-up')
  or exists (select from kernel.memberships m where m.id = member_id and m.person_id = kernel.person()));
grant select, insert, update, delete on kernel.confidentiality to terskel_app;
