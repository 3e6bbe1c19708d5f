-- Whether a door's log names people, names nobody or is not kept, and what for: the choice of who administers the door
-- (docs/decisions/0039).
alter table access.doors
  add column log_mode text not null default 'personal' check (log_mode in ('personal', 'anonymous', 'off')),
  add column log_purpose text not null default 'misuse' check (log_purpose in ('misuse', 'faults', 'safety'));

-- Who asked for what, where the log does not say: for as long as the same request may come again.
create table access.opening_requests (
  id uuid primary key,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  door_id uuid not null,
  member_id uuid not null,
  at timestamptz not null,
  outcome text not null check (outcome in ('opened', 'refused', 'unanswered')),
  reason text not null,
  expires_at timestamptz not null,
  foreign key (organisation_id, door_id) references access.doors (organisation_id, id) on delete cascade,
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id) on delete cascade
);
create index on access.opening_requests (expires_at);
create index on access.opening_requests (member_id);
create index on access.opening_requests (door_id);
alter table access.opening_requests enable row level security, force row level security;
create policy own on access.opening_requests using (
  organisation_id = (select kernel.organisation()) and (select kernel.activity()) = 'access.open-doors'
  and member_id = (select kernel.member())
);
grant select, insert, update, delete on access.opening_requests to terskel_app;

-- Whoever opens a door writes what became of it also where nobody's name is written.
alter policy record on access.passages using (
  (select kernel.doing('access.run-controllers'))
  or organisation_id = (select kernel.organisation()) and (select kernel.activity()) = 'access.open-doors'
     and (holder_id is null
          or holder_id = any (array(select h.id from access.log_holders h where h.member_id = kernel.member())))
);

-- A passage that bears a name where none is to be any more is in no query's result: until the name is taken away, and for as
-- long as a hold or a restriction keeps it. Whoever erases or answers for a person finds it all the same.
create function access.unnamed_doors() returns uuid[] language plpgsql stable parallel unsafe
  set search_path = pg_catalog as $$
begin
  return array(select d.id from access.doors d where d.log_mode <> 'personal');
end $$;
revoke all on function access.unnamed_doors from public;
grant execute on function access.unnamed_doors to terskel_app;
create policy names_in_force on access.passages as restrictive for select to terskel_app using (
  holder_id is null
  or (select kernel.activity() in ('kernel.retention', 'kernel.answer-rights', 'kernel.erase', 'kernel.verify-erasure'))
  or not door_id = any ((select access.unnamed_doors())::uuid[])
);

-- A changed choice is in force at once, backwards as well, as a changed interval is: one that is off has nothing left.
create or replace function access.log_days_set() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform access.make_log_partitions(new.log_days);
  if tg_op = 'UPDATE' and (new.log_days, new.log_mode) is distinct from (old.log_days, old.log_mode) then
    insert into access.log_changes as c (door_id, organisation_id, days_before, gone_until)
      values (new.id, new.organisation_id, array[old.log_days],
              case new.log_mode when 'off' then now() else now() - make_interval(hours => 24 * old.log_days) end)
      on conflict (door_id) do update set days_before = c.days_before || excluded.days_before,
                                          gone_until = greatest(c.gone_until, excluded.gone_until);
    perform jobs.add('access.restamp-log', json_build_object('door', new.id),
                     'access.restamp-log:' || new.id, null);
  end if;
  return null;
end $$;
drop trigger log_days_set on access.doors;
create trigger log_days_set after insert or update of log_days, log_mode on access.doors
  for each row execute function access.log_days_set();
