-- Whoever tells of the operator's notice finds the accounts that no organisation tells.
create policy tell on identity.persons for select using (
  kernel.activity() = 'kernel.tell-notice' and kernel.belongs_nowhere(id));
