-- The program's role may put a job in the queue within its own transaction, and nothing else there.
create schema jobs;
grant usage on schema jobs to terskel_app;

create function jobs.add(task text, payload json, key text, run_at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(
    task, payload, run_at => run_at, max_attempts => 12, job_key => key, job_key_mode => 'replace');
end $$;
revoke all on function jobs.add from public;
grant execute on function jobs.add to terskel_app;
