-- What a restriction (Art. 18) keeps of the log stays when its partition is over, as what a legal hold keeps.
-- For whoever may see the holders.
create function access.is_restricted(r access.passages) returns boolean language sql stable
  set search_path = pg_catalog
  begin atomic
    select r.holder_id in (select l.id from kernel.restricted('member') k join access.log_holders l on l.member_id = k::uuid);
  end;

-- Drops the oldest partition that is over, and says of which organisation how many passages went with
-- it. No row: there is none. Waits two seconds at most for those who read.
create or replace function access.drop_log_partition() returns table (organisation_id uuid, passages bigint)
  language plpgsql security definer set search_path = pg_catalog set lock_timeout = '2s' as $$
declare
  before constant text := coalesce(kernel.activity(), '');
  width constant integer := 22 * 3600;
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
       and to_timestamp((substring(c.relname from '\d+$')::integer + 1)::float8 * width) <= settled
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

-- A door takes its passages with it, save those of restricted persons: they go at their time.
create or replace function access.door_removed() returns trigger language plpgsql security definer
  set search_path = pg_catalog as $$
declare before constant text := coalesce(kernel.activity(), '');
begin
  perform set_config('terskel.activity', 'kernel.retention', true);
  delete from access.passages p where p.door_id = any (array(select id from gone))
     and not (exists (select from kernel.withholdings w where w.activity is null)
              and coalesce(access.is_restricted(p), false));
  perform set_config('terskel.activity', before, true);
  return null;
end $$;

revoke all on function access.is_restricted from public;
grant execute on function access.is_restricted to terskel_app;
