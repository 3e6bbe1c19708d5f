import { Pool, types } from "pg";
import type { PoolConfig } from "pg";

// Dates (1082) stay `YYYY-MM-DD`: a birthday has no time zone. bigint (20) fits a number here.
types.setTypeParser(1082, (value) => value);
types.setTypeParser(20, Number);

/**
 * A pool of connections whose every wait has an end: 5 s for a connection, 30 s for a statement
 * (40 s when the server does not answer at all), 30 s for a transaction that does nothing.
 */
export function createPool(url: string, more: PoolConfig = {}): Pool {
  const pool = new Pool({
    connectionString: url,
    max: 16,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    query_timeout: 40_000,
    keepAlive: true,
    idle_in_transaction_session_timeout: 30_000,
    application_name: "terskel",
    ...more,
  });
  // An idle connection that is lost is no error yet: the next query makes a new one, or fails.
  pool.on("error", () => undefined);
  // One that is lost in somebody's hands fails their next query; unheard, it would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
