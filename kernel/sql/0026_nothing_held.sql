-- The usual case is that nothing is held: then it is not worked out whom a hold covers, for each table each minute.
create or replace function kernel.held(of_tables text[], kind text)
  returns table (organisation_id uuid, key text, hold uuid, until timestamptz)
  language plpgsql stable set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  -- Taken for a moment and given back; `set` at the function's head would need a superuser.
  before constant text := coalesce(kernel.activity(), '');
begin
  perform set_config('terskel.activity', 'kernel.verify-erasure', true);
  if not exists (select from kernel.holds h where h.until > now()) then
    perform set_config('terskel.activity', before, true);
    return;
  end if;
  return query
    with holds as materialized (
      select h.* from kernel.holds h
       where h.until > now()
         and (h.table_name is null or h.table_name = any (of_tables) or 'kernel.organisations' = any (of_tables)
              or 'kernel.memberships' = any (of_tables) and h.member_id is not null))
    select h.organisation_id, h.organisation_id::text, h.id, h.until from holds h
     where kind = 'organisation' and (h.member_id is null or 'kernel.organisations' = any (of_tables))
    union all
    select h.organisation_id, h.member_id::text, h.id, h.until from holds h
     where kind = 'member' and h.member_id is not null
    union all
    select h.organisation_id, m.person_id::text, h.id, h.until
      from holds h join kernel.memberships m
        on m.organisation_id = h.organisation_id and (h.member_id is null or m.id = h.member_id)
     where kind = 'account' and m.person_id is not null
    union all
    select h.organisation_id, a.address, h.id, h.until
      from holds h join kernel.memberships m
        on m.organisation_id = h.organisation_id and (h.member_id is null or m.id = h.member_id),
        lateral (values (m.email), (m.phone)) a (address)
     where kind = 'address' and a.address is not null;
  perform set_config('terskel.activity', before, true);
end $$;
