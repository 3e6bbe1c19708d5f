-- Advisers, auditors, lawyers and IT consultants: who may read what for how long, and why (B8).

-- What a transaction reads a person's data for, and under which adviser's assignment; set by withContext.
create function kernel.purpose() returns text language sql stable parallel safe
  return nullif(current_setting('terskel.purpose', true), '');
create function kernel.adviser() returns uuid language sql stable parallel safe
  return nullif(current_setting('terskel.adviser', true), '')::uuid;

create table kernel.advisers (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  name text not null check (name <> ''),
  firm text not null check (firm <> ''),
  email text not null check (email = lower(email) and email <> ''),
  kind text not null check (kind in ('adviser', 'auditor', 'lawyer', 'it-consultant')),
  need text not null check (need <> ''),
  -- The declared activities whose columns may be read.
  activities text[] not null check (cardinality(activities) > 0),
  -- Everybody's data, or only that of the persons in kernel.adviser_members: when the last of those is
  -- erased, it is nobody's.
  everyone boolean not null,
  begins_at timestamptz not null,
  -- It always ends, at the latest after 90 days; an hour more for the change of the clock.
  ends_at timestamptz not null,
  ended_at timestamptz,
  -- The account that took the invitation over by proving the address.
  person_id uuid,
  signed_version integer,
  signed_at timestamptz,
  -- The last attempt to read without the right to.
  refused_at timestamptz,
  invited_by uuid,
  created_at timestamptz not null default now(),
  check (ends_at > begins_at and ends_at - begins_at <= interval '2161 hours'),
  check ((signed_at is null) = (signed_version is null)),
  check (signed_at is null or person_id is not null),
  unique (organisation_id, id),
  foreign key (organisation_id, invited_by) references kernel.memberships (organisation_id, id)
    on delete set null (invited_by)
);
create index on kernel.advisers (ends_at);
create index on kernel.advisers (person_id);
create index on kernel.advisers (email);
create index on kernel.advisers (invited_by);

create table kernel.adviser_members (
  id uuid primary key default uuidv7(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  adviser_id uuid not null,
  member_id uuid not null,
  unique (adviser_id, member_id),
  foreign key (organisation_id, adviser_id) references kernel.advisers (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id) on delete cascade
);
create index on kernel.adviser_members (organisation_id, adviser_id);
create index on kernel.adviser_members (member_id);

alter table kernel.advisers enable row level security, force row level security;
alter table kernel.adviser_members enable row level security, force row level security;
create policy desk on kernel.advisers using (
  organisation_id = kernel.organisation() and kernel.doing('kernel.run-privacy-desk'));
create policy desk on kernel.adviser_members using (
  organisation_id = kernel.organisation() and kernel.doing('kernel.run-privacy-desk'));
-- An adviser knows their own assignments, also when they are over.
create policy own on kernel.advisers for select using (
  person_id = kernel.person() and kernel.doing('kernel.advise', 'identity.account'));
create policy sign on kernel.advisers for update using (
  person_id = kernel.person() and kernel.doing('kernel.advise'));
-- Whoever proves the address takes the invitation over.
create policy sign_in on kernel.advisers for select using (kernel.doing('identity.sign-in'));
create policy claim on kernel.advisers for update using (kernel.doing('identity.sign-in'));

-- The assignment that the transaction is for, if it is in force at this moment: of this person, for this
-- organisation, signed. Asked by the policies, so that it ends with its time and not by a job. The activity is
-- taken for a moment and given back.
create function kernel.assignment() returns kernel.advisers language plpgsql stable set search_path = pg_catalog as $$
declare
  before constant text := coalesce(kernel.activity(), '');
  found kernel.advisers;
begin
  if before <> 'kernel.advise' then return null; end if;
  perform set_config('terskel.activity', 'kernel.verify-erasure', true);
  select a.* into found from kernel.advisers a
   where a.id = kernel.adviser() and a.person_id = kernel.person() and a.organisation_id = kernel.asked()
     and a.signed_at is not null and a.ended_at is null and a.begins_at <= now() and now() < a.ends_at;
  perform set_config('terskel.activity', before, true);
  return found;
end $$;

-- Is an assignment in force?
create function kernel.advises() returns boolean language sql stable
  return (kernel.assignment()).id is not null;

-- Whose data the assignment in force covers.
create function kernel.advised_members() returns setof uuid language plpgsql stable set search_path = pg_catalog as $$
declare
  before constant text := coalesce(kernel.activity(), '');
  its constant kernel.advisers := kernel.assignment();
begin
  if its.id is null then return; end if;
  perform set_config('terskel.activity', 'kernel.verify-erasure', true);
  return query select m.id from kernel.memberships m
    where m.organisation_id = its.organisation_id and (its.everyone or exists (
      select from kernel.adviser_members am where am.adviser_id = its.id and am.member_id = m.id));
  perform set_config('terskel.activity', before, true);
end $$;

-- May the transaction read what its table uses for these activities, of the persons it is for? The purpose has to
-- be one of the table's and of the assignment's, and each person one that the assignment covers.
create function kernel.opens(uses text[]) returns boolean language plpgsql stable set search_path = pg_catalog as $$
declare its kernel.advisers;
begin
  if kernel.activity() is distinct from 'kernel.advise' or not coalesce(kernel.purpose() = any (uses), false) then
    return false;
  end if;
  its := kernel.assignment();
  return its.id is not null and kernel.purpose() = any (its.activities)
    and not exists (select from kernel.subjects('account')) and not exists (select from kernel.subjects('address'))
    and not exists (select from kernel.subjects('member') s(k)
                     where s.k::uuid not in (select kernel.advised_members()));
end $$;

-- The names of those whom the assignment covers.
create policy advised on kernel.memberships for select using (
  (select kernel.doing('kernel.advise')) and id = any (array(select kernel.advised_members())));
create policy advised on kernel.organisations for select using (
  kernel.doing('kernel.advise') and id in (select a.organisation_id from kernel.advisers a));
-- Who is restricted or has objected is hidden from whoever opens a person's data too.
create policy opened on kernel.withholdings for select using (
  kernel.doing('kernel.advise') and organisation_id = kernel.asked());

-- What was agreed at the invitation is changed by nobody: it is signed, ended, or goes.
grant select, insert, delete, update (person_id, signed_version, signed_at, ended_at, refused_at, invited_by)
  on kernel.advisers to terskel_app;
grant select, insert, delete on kernel.adviser_members to terskel_app;
