import type { BackupTable } from "./tables.ts";

/**
 * What waits in the queue, by its own function instead of table by table: so it fits a newer queue too.
 * A job that ran after the backup runs again; jobs are safe to.
 */
export const queueTable: BackupTable = {
  schema: "pg_temp",
  table: "backup_queue",
  columns: ["task", "payload", "queue", "run_at", "attempts", "key", "priority"],
  partitions: [],
};

/** Without those that have failed for good; one that runs has an attempt left if it does not end. */
export const queueSelect = `
  select t.identifier, j.payload, q.queue_name, j.run_at,
         greatest(j.max_attempts - j.attempts, 1), j.key, j.priority
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
   where j.attempts < j.max_attempts or j.locked_at is not null
   order by j.id`;

export const queueBegin =
  "create temporary table backup_queue (task text, payload json, queue text, run_at timestamptz, attempts integer, key text, priority integer);";

export const queueEnd =
  "select count(graphile_worker.add_job(task, payload, queue, run_at, attempts, key, priority)) from backup_queue;";
