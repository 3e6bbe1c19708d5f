-- The log can be searched, and what a search finds can be handed on (docs/decisions/0012, 0035).
drop function access.read_log(uuid[], uuid, timestamptz, uuid, integer);

-- A page of the log of these doors, of the holder's passages, or of the holder's at these doors, newest first,
-- before a place in it: of this outcome, of what happened from `since` on and before `until`.
-- Reads back in time by spans, so that few partitions are touched; one generic plan for all of them,
-- pruned when it starts: planning would take longer than reading.
create function access.read_log(doors uuid[], holder uuid, before_at timestamptz, before_id uuid, wanted integer,
                                ended text default null, since timestamptz default null,
                                until timestamptz default null)
  returns setof access.passages language plpgsql stable rows 100
  set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  days constant integer[] := access.log_days_borne(doors);
  oldest constant timestamptz := greatest(since,
    now() - make_interval(hours => 24 * (select max(d) from unnest(days) d)));
  newest constant timestamptz := least(until,
    least(before_at, now() + interval '1 hour') + interval '1 microsecond');
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
    if holder is not null or doors is null then
      return query select p.* from access.passages p
        where p.holder_id = holder and p.at >= from_at and p.at < until_at
          and (p.at, p.id) < (before_at, before_id)
          and (doors is null or p.door_id = any (doors)) and (ended is null or p.outcome = ended)
          and (p.expires_at >= r[1] and p.expires_at < r[2] or p.expires_at >= r[3] and p.expires_at < r[4]
            or p.expires_at >= r[5] and p.expires_at < r[6] or p.expires_at >= r[7] and p.expires_at < r[8])
        order by p.at desc, p.id desc limit left_over;
    elsif door is not null then
      return query select p.* from access.passages p
        where p.door_id = door and p.at >= from_at and p.at < until_at
          and (p.at, p.id) < (before_at, before_id) and (ended is null or p.outcome = ended)
          and (p.expires_at >= r[1] and p.expires_at < r[2] or p.expires_at >= r[3] and p.expires_at < r[4]
            or p.expires_at >= r[5] and p.expires_at < r[6] or p.expires_at >= r[7] and p.expires_at < r[8])
        order by p.at desc, p.id desc limit left_over;
    else
      return query select p.* from access.passages p
        where p.door_id = any (doors) and p.at >= from_at and p.at < until_at
          and (p.at, p.id) < (before_at, before_id) and (ended is null or p.outcome = ended)
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
revoke all on function access.read_log from public;
grant execute on function access.read_log to terskel_app;

-- Whoever administers a door may also hand on what its log says.
alter policy read_door on access.passages using (
  organisation_id = (select kernel.organisation())
  and (select kernel.activity()) in ('access.read-door-log', 'access.hand-on-log')
  and door_id = any (array(select a.door_id from access.administered(kernel.member()) a))
);
