-- Who of an organisation's own people opened whose data, and what for (B8).
create table kernel.openings (
  id uuid primary key default uuidv7(),
  at timestamptz not null default now(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  member_id uuid not null,
  opened_by uuid,
  -- As they were called then: the person reads it, who sees no other membership.
  opener text check (opener <> ''),
  activity text not null,
  labels text[] not null check (cardinality(labels) > 0),
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id) on delete cascade,
  foreign key (organisation_id, opened_by) references kernel.memberships (organisation_id, id)
    on delete set null (opened_by)
);
create index on kernel.openings (at);
create index on kernel.openings (member_id, id);
create index on kernel.openings (opened_by);
create index on kernel.openings (organisation_id);
alter table kernel.openings enable row level security, force row level security;
-- Whoever opens says so in their own name.
create policy enter on kernel.openings for insert with check (
  organisation_id = kernel.organisation() and opened_by = kernel.member()
    and kernel.activity() = 'kernel.open-person');
-- What was written down is changed by nobody; whoever opened can be erased from it.
grant select, insert, delete, update (opened_by, opener) on kernel.openings to terskel_app;

-- Does the transaction's person answer for the data of the organisation that is asked?
create function kernel.answers_here() returns boolean language plpgsql stable set search_path = pg_catalog as $$
declare
  before constant text := coalesce(kernel.activity(), '');
  found boolean;
begin
  if before <> 'kernel.open-person' then return false; end if;
  perform set_config('terskel.activity', 'kernel.verify-erasure', true);
  select exists (select from kernel.memberships m
    where m.person_id = kernel.person() and m.organisation_id = kernel.asked()
      and (m.role = 'administrator' or m.privacy_officer)) into found;
  perform set_config('terskel.activity', before, true);
  return found;
end $$;

-- Are the transaction's persons of the organisation that is asked?
create function kernel.are_asked() returns boolean language plpgsql stable set search_path = pg_catalog as $$
declare
  before constant text := coalesce(kernel.activity(), '');
  found boolean;
begin
  perform set_config('terskel.activity', 'kernel.verify-erasure', true);
  select not exists (select from kernel.subjects('member') s(k) where not exists (
    select from kernel.memberships m where m.id = s.k::uuid and m.organisation_id = kernel.asked())) into found;
  perform set_config('terskel.activity', before, true);
  return found;
end $$;

create or replace function kernel.opens(uses text[]) returns boolean
  language plpgsql stable set search_path = pg_catalog as $$
declare its kernel.advisers;
begin
  if not coalesce(kernel.purpose() = any (uses), false)
     or exists (select from kernel.subjects('account')) or exists (select from kernel.subjects('address')) then
    return false;
  end if;
  if kernel.activity() = 'kernel.open-person' then return kernel.answers_here() and kernel.are_asked(); end if;
  its := kernel.assignment();
  return its.id is not null and kernel.purpose() = any (its.activities)
    and not exists (select from kernel.subjects('member') s(k)
                     where s.k::uuid not in (select kernel.advised_members()));
end $$;

-- May the transaction open persons' data at all?
create function kernel.may_open() returns boolean language sql stable
  return kernel.advises() or kernel.answers_here();

drop policy opened on kernel.withholdings;
create policy opened on kernel.withholdings for select using (
  kernel.doing('kernel.advise', 'kernel.open-person') and organisation_id = kernel.asked());
