-- Who wants word by e-mail when a door that they administer has an alarm (docs/decisions/0052).
create table access.alarm_letters (
  member_id uuid primary key,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  created_at timestamptz not null default now(),
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id) on delete cascade
);
create index on access.alarm_letters (organisation_id);
alter table access.alarm_letters enable row level security, force row level security;
create policy tenant on access.alarm_letters using (organisation_id = kernel.organisation());
grant select, insert, delete, update on access.alarm_letters to terskel_app;

-- Who of the organisation wants word of this door: its administrators, and those of the door by an access in force.
create function access.told_of_alarms(door uuid) returns table (member_id uuid) language sql stable
  set search_path = pg_catalog
  begin atomic
    select l.member_id
      from access.alarm_letters l join kernel.memberships m on m.id = l.member_id
     where m.email is not null
       and (m.role = 'administrator' or exists (select from access.administered(l.member_id) a where a.door_id = door));
  end;
revoke all on function access.told_of_alarms from public;
grant execute on function access.told_of_alarms to terskel_app;
