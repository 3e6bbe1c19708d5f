-- What left the installation about whom: to whom, for what, which data and when (Art. 15(1)(c), 30(1)(d)).
create table kernel.disclosures (
  id uuid primary key default uuidv7(),
  at timestamptz not null default now(),
  organisation_id uuid references kernel.organisations on delete cascade,
  member_id uuid,
  person_id uuid,
  recipient text not null check (
    recipient in ('e-mail provider', 'SMS provider', 'another organisation', 'adviser')),
  recipient_name text not null check (recipient_name <> ''),
  activity text not null,
  labels text[] not null check (cardinality(labels) > 0),
  -- When the gateway told that the message did not arrive.
  bounced_at timestamptz,
  check (member_id is null or organisation_id is not null),
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id) on delete cascade
);
create index on kernel.disclosures (at);
create index on kernel.disclosures (member_id, id);
create index on kernel.disclosures (person_id, id);
create index on kernel.disclosures (organisation_id);
alter table kernel.disclosures enable row level security, force row level security;
create policy disclose on kernel.disclosures using (kernel.activity() = 'kernel.disclose');
create policy tenant on kernel.disclosures using (organisation_id = kernel.organisation());
grant select, insert, update, delete on kernel.disclosures to terskel_app;
