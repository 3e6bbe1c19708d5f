-- What waits for something other than its time, such as an agreement, is marked so; it is counted, and woken.
create function jobs.wake() returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.reschedule_jobs(
    array(select id from graphile_worker.jobs where flags ? 'waits' and locked_at is null and run_at > now()),
    run_at => now());
end $$;
create function jobs.waiting() returns bigint
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return (select count(*) from graphile_worker.jobs where flags ? 'waits');
end $$;
revoke all on function jobs.wake, jobs.waiting from public;
grant execute on function jobs.wake, jobs.waiting to terskel_app;
