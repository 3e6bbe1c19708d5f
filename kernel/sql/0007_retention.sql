-- What holds cover is not deleted, whoever deletes; what retention looks for, it finds by an index.
create index on kernel.holds (until);
create index on kernel.organisations (agreement_ends_at) where agreement_ends_at is not null;
create index on kernel.retention_ledger (at, table_name);

-- The keys of what the holds in force keep of these tables: of whole organisations, of members, of their
-- accounts and addresses. Whoever asks gets the same answer. A hold on somebody keeps their membership
-- whatever table it names, and any hold keeps its organisation: with those the hold itself would go.
create function kernel.held(of_tables text[], kind text)
  returns table (organisation_id uuid, key text, hold uuid, until timestamptz)
  language plpgsql stable set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  -- Taken for a moment and given back; `set` at the function's head would need a superuser.
  before constant text := coalesce(kernel.activity(), '');
begin
  perform set_config('terskel.activity', 'kernel.retention', true);
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

-- The argument is what the declaration makes of a hold: a condition on the row `r`. To move a row to
-- another partition deletes it here; who only moves says so (terskel.moves).
create function kernel.refuse_held() returns trigger language plpgsql
  set search_path = pg_catalog as $$
declare
  before constant text := coalesce(kernel.activity(), '');
  held boolean := false;
begin
  perform set_config('terskel.activity', 'kernel.retention', true);
  if exists (select from kernel.holds h where h.until > now())
     and not (tg_op = 'DELETE' and coalesce(current_setting('terskel.moves', true), '') = 'on') then
    execute format('select %s from (select ($1).*) r', tg_argv[0]) into held using old;
  end if;
  perform set_config('terskel.activity', before, true);
  if held then
    raise exception 'a row of %.% is under a legal hold', tg_table_schema, tg_table_name
      using errcode = 'TK001';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;

-- The organisations of a country; when the calendar year began that lies so many years back (laws.ts).
create function kernel.organisations_in(its_country text) returns setof uuid
  language plpgsql stable set search_path = pg_catalog as $$
declare before constant text := coalesce(kernel.activity(), '');
begin
  perform set_config('terskel.activity', 'kernel.retention', true);
  return query select o.id from kernel.organisations o where o.country = its_country;
  perform set_config('terskel.activity', before, true);
end $$;
create function kernel.law_start(moment timestamptz, years integer)
  returns timestamptz language sql stable parallel safe
  begin atomic
    select make_timestamptz(extract(year from moment at time zone 'Europe/Oslo')::integer - years,
                            1, 1, 0, 0, 0, 'Europe/Oslo');
  end;
