-- When each job or check that keeps promises was last done, and last failed: evidence, of nobody.
create table kernel.runs (
  name text primary key,
  done_at timestamptz,
  failed_at timestamptz,
  check (num_nonnulls(done_at, failed_at) > 0)
);
alter table kernel.runs enable row level security, force row level security;
create policy show on kernel.runs using (kernel.doing('kernel.publish-declarations'));
grant select, insert, update on kernel.runs to terskel_app;
