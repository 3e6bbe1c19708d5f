-- Until a notice is in force the old rule runs (docs/decisions/0044): what the version in force tells of, as the
-- database asks for it.

-- How long each kind of data is kept, and on what ground each purpose stands.
create function kernel.keeps_of(facts jsonb) returns jsonb language sql immutable parallel safe
  return (select coalesce(jsonb_object_agg(d ->> 'from', (d -> 'keep') - 'text'::text - 'when'::text), '{}')
            from jsonb_array_elements(facts -> 'data') d);
create function kernel.grounds_of(facts jsonb) returns jsonb language sql immutable parallel safe
  return (select jsonb_build_object('kind', facts -> 'organisation' -> 'kind', 'purposes',
              coalesce(jsonb_object_agg(p ->> 'from', jsonb_build_object(
                'basis', p -> 'basis', 'controller', p -> 'controller', 'role', p -> 'role',
                'interest', p -> 'interest',
                'decides', p ? 'decidesAlone' or coalesce(p ->> 'objection' = 'profiling', false))), '{}'))
            from jsonb_array_elements(facts -> 'purposes') p);
alter table kernel.notice_versions
  add column keeps jsonb not null generated always as (kernel.keeps_of(facts)) stored,
  add column grounds jsonb not null generated always as (kernel.grounds_of(facts)) stored;

-- The versions in force: of these organisations, else of each. They are public, whatever the activity that asks.
create function kernel.notices_in_force(of uuid[] default null)
  returns setof kernel.notice_versions language plpgsql stable as $$
declare
  -- Taken for a moment and given back; `set` at the function's head would need a superuser.
  before constant text := coalesce(kernel.activity(), '');
begin
  perform set_config('terskel.activity', 'kernel.publish-notice', true);
  return query
    select distinct on (v.organisation_id) v.* from kernel.notice_versions v
     where (of is null or v.organisation_id = any (of))
       and v.in_force_at <= now() and v.superseded_at is null and (not v.material or v.told_at is not null)
     order by v.organisation_id, v.number desc;
  perform set_config('terskel.activity', before, true);
end $$;

-- What belongs to no organisation, such as an account, goes by the operator's notice.
create function kernel.operator() returns uuid language plpgsql stable as $$
declare
  before constant text := coalesce(kernel.activity(), '');
  found_id uuid;
begin
  perform set_config('terskel.activity', 'kernel.publish-notice', true);
  select o.id into found_id from kernel.organisations o where o.kind = 'operator' order by o.created_at limit 1;
  perform set_config('terskel.activity', before, true);
  return found_id;
end $$;

-- The organisations whose notice in force tells that the table's rows are kept just so: of those that the
-- transaction can see.
create function kernel.keeping(of_table text, told jsonb) returns uuid[] language plpgsql stable as $$
begin
  return array(select v.organisation_id from kernel.notices_in_force(
                  case when kernel.organisation() is not null then array[kernel.organisation()] end) v
                where v.keeps -> of_table = told);
end $$;
create function kernel.operator_keeps(of_table text, told jsonb) returns boolean language plpgsql stable as $$
begin
  return exists (select from kernel.notices_in_force(array[kernel.operator()]) v where v.keeps -> of_table = told);
end $$;

-- A column that the notice in force does not tell of stays as it was, or as it is when nobody writes it; where it
-- cannot be left empty, the row is refused. Argument: { table, column, label, organisation, default, uses }, where
-- `uses` names the purposes by the kind of organisation.
create function kernel.write_as_told() returns trigger language plpgsql as $$
declare
  rule constant jsonb := tg_argv[0];
  value jsonb;
  version kernel.notice_versions;
begin
  select * into version from kernel.notices_in_force(array[
    coalesce((to_jsonb(new) ->> (rule ->> 'organisation'))::uuid, kernel.operator())]);
  if version.id is null or coalesce(not rule -> 'uses' ? (version.facts -> 'organisation' ->> 'kind'), true)
    or exists (
      select from jsonb_array_elements(version.facts -> 'purposes') p
       where rule -> 'uses' -> (version.facts -> 'organisation' ->> 'kind') ? (p ->> 'from')
         and p -> 'labels' ? (rule ->> 'label') and p -> 'data' ? (rule ->> 'table'))
  then return new; end if;
  if tg_op = 'UPDATE' then value := to_jsonb(old) -> (rule ->> 'column');
  elsif rule ->> 'default' is not null then execute 'select to_jsonb(' || (rule ->> 'default') || ')' into value;
  end if;
  if coalesce(value, 'null') = 'null' and (rule -> 'required')::boolean then
    raise exception 'The notice in force does not tell of %.%', rule ->> 'table', rule ->> 'column'
      using errcode = 'TK002';
  end if;
  return jsonb_populate_record(new, jsonb_build_object(rule ->> 'column', value));
end $$;

-- Rows whose keeping the version in force tells of in a way that no column can carry out any more: none is added.
create function kernel.refuse_untold() returns trigger language plpgsql as $$
declare
  rule constant jsonb := tg_argv[0];
begin
  if exists (select from kernel.notices_in_force(array[
       coalesce((to_jsonb(new) ->> (rule ->> 'organisation'))::uuid, kernel.operator())]) v
      where v.keeps -> (rule ->> 'table') = rule -> 'told')
  then
    raise exception 'The notice in force tells of a shorter keeping of %', rule ->> 'table' using errcode = 'TK002';
  end if;
  return new;
end $$;
