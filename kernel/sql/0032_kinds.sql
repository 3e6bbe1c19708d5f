-- What an organisation's notice leaves out, as an organisation of its kind does not do it, cannot be written down for it
-- (docs/decisions/0047). Arguments: the column with the organisation, then the kinds that may have such rows.
create function kernel.refuse_kind() returns trigger language plpgsql as $$
declare
  -- Taken for a moment and given back: what kind an organisation is, is public.
  before constant text := coalesce(kernel.activity(), '');
  its text;
begin
  perform set_config('terskel.activity', 'kernel.publish-notice', true);
  select o.kind into its from kernel.organisations o where o.id = (to_jsonb(new) ->> tg_argv[0])::uuid;
  perform set_config('terskel.activity', before, true);
  if not its = any (tg_argv[1:]) then
    raise exception '% is not for an organisation of kind %', tg_table_name, its using errcode = 'TK003';
  end if;
  return new;
end $$;
