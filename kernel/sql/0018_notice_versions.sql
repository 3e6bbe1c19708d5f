-- Every version of a notice, and who was told of it (GDPR Art. 13, 14; promises A2, D15).
create table kernel.notice_versions (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  number integer not null check (number > 0),
  made_at timestamptz not null,
  -- The notice as data, and the page in each language, both as they were published.
  facts jsonb not null,
  pages jsonb not null,
  digest text not null,
  -- The activities that it tells of: what is not in the version in force waits (notice/held-back.ts).
  activities text[] not null,
  -- What is new in it beside the version that was in force when it was made; computed, never typed.
  changes jsonb not null,
  material boolean not null,
  -- A material change is in force when it was announced, everyone has been told, and its day has come.
  announced_at timestamptz,
  told_at timestamptz,
  in_force_at timestamptz,
  -- Made before it was in force, and left for a later one.
  superseded_at timestamptz,
  unique (organisation_id, number),
  unique (organisation_id, id),
  check (material or in_force_at is not null)
);
alter table kernel.notice_versions enable row level security, force row level security;
create policy tenant on kernel.notice_versions using (organisation_id = kernel.organisation());
-- What is published is everybody's.
create policy publish on kernel.notice_versions for select using (kernel.doing('kernel.publish-notice'));
grant select, insert, update, delete on kernel.notice_versions to terskel_app;

create table kernel.notice_tellings (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  version_id uuid not null,
  member_id uuid not null,
  how text not null check (how in ('email', 'sms', 'telephone', 'counter', 'unreachable')),
  state text not null check (state in ('told', 'failed', 'unreachable')),
  attempts integer not null default 1,
  at timestamptz not null,
  -- Of the staff, who told a person on the telephone or at the counter (B13).
  told_by uuid,
  unique (version_id, member_id),
  foreign key (organisation_id, version_id) references kernel.notice_versions (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id) on delete cascade,
  foreign key (organisation_id, told_by) references kernel.memberships (organisation_id, id) on delete set null (told_by)
);
create index on kernel.notice_tellings (organisation_id, member_id);
create index on kernel.notice_tellings (organisation_id, told_by);
alter table kernel.notice_tellings enable row level security, force row level security;
create policy tenant on kernel.notice_tellings using (organisation_id = kernel.organisation());
grant select, insert, update, delete on kernel.notice_tellings to terskel_app;
