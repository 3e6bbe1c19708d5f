-- A third party that controls an organisation's doors reads its people's date of birth (C10). Reading only.
create policy shared on identity.persons for select using (
  kernel.activity() = 'access.share-with-integrations'
  and exists (select from kernel.memberships m
               where m.person_id = persons.id and m.organisation_id = kernel.organisation())
);
