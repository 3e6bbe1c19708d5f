-- Whose processing is restricted (Art. 18), whoever asks: what is past its time of them is kept until the
-- restriction ends (docs/decisions/0020). What it calls sets the transaction's activity for a moment.
create function kernel.restricted(kind text) returns setof text language sql stable parallel unsafe
  begin atomic
    select key from (
      select case kind when 'member' then w.member_id::text when 'account' then w.person_id::text
             else w.address end as key
        from kernel.withholdings w where w.activity is null
    ) keys where key is not null
    union all
    select kernel.members_of_restricted()
     where kind = 'member' and exists (
       select from kernel.withholdings w where w.person_id is not null and w.activity is null);
  end;

-- A hold on somebody who is restricted is one too: what verifies sees every row, retention does not.
create or replace function kernel.held(of_tables text[], kind text)
  returns table (organisation_id uuid, key text, hold uuid, until timestamptz)
  language plpgsql stable set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  -- Taken for a moment and given back; `set` at the function's head would need a superuser.
  before constant text := coalesce(kernel.activity(), '');
begin
  perform set_config('terskel.activity', 'kernel.verify-erasure', true);
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

create or replace function kernel.refuse_held() returns trigger language plpgsql
  set search_path = pg_catalog as $$
declare
  before constant text := coalesce(kernel.activity(), '');
  held boolean := false;
begin
  perform set_config('terskel.activity', 'kernel.verify-erasure', true);
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
