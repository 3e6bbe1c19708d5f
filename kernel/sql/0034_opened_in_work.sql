-- Whoever opens a person's data in their work says so in their own name, and by the work that the transaction is for. They
-- see no more of it than that, so as not to say the same at each look.
create policy enter_in_work on kernel.openings for insert with check (
  organisation_id = kernel.organisation() and opened_by = kernel.member() and activity = kernel.activity());
create policy in_own_work on kernel.openings for select using (
  organisation_id = kernel.organisation() and opened_by = kernel.member() and activity = kernel.activity());
