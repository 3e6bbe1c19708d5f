-- Accounts that belong to no organisation go by the operator's notice, and are told of its changes too (A2, D15).
alter table kernel.notice_tellings
  alter column member_id drop not null,
  add column person_id uuid,
  add check (num_nonnulls(member_id, person_id) = 1),
  add unique (version_id, person_id);
create index on kernel.notice_tellings (person_id);

-- A member of no organisation. Whoever asks learns nothing else about them.
create function kernel.belongs_nowhere(person uuid) returns boolean language plpgsql stable as $$
declare
  -- Taken for a moment and given back; `set` at the function's head would need a superuser.
  before constant text := coalesce(kernel.activity(), '');
  nowhere boolean;
begin
  perform set_config('terskel.activity', 'identity.sign-in', true);
  nowhere := not exists (select from kernel.memberships m where m.person_id = person);
  perform set_config('terskel.activity', before, true);
  return nowhere;
end $$;
