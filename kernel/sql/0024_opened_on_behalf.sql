-- Whoever reads a person's data on an organisation's behalf and is none of its members, as the operator's staff,
-- enters that in the name of those they work for: for what they do it, and for nothing else.
create policy enter_on_behalf on kernel.openings for insert with check (
  organisation_id = kernel.organisation() and kernel.member() is null and kernel.person() is not null
    and opened_by is null and activity = kernel.activity());
