-- Support cases (A10): a person asks their organisation for help; its administrators, or the operator's staff on
-- its behalf, answer.
create schema support;
grant usage on schema support to terskel_app;

-- The last number that was given to a case of an organisation.
create table support.numbers (
  organisation_id uuid primary key references kernel.organisations on delete cascade,
  last integer not null check (last > 0)
);

-- The id is made by whoever opens the case, so that opening it twice opens one.
create table support.cases (
  id uuid primary key,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  member_id uuid not null,
  number integer not null check (number > 0),
  subject text not null check (subject <> ''),
  -- open: the staff's turn; waiting: the person's.
  state text not null check (state in ('open', 'waiting', 'closed')),
  opened_at timestamptz not null,
  -- Since when it is in this state. Of a case that waits: since the staff's last answer.
  turned_at timestamptz not null,
  closed_at timestamptz,
  check (closed_at is null or state = 'closed'),
  unique (organisation_id, number),
  unique (organisation_id, id, member_id),
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id) on delete cascade
);
create index on support.cases (closed_at);
create index on support.cases (member_id, opened_at, id);
create index on support.cases (organisation_id, state, turned_at, id);
create index on support.cases (state, turned_at, id);

-- Whose case it is stands here too: the message is theirs, whoever wrote it.
create table support.messages (
  id uuid primary key,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  case_id uuid not null,
  member_id uuid not null,
  side text not null check (side in ('person', 'organisation', 'operator')),
  -- How the person told what the staff wrote down for them; null: they wrote it themselves.
  told text check (told in ('telephone', 'counter')),
  body text not null check (body <> '' and length(body) <= 4000),
  at timestamptz not null,
  check (told is null or side = 'person'),
  unique (organisation_id, id),
  foreign key (organisation_id, case_id, member_id)
    references support.cases (organisation_id, id, member_id) on delete cascade
);
create index on support.messages (organisation_id, case_id, member_id, at, id);
create index on support.messages (case_id);
create index on support.messages (member_id, at);

-- Which of the staff wrote it, apart from the message: they are erased, restricted and forgotten for themselves, and
-- the message stays the person's. They may be the operator's, who is another organisation.
create table support.authors (
  message_id uuid primary key,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  member_id uuid not null references kernel.memberships on delete cascade,
  foreign key (organisation_id, message_id) references support.messages (organisation_id, id) on delete cascade
);
create index on support.authors (member_id);
create index on support.authors (organisation_id, message_id);

-- Which of the staff has taken the case.
create table support.assignments (
  case_id uuid primary key references support.cases on delete cascade,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  member_id uuid not null references kernel.memberships on delete cascade
);
create index on support.assignments (member_id);
create index on support.assignments (organisation_id);

-- For whom the transaction's person works at cases: as an administrator for the transaction's organisation, or at the
-- operator, bound to confidentiality (D11), for all. Null: for nobody. Looked for among all, as row-level security
-- shows an organisation only its own.
create function support.staff() returns text language plpgsql stable set search_path = pg_catalog as $$
declare
  before constant text := coalesce(kernel.activity(), '');
  found text;
begin
  if before <> 'support.handle' then return null; end if;
  perform set_config('terskel.activity', 'kernel.verify-erasure', true);
  if kernel.member() is not null then
    select 'organisation' into found from kernel.memberships m
     where m.id = kernel.member() and m.organisation_id = kernel.organisation() and m.role = 'administrator';
  else
    select 'operator' into found from kernel.memberships m
      join kernel.organisations o on o.id = m.organisation_id and o.kind = 'operator'
     where m.person_id = kernel.person() and m.role = 'administrator'
       and exists (select from kernel.confidentiality c where c.member_id = m.id)
     limit 1;
  end if;
  perform set_config('terskel.activity', before, true);
  return found;
end $$;

-- Does the transaction's person work at the cases of this organisation, which is the transaction's?
create function support.handles(organisation uuid) returns boolean language sql stable
  return organisation = kernel.organisation() and (select support.staff()) is not null;

do $$
declare name text;
begin
  foreach name in array array['numbers', 'cases', 'messages', 'authors', 'assignments'] loop
    execute format('alter table support.%I enable row level security, force row level security', name);
  end loop;
end $$;

create policy count on support.numbers using (
  organisation_id = kernel.organisation() and kernel.activity() in ('support.ask', 'support.handle'));

-- A person's own.
create policy own on support.cases using (
  kernel.activity() = 'support.ask' and organisation_id = kernel.organisation() and member_id = kernel.member());
create policy own on support.messages for select using (
  kernel.activity() = 'support.ask' and organisation_id = kernel.organisation() and member_id = kernel.member());
create policy write on support.messages for insert with check (
  kernel.activity() = 'support.ask' and organisation_id = kernel.organisation() and member_id = kernel.member()
  and side = 'person' and told is null);
create policy own on support.authors for select using (
  kernel.activity() = 'support.ask' and organisation_id = kernel.organisation()
  and message_id in (select m.id from support.messages m));

-- The staff's: one organisation's administrators, or the operator's staff on its behalf.
create policy desk on support.cases using (support.handles(organisation_id));
create policy desk on support.messages for select using (support.handles(organisation_id));
create policy answer on support.messages for insert with check (
  support.handles(organisation_id) and (told is not null or side = (select support.staff())));
create policy desk on support.authors for select using (support.handles(organisation_id));
create policy sign on support.authors for insert with check (support.handles(organisation_id));
create policy desk on support.assignments using (support.handles(organisation_id));
-- For no organisation yet, the operator's staff see which cases there are, and read no message.
create policy queue on support.cases for select using (
  kernel.organisation() is null and (select support.staff()) = 'operator');
create policy queue on support.assignments for select using (
  kernel.organisation() is null and (select support.staff()) = 'operator');
-- Of which organisation a case is.
create policy support on kernel.organisations for select using (
  kernel.activity() = 'support.handle' and (select support.staff()) = 'operator');

-- What tells of answers and closes what has become silent: it reads no message.
create policy tell on support.cases using (
  kernel.doing('support.tell') and (kernel.organisation() is null or organisation_id = kernel.organisation()));
create policy tell on support.assignments for select using (
  kernel.doing('support.tell') and organisation_id = kernel.organisation());
-- The operator's staff are told of a case that they have taken.
create policy support on kernel.memberships for select using (
  kernel.activity() = 'support.tell' and id in (select a.member_id from support.assignments a));

grant select, insert, update, delete on support.numbers, support.cases, support.assignments to terskel_app;
-- What was written is changed by nobody. What removes locks first, for which PostgreSQL wants a column to update.
grant select, insert, delete, update (id) on support.messages to terskel_app;
grant select, insert, delete, update (message_id) on support.authors to terskel_app;
