import type { FastifyInstance } from "fastify";
import type { Pool } from "pg";
import type { Bus } from "@terskel/platform/bus";
import type { Jobs } from "@terskel/platform/jobs";

const timeoutMs = 2_000;

/** "ok", or why not; never longer than 2 seconds. */
async function stateOf(check: () => Promise<unknown>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("no answer within 2 seconds"), timeoutMs);
  });
  const asked = check().then(
    () => "ok",
    (error: unknown) => (error instanceof Error ? error.message || error.name : "unknown"),
  );
  const state = await Promise.race([asked, late]);
  clearTimeout(timer);
  return state;
}

/** What a health check asks. */
type Parts = {
  readonly database: Pool;
  readonly bus: Bus;
  readonly jobs: Jobs;
  /** How many rights requests are past their deadline. */
  readonly overdue: () => Promise<number>;
  /** Tables in which rows stand too long after their time. */
  readonly late: () => Promise<string[]>;
  /** How many rows are past their time and kept because of a restriction: not late. */
  readonly withheld: () => Promise<number>;
};

/**
 * `GET /healthz`: 200 when database, broker and jobs work, else 503 with the reason of each. Overdue rights
 * requests, retention that is late and what restrictions keep past its time are told, and do not take the service away.
 */
export function mountHealth(app: FastifyInstance, parts: Parts) {
  app.get("/healthz", async (_request, reply) => {
    const [retention, database, broker, jobs, overdueRequests, keptByRestriction] =
      await Promise.all([
        stateOf(async () => {
          const late = await parts.late();
          if (late.length > 0) throw new Error(`past their time for 24 hours: ${late.join(", ")}`);
        }),
        stateOf(() => parts.database.query("select 1")),
        stateOf(() => parts.bus.check()),
        stateOf(() => parts.jobs.check()),
        parts.overdue().catch(() => null),
        parts.withheld().catch(() => null),
      ]);
    const well = [database, broker, jobs].every((state) => state === "ok");
    return await reply
      .code(well ? 200 : 503)
      .header("cache-control", "no-store")
      .send({
        status: well ? "ok" : "unavailable",
        database,
        broker,
        jobs,
        retention,
        overdueRequests,
        keptByRestriction,
      });
  });
}
