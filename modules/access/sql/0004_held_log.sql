-- The passages that a legal hold keeps stay when their partition is over; the others in it go by row.
create function access.is_held(r access.passages) returns boolean language sql stable
  set search_path = pg_catalog set terskel.activity = 'kernel.retention'
  begin atomic
    select r.organisation_id in (select h.organisation_id from kernel.held(array['access.passages'], 'organisation') h)
        or r.holder_id in (select l.id from kernel.held(array['access.passages'], 'member') h
                             join access.log_holders l on l.member_id = h.key::uuid);
  end;

-- Drops the oldest partition that is over, and says of which organisation how many passages went with
-- it. No row: there is none. Waits two seconds at most for those who read.
create or replace function access.drop_log_partition() returns table (organisation_id uuid, passages bigint)
  language plpgsql security definer set search_path = pg_catalog set lock_timeout = '2s'
  set terskel.activity = 'kernel.retention' as $$
declare
  width constant integer := 22 * 3600;
  -- A passage whose time was lengthened has to get it before its old one is over.
  settled constant timestamptz := least(now(), (select min(c.changed_at) from access.log_changes c));
  -- The usual case is none: then nothing is asked of any row.
  holds constant boolean := exists (select from kernel.holds h where h.until > now());
  over regclass;
  is_kept boolean := false;
begin
  perform pg_advisory_xact_lock(hashtext('access.log-partitions'));
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
      return;
    end if;
    return query execute format(
      'with gone as (delete from %s p where not coalesce(access.is_held(p::access.passages), false)
                     returning p.organisation_id)
       select organisation_id, count(*) from gone group by 1', over);
    if found then return; end if;
    -- What is left of it is held: the next.
  end loop;
end $$;

revoke all on function access.is_held from public;
grant execute on function access.is_held to terskel_app;
