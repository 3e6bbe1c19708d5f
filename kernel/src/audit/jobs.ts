import { defineJob } from "@terskel/platform/jobs";
import type { Job } from "@terskel/platform/jobs";
import type { Log } from "@terskel/platform/log";
import { z } from "zod";
import type { Tx } from "../requests/tx.ts";
import type { WithContext } from "../tenancy.ts";
import type { Checkpoints } from "./checkpoints.ts";
import { keepAudit, seal } from "./seal.ts";
import { sayBroken, verify } from "./verify.ts";

export type AuditPorts = {
  readonly withContext: WithContext;
  readonly checkpoints: Checkpoints;
  readonly now: () => Date;
  readonly log: Pick<Log, "error">;
};

/** Every minute the entries get their place in the chain; every night the whole chain is proved. */
export const auditJobs = (ports: AuditPorts): readonly Job[] => [
  defineJob({
    name: "kernel.seal-audit",
    cron: "* * * * *",
    atStart: true,
    payload: z.looseObject({}),
    run: async () => void (await seal(ports)),
  }),
  defineJob({
    name: "kernel.verify-audit",
    cron: "35 3 * * *",
    payload: z.looseObject({}),
    run: async () => await verifyAndRecord(ports),
  }),
];

/** Proves the trail and writes down how it ended, for the desk and for whoever watches the installation. */
async function verifyAndRecord(ports: AuditPorts): Promise<void> {
  const { withContext, checkpoints, now, log } = ports;
  await seal(ports);
  const lines = checkpoints.soFar();
  const verdict = await withContext(keepAudit, async (tx: Tx) => await verify(tx, lines, now));
  const { broken, entries } = verdict;
  await withContext(keepAudit, async (tx: Tx) => {
    await tx
      .insertInto("kernel.audit_checks")
      .values({
        at: now(),
        entries,
        broken_number: broken?.number ?? null,
        broken_what: broken?.wrong ?? null,
      })
      .execute();
  });
  // Not thrown: tried again it would be found again, and it is told of where people look.
  if (broken) log.error({ number: broken.number, wrong: broken.wrong }, sayBroken(broken));
}

/** "ok", or what is wrong with the trail, by the last verification; for `/healthz`. */
export async function auditInWords({ withContext, now }: AuditPorts): Promise<string> {
  return await withContext(keepAudit, async (tx: Tx) => {
    const check = await tx
      .selectFrom("kernel.audit_checks")
      .select(["at", "broken_number", "broken_what"])
      .orderBy("at", "desc")
      .limit(1)
      .executeTakeFirst();
    const waits = await tx
      .selectFrom("kernel.audit_entries")
      .select("at")
      .where("number", "is", null)
      .orderBy("id")
      .limit(1)
      .executeTakeFirst();
    if (check?.broken_what)
      return `broken at entry ${check.broken_number}: ${check.broken_what} (found ${check.at.toISOString()})`;
    const late = now().getTime() - 3_600_000;
    return waits && waits.at.getTime() < late ? "not sealed for an hour" : "ok";
  });
}
