-- The passages that a legal hold keeps stay when their partition is over; the others in it go by row.
-- For whoever may see the holders.
create function access.is_held(r access.passages) returns boolean language sql stable
  set search_path = pg_catalog
  begin atomic
    select r.organisation_id in (select h.organisation_id from kernel.held(array['access.passages'], 'organisation') h)
        or r.holder_id in (select l.id from kernel.held(array['access.passages'], 'member') h
                             join access.log_holders l on l.member_id = h.key::uuid);
  end;

-- Drops the oldest partition that is over, and says of which organisation how many passages went with
-- it. No row: there is none. Waits two seconds at most for those who read.
create or replace function access.drop_log_partition() returns table (organisation_id uuid, passages bigint)
  language plpgsql security definer set search_path = pg_catalog set lock_timeout = '2s' as $$
declare
  before constant text := coalesce(kernel.activity(), '');
  width constant integer := 22 * 3600;
  settled timestamptz;
  holds boolean;
  over regclass;
  is_kept boolean := false;
begin
  perform pg_advisory_xact_lock(hashtext('access.log-partitions'));
  perform set_config('terskel.activity', 'kernel.retention', true);
  -- A passage whose time was lengthened has to get it before its old one is over.
  select least(now(), min(c.changed_at)) into settled from access.log_changes c;
  -- The usual case is none: then nothing is asked of any row.
  holds := exists (select from kernel.holds h where h.until > now());
  for over in
    select i.inhrelid::regclass
      from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'access.passages'::regclass
       and to_timestamp((substring(c.relname from '\d+$')::integer + 1)::float8 * width) <= settled
     order by c.relname
  loop
    if holds then
      execute format('select exists (select from %s p where access.is_held(p::access.passages))', over) into is_kept;
    end if;
    if not is_kept then
      return query execute format('select p.organisation_id, count(*) from %s p group by 1', over);
      if not found then return query select null::uuid, 0::bigint; end if;
      execute format('drop table %s', over);
      exit;
    end if;
    return query execute format(
      'with gone as (delete from %s p where not coalesce(access.is_held(p::access.passages), false)
                     returning p.organisation_id)
       select organisation_id, count(*) from gone group by 1', over);
    -- What is left of it is held: the next.
    exit when found;
  end loop;
  perform set_config('terskel.activity', before, true);
end $$;

revoke all on function access.is_held from public;
grant execute on function access.is_held to terskel_app;

-- Retention finds what is past its time by an index, not by reading the table.
create index on access.grants (valid_until) where valid_until is not null;
