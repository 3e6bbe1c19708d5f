import { addJob, defineJob, type Job } from "@terskel/platform/jobs";
import { z } from "zod";
import type { AccessPorts } from "../ports.ts";
import type { Tx } from "../tx.ts";

const name = "access.cut-off-controller";

/**
 * Ends a controller's connection when the transaction commits: the broker asks for a token only when
 * somebody connects, and whoever has one that is void would stay.
 */
export async function queueCutOff(tx: Tx, controller: string, runAt?: Date): Promise<void> {
  await addJob(tx, name, { controller }, runAt ? { runAt } : {});
}

export function cutOffJob({ bus }: Pick<AccessPorts, "bus">): Job {
  return defineJob({
    name,
    payload: z.strictObject({ controller: z.uuid() }),
    run: async ({ controller }) => await bus.cutOff(controller),
  });
}
