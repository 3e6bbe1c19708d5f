-- Asked for by nearly every query. The usual case is that nobody is restricted and nobody has objected, which is
-- planned and answered in a tenth of the time; and what is planned once for a connection is not planned five times.
create or replace function kernel.withheld_ids(kind text) returns uuid[] language plpgsql stable parallel unsafe
  set plan_cache_mode = force_generic_plan as $$
begin
  if not exists (select from kernel.withholdings) then return '{}'; end if;
  return array(select k::uuid from kernel.withheld(kind) k);
end $$;
create or replace function kernel.restricted_ids(kind text) returns uuid[] language plpgsql stable parallel unsafe
  set plan_cache_mode = force_generic_plan as $$
begin
  if not exists (select from kernel.withholdings) then return '{}'; end if;
  return array(select k::uuid from kernel.restricted(kind) k);
end $$;
alter function kernel.held(text[], text) set plan_cache_mode = force_generic_plan;
