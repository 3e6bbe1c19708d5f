import type { Job } from "@terskel/platform/jobs";
import type { Log } from "@terskel/platform/log";
import type { Transaction } from "kysely";
import type { Keeper } from "../declare.ts";
import type { KernelTables } from "../tables.ts";
import type { WithContext } from "../tenancy.ts";

type Ports = { readonly withContext: WithContext; readonly now: () => Date };
type LoggedPorts = Ports & { readonly log: Log };

const context = { activity: "kernel.publish-declarations" };

/** Writes down that a job or check was done, or failed. */
export async function recordRun(
  { withContext, now }: Ports,
  name: string,
  how: "done" | "failed",
): Promise<void> {
  const at = { [how === "done" ? "done_at" : "failed_at"]: now() };
  await withContext(context, async (tx: Transaction<KernelTables>) => {
    await tx
      .insertInto("kernel.runs")
      .values({ name, ...at })
      .onConflict((conflict) => conflict.column("name").doUpdateSet(at))
      .execute();
  });
}

/** Jobs that keep promises leave behind when they ran; a run that cannot be written down is a run. */
export function recordedJobs(
  ports: LoggedPorts,
  jobs: readonly Job[],
  keepers: readonly Keeper[],
): readonly Job[] {
  const kept = new Set(keepers.filter(({ kind }) => kind === "job").map(({ name }) => name));
  return jobs.map((job) => {
    if (!kept.has(job.name)) return job;
    const note = async (how: "done" | "failed") =>
      await recordRun(ports, job.name, how).catch((error: unknown) =>
        ports.log.warn({ err: error, job: job.name }, "its run could not be written down"),
      );
    return {
      ...job,
      run: async (payload) => {
        try {
          await job.run(payload);
        } catch (error) {
          await note("failed");
          throw error;
        }
        await note("done");
      },
    };
  });
}

export type Run = { readonly done?: Date | undefined; readonly failed?: Date | undefined };

/** The last run of each. */
export async function readRuns({ withContext }: Pick<Ports, "withContext">) {
  const rows = await withContext(
    context,
    async (tx: Transaction<KernelTables>) =>
      await tx.selectFrom("kernel.runs").selectAll().execute(),
  );
  return new Map<string, Run>(
    rows.map(({ name, done_at, failed_at }) => [
      name,
      { done: done_at ?? undefined, failed: failed_at ?? undefined },
    ]),
  );
}
