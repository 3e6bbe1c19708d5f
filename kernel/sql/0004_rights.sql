-- The organisation that a rights request is made to, set by withContext; null: the account, everywhere.
create function kernel.asked() returns uuid language sql stable parallel safe
  return nullif(current_setting('terskel.asked', true), '')::uuid;

-- What is withheld of an account counts in every organisation that knows it.
drop policy tenant on kernel.withholdings;
create policy tenant on kernel.withholdings using (
  organisation_id = kernel.organisation() or person_id = kernel.person()
  or kernel.organisation() is null and kernel.person() is null and kernel.activity() is not null
);
create policy of_accounts on kernel.withholdings for select using (
  organisation_id is null and kernel.activity() is not null
);

create policy enter on kernel.retention_ledger for insert with check (kernel.doing('kernel.erase'));
