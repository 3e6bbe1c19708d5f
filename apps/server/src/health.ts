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
  /** How many breaches were not notified in time, with no reason given. */
  readonly overdueBreaches: () => Promise<number>;
  /** Tables in which rows stand too long after their time. */
  readonly late: () => Promise<string[]>;
  /** How many rows are past their time and kept because of a restriction: not late. */
  readonly withheld: () => Promise<number>;
  /** Whether what is sent can leave, in words by channel, and how much waits. */
  readonly sending: () => Promise<object>;
  /** Whether the audit trail is proved, in words. */
  readonly audit: () => Promise<string>;
};

/**
 * `GET /healthz`: 200 when database, broker and jobs work, else 503 with the reason of each. Overdue rights
 * requests and breaches, retention that is late, what restrictions keep past its time, mail that may not be passed on and an
 * audit trail that is not proved are told, and do not take the service away.
 */
export function mountHealth(app: FastifyInstance, parts: Parts) {
  app.get("/healthz", async (_request, reply) => {
    const [
      retention,
      database,
      broker,
      jobs,
      overdueRequests,
      overdueBreaches,
      keptByRestriction,
      sending,
      audit,
    ] = await Promise.all([
      stateOf(async () => {
        const late = await parts.late();
        if (late.length > 0) throw new Error(`past their time for 24 hours: ${late.join(", ")}`);
      }),
      stateOf(() => parts.database.query("select 1")),
      stateOf(() => parts.bus.check()),
      stateOf(() => parts.jobs.check()),
      parts.overdue().catch(() => null),
      parts.overdueBreaches().catch(() => null),
      parts.withheld().catch(() => null),
      parts.sending().catch(() => null),
      parts.audit().catch(() => null),
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
        overdueBreaches,
        keptByRestriction,
        sending,
        audit,
      });
  });
}
