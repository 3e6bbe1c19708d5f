-- The log's layout (docs/decisions/0012): a passage lies in the partition of the 22 hours in which it
-- expires, and goes with it. Who passed stands in a row of its own, that an erasure deletes.

-- How long the door's log is kept (C5), in days of 24 hours, as its administrator sets it.
alter table access.doors add column log_days integer not null default 90 check (log_days between 1 and 365);
create index on access.doors (organisation_id, log_days);

-- A door whose interval was changed and whose passages do not all bear it yet.
create table access.log_changes (
  door_id uuid primary key,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  -- Intervals that older passages may still bear.
  days_before integer[] not null,
  -- What happened until then had expired when the interval was changed, and does not come back.
  gone_until timestamptz not null,
  changed_at timestamptz not null default now(),
  foreign key (organisation_id, door_id) references access.doors (organisation_id, id) on delete cascade
);
create index on access.log_changes (organisation_id);
alter table access.log_changes enable row level security, force row level security;
create policy tenant on access.log_changes using (
  organisation_id = kernel.organisation() or kernel.doing('access.run-controllers')
);

-- What stands in the log instead of a member. Without this row nothing leads from a passage to a person.
create table access.log_holders (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references kernel.organisations on delete cascade,
  member_id uuid not null unique,
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id) on delete cascade
);
create index on access.log_holders (organisation_id, member_id);
alter table access.log_holders enable row level security, force row level security;
create policy tenant on access.log_holders using (
  organisation_id = kernel.organisation() or kernel.doing('access.run-controllers')
);

drop policy read_own on access.passages;
drop policy read_door on access.passages;
drop policy record on access.passages;
alter table access.passages rename to passages_before;

-- The log (C4). No foreign keys: making a partition would lock what they lead to. A door takes its
-- passages with it by a trigger; a holder leaves them without one.
create table access.passages (
  id uuid not null,
  organisation_id uuid not null,
  door_id uuid not null,
  holder_id uuid,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  credential text not null,
  outcome text not null check (outcome in ('opened', 'refused', 'unanswered')),
  reason text not null,
  -- `at` and the door's interval; kept so by the restamping of a changed interval.
  expires_at timestamptz not null,
  -- The event's own id, so that an event delivered twice is counted once: writers look for it first,
  -- one a door at a time.
  constraint passages_key primary key (id, expires_at)
) partition by range (expires_at);
create index on access.passages (door_id, at desc, id desc);
create index on access.passages (holder_id, at desc, id desc);
-- For live lists that have to catch up: what came in since.
create index on access.passages (organisation_id, received_at, id);

-- The log is read by the person and by those who administer the door, and by nobody else (C4).
-- Arrays, uncorrelated: asked once a query, not once a row or partition.
alter table access.passages enable row level security, force row level security;
create policy read_own on access.passages for select using (
  organisation_id = kernel.organisation()
  and holder_id = any (array(select h.id from access.log_holders h where h.member_id = kernel.member()))
);
create policy read_door on access.passages for select using (
  organisation_id = kernel.organisation()
  and kernel.activity() = 'access.read-door-log'
  and door_id = any (array(select a.door_id from access.administered(kernel.member()) a))
);
create policy record on access.passages using (
  kernel.doing('access.run-controllers')
  or organisation_id = kernel.organisation() and kernel.activity() = 'access.open-doors'
     and holder_id = any (array(select h.id from access.log_holders h where h.member_id = kernel.member()))
);

-- What happened at the door until then is past its time.
create function access.log_start(door uuid) returns timestamptz language sql stable
  begin atomic
    select greatest(now() - make_interval(hours => 24 * d.log_days), c.gone_until)
      from access.doors d left join access.log_changes c on c.door_id = d.id where d.id = door;
  end;

-- What a shortened interval has overtaken is there for nobody, though it bears a later time still.
create policy interval_in_force on access.passages as restrictive for select to terskel_app using (
  kernel.activity() = 'kernel.retention'
  or not door_id = any (array(select c.door_id from access.log_changes c))
  or at > access.log_start(door_id)
);

-- Partitions stand in a schema that the program's role cannot name. Their number is that of their
-- 22 hours since 1970: dropped when they are over, the last of it is gone two hours before its time to be gone.
create schema access_partitions;

create function access.make_log_partitions(days integer) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  made integer := 0;
  width constant integer := 22 * 3600;
  name text;
begin
  for n in floor(extract(epoch from now()) / width)::integer
        .. ceil(extract(epoch from now() + make_interval(days => days + 2)) / width)::integer loop
    name := format('access_partitions.passages_%s', n);
    continue when to_regclass(name) is not null;
    perform pg_advisory_xact_lock(hashtext('access.log-partitions'));
    continue when to_regclass(name) is not null;
    -- Attached, not made in place: readers and writers go on.
    execute format('create table %s (like access.passages including defaults including constraints)', name);
    execute format('alter table access.passages attach partition %s for values from (%L) to (%L)', name,
      to_timestamp(n::float8 * width), to_timestamp((n + 1)::float8 * width));
    made := made + 1;
  end loop;
  return made;
end $$;

-- For every interval in use. As below, the activity is taken for a moment and given back; `set` at the
-- function's head would need a superuser.
create function access.make_log_partitions() returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  before constant text := coalesce(kernel.activity(), '');
  longest integer;
begin
  perform set_config('terskel.activity', 'access.run-controllers', true);
  select coalesce(max(d.log_days), 0) into longest from access.doors d;
  perform set_config('terskel.activity', before, true);
  return access.make_log_partitions(longest);
end $$;

-- Drops the oldest partition that is over, and says of which organisation how many passages went with
-- it. No row: there is none. Waits two seconds at most for those who read.
create function access.drop_log_partition() returns table (organisation_id uuid, passages bigint)
  language plpgsql security definer set search_path = pg_catalog set lock_timeout = '2s' as $$
declare
  before constant text := coalesce(kernel.activity(), '');
  width constant integer := 22 * 3600;
  settled timestamptz;
  oldest regclass;
begin
  perform pg_advisory_xact_lock(hashtext('access.log-partitions'));
  perform set_config('terskel.activity', 'kernel.retention', true);
  -- A passage whose time was lengthened has to get it before its old one is over.
  select least(now(), min(c.changed_at)) into settled from access.log_changes c;
  perform set_config('terskel.activity', before, true);
  select i.inhrelid::regclass into oldest
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
   where i.inhparent = 'access.passages'::regclass
     and to_timestamp((substring(c.relname from '\d+$')::integer + 1)::float8 * width) <= settled
   order by c.relname limit 1;
  if oldest is null then return; end if;
  return query execute format('select p.organisation_id, count(*) from %s p group by 1', oldest);
  if not found then return query select null::uuid, 0::bigint; end if;
  execute format('drop table %s', oldest);
end $$;

-- A door's interval has what it needs: partitions for its passages, and who restamps them.
create function access.log_days_set() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform access.make_log_partitions(new.log_days);
  if tg_op = 'UPDATE' and new.log_days <> old.log_days then
    insert into access.log_changes as c (door_id, organisation_id, days_before, gone_until)
      values (new.id, new.organisation_id, array[old.log_days], now() - make_interval(hours => 24 * old.log_days))
      on conflict (door_id) do update set days_before = c.days_before || excluded.days_before,
                                          gone_until = greatest(c.gone_until, excluded.gone_until);
    perform jobs.add('access.restamp-log', json_build_object('door', new.id),
                     'access.restamp-log:' || new.id, null);
  end if;
  return null;
end $$;
create trigger log_days_set after insert or update of log_days on access.doors
  for each row execute function access.log_days_set();

create function access.door_removed() returns trigger language plpgsql security definer
  set search_path = pg_catalog as $$
declare before constant text := coalesce(kernel.activity(), '');
begin
  perform set_config('terskel.activity', 'kernel.retention', true);
  delete from access.passages where door_id = any (array(select id from gone));
  perform set_config('terskel.activity', before, true);
  return null;
end $$;
create trigger door_removed after delete on access.doors
  referencing old table as gone for each statement execute function access.door_removed();

-- What one unknown person did is cut apart too: until then their passages could be seen to be one's.
create function access.holder_removed() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform jobs.add('access.sever-log', json_build_object('holder', id), 'access.sever-log:' || id, null)
     from gone;
  return null;
end $$;
create trigger holder_removed after delete on access.log_holders
  referencing old table as gone for each statement execute function access.holder_removed();

-- What was kept so far. An owner that is no superuser sees it, too, only so.
alter table access.passages_before no force row level security;
select set_config('terskel.activity', 'access.run-controllers', true);
select access.make_log_partitions();
insert into access.log_holders (organisation_id, member_id)
  select distinct organisation_id, member_id from access.passages_before where member_id is not null;
insert into access.passages
  select p.id, p.organisation_id, p.door_id, h.id, p.at, p.received_at, p.credential, p.outcome, p.reason,
         p.at + make_interval(hours => 24 * d.log_days)
    from access.passages_before p join access.doors d on d.id = p.door_id
    left join access.log_holders h on h.member_id = p.member_id
   where p.at + make_interval(hours => 24 * d.log_days) > now();
select set_config('terskel.activity', '', true);
drop table access.passages_before;

revoke all on all functions in schema access from public;
grant execute on all functions in schema access to terskel_app;
grant select, insert, update, delete on access.log_changes, access.log_holders, access.passages to terskel_app;
