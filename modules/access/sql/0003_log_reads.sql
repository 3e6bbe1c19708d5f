-- Reading the log (docs/decisions/0012): by spans of time, so that few partitions are touched.

-- Four ranges of expiry, as an array of their eight ends, that hold whatever happened from `from_at` on
-- and before `to_at` at doors with these intervals; the nearest intervals share one where there are more.
create or replace function access.log_ranges(days integer[], from_at timestamptz, to_at timestamptz)
  returns timestamptz[] language sql stable set search_path = pg_catalog as $$
  with each_day as (select distinct unnest(days) as day),
       gap as (select day, day - lag(day) over (order by day) as gap from each_day),
       cut as (select day, gap is not null and row_number() over (order by gap desc nulls last) <= 3 as cut from gap),
       part as (select day, count(*) filter (where cut) over (order by day) as part from cut),
       ends as (select greatest(now(), from_at + make_interval(hours => 24 * min(day))) as low,
                       to_at + make_interval(hours => 24 * max(day)) as high
                  from part group by part)
  select (coalesce(array_agg(e.e), '{}') || array_fill('infinity'::timestamptz, array[8]))[1:8]
    from ends, lateral (values (low), (high)) e (e)
$$;

-- The intervals that passages of these doors, or of the organisation's, bear.
create or replace function access.log_days_borne(doors uuid[]) returns integer[] language sql stable
  set search_path = pg_catalog as $$
  select array_agg(day) from (
    select d.log_days as day from access.doors d
     where case when doors is null then d.organisation_id = kernel.organisation() else d.id = any (doors) end
    union
    select unnest(c.days_before) from access.log_changes c
     where case when doors is null then c.organisation_id = kernel.organisation() else c.door_id = any (doors) end
  ) days
$$;

-- A page of the log of these doors, or of the holder's passages, newest first, before a place in it.
-- Reads back in time by spans, so that few partitions are touched; one generic plan for all of them,
-- pruned when it starts: planning would take longer than reading.
create or replace function access.read_log(doors uuid[], holder uuid, before_at timestamptz, before_id uuid, wanted integer)
  returns setof access.passages language plpgsql stable rows 100
  set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  days constant integer[] := access.log_days_borne(doors);
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

-- Passages by their ids, of those that happened from then on. For what concerns one organisation.
create or replace function access.find_passages(ids uuid[], from_at timestamptz)
  returns setof access.passages language plpgsql stable rows 10
  set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
declare
  r constant timestamptz[] := access.log_ranges(access.log_days_borne(null), from_at, now() + interval '1 hour');
begin
  return query select p.* from access.passages p
    where p.id = any (ids)
      and (p.expires_at >= r[1] and p.expires_at < r[2] or p.expires_at >= r[3] and p.expires_at < r[4]
        or p.expires_at >= r[5] and p.expires_at < r[6] or p.expires_at >= r[7] and p.expires_at < r[8]);
end $$;

-- Is this the id of a passage, whose ever it is?
create or replace function access.is_passage(passage uuid, from_at timestamptz) returns boolean
  language plpgsql stable set search_path = pg_catalog as $$
declare
  before constant text := coalesce(kernel.activity(), '');
  known boolean;
begin
  perform set_config('terskel.activity', 'access.run-controllers', true);
  known := exists (select from access.find_passages(array[passage], from_at));
  perform set_config('terskel.activity', before, true);
  return known;
end $$;

-- A page of what came in after a place in the order of coming in, of what happened in that time.
create or replace function access.received_since(after_at timestamptz, after_id uuid, from_at timestamptz, to_at timestamptz,
                                      wanted integer)
  returns setof access.passages language plpgsql stable rows 100
  set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
declare
  r constant timestamptz[] := access.log_ranges(access.log_days_borne(null), from_at, to_at);
begin
  return query select p.* from access.passages p
    where p.organisation_id = kernel.organisation() and (p.received_at, p.id) > (after_at, after_id)
      and p.at >= from_at and p.at < to_at
      and (p.expires_at >= r[1] and p.expires_at < r[2] or p.expires_at >= r[3] and p.expires_at < r[4]
        or p.expires_at >= r[5] and p.expires_at < r[6] or p.expires_at >= r[7] and p.expires_at < r[8])
    order by p.received_at, p.id limit wanted;
end $$;

revoke all on all functions in schema access from public;
grant execute on all functions in schema access to terskel_app;
