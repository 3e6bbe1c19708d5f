-- PINs and codes, typed at a door that has a keypad (docs/decisions/0045).
alter table access.doors add column keypad boolean not null default false;

-- A member's PIN, and the one that opens as it does and calls somebody. Both are drawn by the cloud and kept as keyed hashes.
alter table access.credentials drop constraint credentials_kind_check;
alter table access.credentials
  add constraint credentials_kind_check check (kind in ('card', 'fob', 'phone-pass', 'pin')),
  add column duress_hash bytea,
  add constraint credentials_duress_check check ((duress_hash is not null) = (kind = 'pin')),
  add unique (organisation_id, duress_hash);
create unique index credentials_one_pin on access.credentials (organisation_id, member_id) where kind = 'pin';

-- A code that a member has given somebody, for some doors and a while. `used_at`: last, by the door's clock; one for a single use
-- is used up then.
create table access.codes (
  -- Whoever gives it has chosen it: asked for again it is as once. At a door it stands for the code's number.
  id uuid primary key,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  given_by uuid not null,
  name text not null check (name <> ''),
  number_hash bytea not null,
  once boolean not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  created_at timestamptz not null default clock_timestamp(),
  used_at timestamptz,
  withdrawn_at timestamptz,
  expires_at timestamptz not null,
  check (valid_from < valid_until and valid_until <= valid_from + interval '7 days'),
  unique (organisation_id, number_hash),
  unique (organisation_id, id),
  foreign key (organisation_id, given_by) references kernel.memberships (organisation_id, id) on delete cascade
);
create index on access.codes (given_by);
create index on access.codes (expires_at);

create table access.code_doors (
  code_id uuid not null,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  door_id uuid not null,
  given_by uuid not null,
  primary key (code_id, door_id),
  foreign key (organisation_id, code_id) references access.codes (organisation_id, id) on delete cascade,
  foreign key (organisation_id, door_id) references access.doors (organisation_id, id) on delete cascade,
  foreign key (organisation_id, given_by) references kernel.memberships (organisation_id, id) on delete cascade
);
create index on access.code_doors (door_id);
create index on access.code_doors (given_by);

alter table access.codes enable row level security, force row level security;
create policy tenant on access.codes using (
  organisation_id = kernel.organisation() or kernel.doing('access.run-controllers')
);
alter table access.code_doors enable row level security, force row level security;
create policy tenant on access.code_doors using (
  organisation_id = kernel.organisation() or kernel.doing('access.run-controllers')
);
grant select, insert, update, delete on access.codes, access.code_doors to terskel_app;

-- What is over as it happens, besides what stands until the door is closed.
alter table access.door_alarms drop constraint door_alarms_kind_check;
alter table access.door_alarms add constraint door_alarms_kind_check
  check (kind in ('forced', 'held') or (kind in ('pin-guessed', 'duress') and ended_at is not null));

-- Does one of these stand for a PIN or a code already, whose ever it is? Also of who is withheld: what is drawn has to be nobody's.
create function access.is_keypad_number(hashes bytea[]) returns boolean
language plpgsql stable set search_path = pg_catalog as $$
declare
  before constant text := coalesce(kernel.activity(), '');
  known boolean;
begin
  perform set_config('terskel.activity', 'access.run-controllers', true);
  known := exists (select from access.credentials where number_hash = any (hashes) or duress_hash = any (hashes))
        or exists (select from access.codes where number_hash = any (hashes));
  perform set_config('terskel.activity', before, true);
  return known;
end $$;

-- Does the member administer the organisation? For the lists of controllers, which are made of all organisations' rows and see no
-- membership.
create function access.administers(member uuid, organisation uuid) returns boolean
language plpgsql stable set search_path = pg_catalog as $$
declare
  before constant text := coalesce(current_setting('terskel.organisation', true), '');
  known boolean;
begin
  perform set_config('terskel.organisation', organisation::text, true);
  known := exists (
    select from kernel.memberships m
     where m.organisation_id = organisation and m.id = member and m.role = 'administrator');
  perform set_config('terskel.organisation', before, true);
  return known;
end $$;
