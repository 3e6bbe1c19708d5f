-- Does another organisation know the account's person? Also where they are under restriction, which retention
-- does not see: what verifies sees every membership. The activity is taken for a moment and given back.
create function kernel.known_elsewhere(person uuid, organisation uuid) returns boolean
  language plpgsql stable set search_path = pg_catalog as $$
declare
  before constant text := coalesce(kernel.activity(), '');
  known boolean;
begin
  perform set_config('terskel.activity', 'kernel.verify-erasure', true);
  select exists (select from kernel.memberships m where m.person_id = person and m.organisation_id <> organisation) into known;
  perform set_config('terskel.activity', before, true);
  return known;
end $$;
