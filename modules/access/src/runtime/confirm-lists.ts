import { addJob, defineJob, type Job } from "@terskel/platform/jobs";
import { z } from "zod";
import type { AccessPorts } from "../ports.ts";
import type { Tx } from "../tx.ts";
import type { Send } from "./sender.ts";

type Ports = Pick<AccessPorts, "withContext" | "now">;
const context = { activity: "access.run-controllers" };

/** Has a controller told that the list it has is the newest. */
export async function queueConfirmation(tx: Tx, controller: string): Promise<void> {
  const key = `access.confirm-list:${controller}`;
  await addJob(tx, "access.confirm-list", { controller }, { key });
}

/**
 * What tells controllers that are there, six times an hour, that their list is the newest: so that a door that hears
 * nothing knows when to stop going by it.
 */
export function confirmationJobs(ports: Ports, send: Send): readonly Job[] {
  return [
    defineJob({
      name: "access.confirm-lists",
      cron: "*/10 * * * *",
      payload: z.looseObject({}),
      run: async () =>
        ports.withContext(context, async (tx: Tx) => {
          const there = await upToDate(tx).select("id").execute();
          for (const { id } of there) await queueConfirmation(tx, id);
        }),
    }),
    defineJob({
      name: "access.confirm-list",
      payload: z.strictObject({ controller: z.uuid() }),
      run: async ({ controller }) => confirm(ports, send, controller),
    }),
  ];
}

/** One that is away is not written to: a broker would keep the message for it, and it is true of then alone. */
const upToDate = (tx: Tx) =>
  tx
    .selectFrom("access.controllers")
    .where("online", "=", true)
    .where("list_hash", "is not", null)
    .whereRef("list_reported", "=", "list_revision");

async function confirm({ withContext, now }: Ports, send: Send, controller: string) {
  const at = now();
  const known = await withContext(context, async (tx: Tx) =>
    upToDate(tx)
      .select("list_revision as revision")
      .where("id", "=", controller)
      .executeTakeFirst(),
  );
  if (!known) return;
  await send("confirmation", { controller, revision: known.revision, at: at.toISOString() });
  await withContext(context, async (tx: Tx) =>
    tx
      .updateTable("access.controllers")
      .set({ confirmed_at: at })
      .where("id", "=", controller)
      .execute(),
  );
}
