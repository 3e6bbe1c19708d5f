alter policy people on identity.persons using (
  kernel.activity() = 'identity.administer-people' and kernel.belongs(id, kernel.organisation()));
alter policy shared on identity.persons using (
  kernel.activity() = 'access.share-with-integrations' and kernel.belongs(id, kernel.organisation()));
