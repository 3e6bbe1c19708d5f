-- The log's readers touch fewer partitions; what goes is counted for the ledger, and kept back under a hold.

-- The intervals that a holder's passages bear: added with the first passage that bears one.
alter table access.log_holders add column log_days integer[] not null default '{}';
update access.log_holders h set log_days = borne.days
  from (select p.holder_id, array_agg(distinct day) as days
          from access.passages p join access.doors d on d.id = p.door_id
          left join access.log_changes c on c.door_id = p.door_id,
               lateral unnest(c.days_before || d.log_days) day
         group by 1) borne
 where borne.holder_id = h.id;

-- The intervals that passages of these doors, or (null) of the organisation's, bear.
create or replace function access.log_days_borne(doors uuid[]) returns integer[] language plpgsql stable
  set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
begin
  if doors is null then
    return (select array_agg(day) from (
      select d.log_days as day from access.doors d where d.organisation_id = kernel.organisation()
      union
      select unnest(c.days_before) from access.log_changes c where c.organisation_id = kernel.organisation()) days);
  end if;
  return (select array_agg(day) from (
    select d.log_days as day from access.doors d where d.id = any (doors)
    union
    select unnest(c.days_before) from access.log_changes c where c.door_id = any (doors)) days);
end $$;

-- A page of the log of these doors, or of the holder's passages, newest first, before a place in it.
-- Reads back in time by spans, so that few partitions are touched; one generic plan for all of them,
-- pruned when it starts: planning would take longer than reading.
create or replace function access.read_log(doors uuid[], holder uuid, before_at timestamptz, before_id uuid, wanted integer)
  returns setof access.passages language plpgsql stable rows 100
  set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  days constant integer[] := case when doors is null
    then (select h.log_days from access.log_holders h where h.id = holder) else access.log_days_borne(doors) end;
  oldest constant timestamptz := now() - make_interval(hours => 24 * (select max(d) from unnest(days) d));
  newest constant timestamptz := least(before_at, now() + interval '1 hour') + interval '1 microsecond';
  door constant uuid := case when cardinality(doors) = 1 then doors[1] end;
  until_at timestamptz := newest;
  from_at timestamptz;
  span interval := interval '4 days';
  r timestamptz[];
  found_now integer;
  left_over integer := wanted;
begin
  while until_at > oldest and left_over > 0 loop
    from_at := greatest(until_at - span, oldest);
    r := access.log_ranges(days, from_at, until_at);
    if door is not null then
      return query select p.* from access.passages p
        where p.door_id = door and p.at >= from_at and p.at < until_at
          and (p.at, p.id) < (before_at, before_id)
          and (p.expires_at >= r[1] and p.expires_at < r[2] or p.expires_at >= r[3] and p.expires_at < r[4]
            or p.expires_at >= r[5] and p.expires_at < r[6] or p.expires_at >= r[7] and p.expires_at < r[8])
        order by p.at desc, p.id desc limit left_over;
    elsif doors is not null then
      return query select p.* from access.passages p
        where p.door_id = any (doors) and p.at >= from_at and p.at < until_at
          and (p.at, p.id) < (before_at, before_id)
          and (p.expires_at >= r[1] and p.expires_at < r[2] or p.expires_at >= r[3] and p.expires_at < r[4]
            or p.expires_at >= r[5] and p.expires_at < r[6] or p.expires_at >= r[7] and p.expires_at < r[8])
        order by p.at desc, p.id desc limit left_over;
    else
      return query select p.* from access.passages p
        where p.holder_id = holder and p.at >= from_at and p.at < until_at
          and (p.at, p.id) < (before_at, before_id)
          and (p.expires_at >= r[1] and p.expires_at < r[2] or p.expires_at >= r[3] and p.expires_at < r[4]
            or p.expires_at >= r[5] and p.expires_at < r[6] or p.expires_at >= r[7] and p.expires_at < r[8])
        order by p.at desc, p.id desc limit left_over;
    end if;
    get diagnostics found_now = row_count;
    left_over := left_over - found_now;
    until_at := from_at;
    -- As far as what is wanted reaches, when it goes on as it went.
    span := least(8, greatest(1, left_over * 1.3 * (1 + (found_now = 0)::integer * 8)
                                 / greatest(1, wanted - left_over))) * (newest - from_at);
  end loop;
end $$;

-- What a legal hold keeps back when its time is up. No activity reads it but the answering of rights.
create table access.held_passages (
  like access.passages,
  held_until timestamptz not null,
  primary key (id)
);
create index on access.held_passages (organisation_id);
create index on access.held_passages (holder_id);
create index on access.held_passages (held_until);
alter table access.held_passages enable row level security, force row level security;
grant select, insert, update, delete on access.held_passages to terskel_app;

-- Until when a hold keeps the passage back; null: none does.
create function access.held_until(passage access.passages) returns timestamptz language sql stable
  set search_path = pg_catalog as $$
  select max(k.until) from kernel.holds k
   where k.organisation_id = passage.organisation_id and k.until > now()
     and coalesce(k.table_name, 'access.passages') = 'access.passages'
     and (k.member_id is null
          or k.member_id = (select h.member_id from access.log_holders h where h.id = passage.holder_id))
$$;

create or replace function access.door_removed() returns trigger language plpgsql security definer
  set search_path = pg_catalog set terskel.activity = 'kernel.retention' as $$
begin
  with removed as (
    delete from access.passages p where p.door_id = any (array(select id from gone)) returning p as passage)
  insert into access.held_passages
    select (r.passage).*, u from removed r, lateral access.held_until(r.passage) u
     where u is not null on conflict do nothing;
  return null;
end $$;

-- In three steps: what is counted and kept back is read before anybody has to wait.
drop function access.drop_log_partition();

-- The oldest partition that is over; null: there is none.
create function access.expired_log_partition() returns integer language sql stable
  set search_path = pg_catalog as $$
  select min(n) from (
    select substring(c.relname from '\d+$')::integer as n
      from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'access.passages'::regclass) partitions
   -- A passage whose time was lengthened has to get it before its old one is over.
   where to_timestamp((n + 1)::float8 * 22 * 3600)
         <= least(now(), (select min(c.changed_at) from access.log_changes c))
$$;

-- Keeps back what is under a hold, and says of which organisation how many passages will go.
create function access.clear_log_partition(n integer) returns table (organisation_id uuid, passages bigint)
  language plpgsql security definer set search_path = pg_catalog
  set terskel.activity = 'kernel.retention' as $$
declare
  held constant boolean := exists (select from kernel.holds k where k.until > now());
begin
  if held then
    execute format('insert into access.held_passages
      select p.*, u from access_partitions.passages_%s p, lateral access.held_until(p::access.passages) u
       where u is not null on conflict do nothing', n);
  end if;
  return query execute format(
    'select p.organisation_id, count(*) from access_partitions.passages_%s p
      where not $1 or access.held_until(p::access.passages) is null group by 1', n) using held;
end $$;

-- Drops a partition that is over. Waits two seconds at most for those who read.
create function access.drop_log_partition(n integer) returns void
  language plpgsql security definer set search_path = pg_catalog set lock_timeout = '2s'
  set terskel.activity = 'kernel.retention' as $$
begin
  if access.expired_log_partition() is distinct from n then
    raise exception 'partition % is not the oldest that is over', n;
  end if;
  execute format('drop table access_partitions.passages_%s', n);
end $$;

revoke all on function access.held_until, access.expired_log_partition, access.clear_log_partition,
  access.drop_log_partition from public;
grant execute on function access.held_until, access.expired_log_partition, access.clear_log_partition,
  access.drop_log_partition to terskel_app;
