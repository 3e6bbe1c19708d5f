-- Whoever waited for the one who made the partitions looks anew: a name that was looked up before the
-- wait is remembered as being nobody's, so it is looked for among the rows instead.
create or replace function access.make_log_partitions(days integer) returns integer
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
    continue when exists (
      select from pg_class c
       where c.relnamespace = 'access_partitions'::regnamespace and c.relname = format('passages_%s', n));
    -- Attached, not made in place: readers and writers go on.
    execute format('create table %s (like access.passages including defaults including constraints)', name);
    execute format('alter table access.passages attach partition %s for values from (%L) to (%L)', name,
      to_timestamp(n::float8 * width), to_timestamp((n + 1)::float8 * width));
    made := made + 1;
  end loop;
  return made;
end $$;
