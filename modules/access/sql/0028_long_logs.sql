-- A log that is kept for longer than a year (docs/decisions/0051). For what it is kept so long the door says itself.
alter table access.doors
  drop constraint doors_log_days_check,
  add column log_reason text,
  add check (log_days between 1 and 3650),
  add constraint doors_log_reason_check check ((log_days > 365) = (log_reason is not null));

-- Partitions by 22 hours stand for what expires within so many days. Further ahead one is of 32 such pieces,
-- `passages_far_<first>_<end>`: a log of ten years would have 4,000 otherwise. Its pieces are split off as their time comes.
create function access.log_piece(at timestamptz) returns integer language sql immutable
  return floor(extract(epoch from at) / (22 * 3600))::integer;
create function access.log_piece_start(piece integer) returns timestamptz language sql immutable
  return to_timestamp(piece::float8 * 22 * 3600);
create function access.log_near_end() returns integer language sql stable
  return access.log_piece(now() + interval '369 days') + 1;

create function access.far_log_partitions() returns table (name text, first integer, after_last integer)
  language sql stable security definer set search_path = pg_catalog as $$
  select c.relname, split_part(c.relname, '_', 3)::integer, split_part(c.relname, '_', 4)::integer
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
   where i.inhparent = 'access.passages'::regclass and c.relname ~ '^passages_far_\d+_\d+$'
$$;

-- Those that are missing, for what is written within the next two days and is kept for so long.
create or replace function access.make_log_partitions(days integer) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  made integer := 0;
  pieces constant integer := 32;
  last constant integer := access.log_piece(now() + make_interval(days => days + 2)) + 1;
  name text;
  starts integer;
  ends integer;
begin
  -- The near ones reach to where the first far one begins, or would.
  for starts, ends in
    select n, n + 1
      from generate_series(access.log_piece(now()),
                           least(last, (access.log_near_end() / pieces + 1) * pieces - 1)) n
    union all
    select n, n + pieces from generate_series((access.log_near_end() / pieces + 1) * pieces, last, pieces) n
  loop
    name := case when ends = starts + 1 then format('passages_%s', starts)
                 else format('passages_far_%s_%s', starts, ends) end;
    continue when to_regclass('access_partitions.' || name) is not null;
    perform pg_advisory_xact_lock(hashtext('access.log-partitions'));
    -- Looked for among the rows: whoever waited remembers a name that was looked up before as nobody's.
    continue when exists (
      select from pg_class c
       where c.relnamespace = 'access_partitions'::regnamespace and c.relname = name);
    -- Those of a far one that has begun to be split off stand in it still.
    continue when exists (select from access.far_log_partitions() f where f.first < ends and f.after_last > starts);
    -- Attached, not made in place: readers and writers go on.
    execute format('create table access_partitions.%I (like access.passages including defaults including constraints)', name);
    execute format('alter table access.passages attach partition access_partitions.%I for values from (%L) to (%L)',
      name, access.log_piece_start(starts), access.log_piece_start(ends));
    made := made + 1;
  end loop;
  return made;
end $$;

-- Splits off the earliest piece that is near by now, with what it holds. False: there is none. Whoever writes into what is
-- far, or reads it, waits for that; whoever reads anything else, for a moment at its end.
create function access.split_log_partition() returns boolean
  language plpgsql security definer set search_path = pg_catalog set lock_timeout = '2s' as $$
declare
  far record;
  piece text;
  rest text;
  starts timestamptz;
  middle timestamptz;
  ends timestamptz;
begin
  perform pg_advisory_xact_lock(hashtext('access.log-partitions'));
  select f.* into far from access.far_log_partitions() f where f.first < access.log_near_end() order by f.first limit 1;
  if not found then return false; end if;
  starts := access.log_piece_start(far.first);
  middle := access.log_piece_start(far.first + 1);
  ends := access.log_piece_start(far.after_last);
  piece := format('access_partitions.passages_%s', far.first);
  rest := format('access_partitions.passages_far_%s_%s', far.first + 1, far.after_last);
  execute format('lock table access_partitions.%I in access exclusive mode', far.name);
  execute format('create table %s (like access.passages including defaults including constraints including indexes)', piece);
  execute format('with moved as (delete from access_partitions.%I where expires_at < %L returning *)
                  insert into %s select * from moved', far.name, middle, piece);
  -- So that nothing is read through when they are attached, while everybody waits.
  execute format('alter table %s add constraint bounds check (expires_at >= %L and expires_at < %L)', piece, starts, middle);
  execute format('alter table access_partitions.%I add constraint bounds check (expires_at >= %L and expires_at < %L)',
    far.name, middle, ends);
  execute format('alter table access.passages detach partition access_partitions.%I', far.name);
  execute format('alter table access.passages attach partition %s for values from (%L) to (%L)', piece, starts, middle);
  execute format('alter table %s drop constraint bounds', piece);
  if far.first + 1 = far.after_last then
    execute format('drop table access_partitions.%I', far.name);
    return true;
  end if;
  execute format('alter table access_partitions.%I rename to %I', far.name,
    format('passages_far_%s_%s', far.first + 1, far.after_last));
  execute format('alter table access.passages attach partition %s for values from (%L) to (%L)', rest, middle, ends);
  execute format('alter table %s drop constraint bounds', rest);
  return true;
end $$;

-- Drops the oldest partition that is over, and says of which organisation how many passages went with
-- it. No row: there is none. Waits two seconds at most for those who read.
create or replace function access.drop_log_partition() returns table (organisation_id uuid, passages bigint)
  language plpgsql security definer set search_path = pg_catalog set lock_timeout = '2s' as $$
declare
  before constant text := coalesce(kernel.activity(), '');
  settled timestamptz;
  keeps boolean;
  over regclass;
  is_kept boolean := false;
begin
  perform pg_advisory_xact_lock(hashtext('access.log-partitions'));
  perform set_config('terskel.activity', 'kernel.retention', true);
  -- A passage whose time was lengthened has to get it before its old one is over.
  select least(now(), min(c.changed_at)) into settled from access.log_changes c;
  -- The usual case is none: then nothing is asked of any row.
  keeps := exists (select from kernel.holds h where h.until > now())
        or exists (select from kernel.withholdings w where w.activity is null);
  for over in
    select i.inhrelid::regclass
      from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'access.passages'::regclass
       and c.relname ~ '^passages_\d+$'
       and access.log_piece_start(substring(c.relname from '\d+$')::integer + 1) <= settled
     order by c.relname
  loop
    if keeps then
      execute format('select exists (select from %s p where access.is_held(p::access.passages)
                                                         or access.is_restricted(p::access.passages))', over) into is_kept;
    end if;
    if not is_kept then
      return query execute format('select p.organisation_id, count(*) from %s p group by 1', over);
      if not found then return query select null::uuid, 0::bigint; end if;
      execute format('drop table %s', over);
      exit;
    end if;
    return query execute format(
      'with gone as (delete from %s p where not coalesce(access.is_held(p::access.passages), false)
                                        and not coalesce(access.is_restricted(p::access.passages), false)
                     returning p.organisation_id)
       select organisation_id, count(*) from gone group by 1', over);
    -- What is left of it is kept: the next.
    exit when found;
  end loop;
  perform set_config('terskel.activity', before, true);
end $$;

revoke all on function access.log_piece, access.log_piece_start, access.log_near_end, access.far_log_partitions,
  access.split_log_partition from public;
grant execute on function access.split_log_partition to terskel_app;
