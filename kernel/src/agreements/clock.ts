import { defineJob } from "@terskel/platform/jobs";
import type { Job } from "@terskel/platform/jobs";
import { z } from "zod";
import { erase } from "../erasure/erase.ts";
import type { Tx } from "../requests/tx.ts";
import { closeAndTell } from "./close-requests.ts";
import { enterEnded } from "./close.ts";
import { closingJob } from "./end.ts";
import { tellOfGoing } from "./letters.ts";
import { planEnd } from "./plan.ts";
import type { AgreementPorts } from "./ports.ts";
import { removeOrganisation } from "./remove.ts";
import type { Of } from "./write.ts";

const context = { activity: "kernel.retention" };

/** What ends agreements by itself: at their second, within a minute, and after however long an absence. */
export function clockJobs(ports: AgreementPorts): readonly Job[] {
  const payload = z.looseObject({});
  return [
    defineJob({ name: closingJob, payload, run: async () => await closeEnded(ports) }),
    defineJob({
      name: "kernel.end-agreements",
      cron: "* * * * *",
      atStart: true,
      payload,
      run: async () => {
        await closeEnded(ports);
        await eachOf(await findDue(ports, "first"), async (of) => await removeFirst(ports, of));
      },
    }),
    // What a law or a hold kept goes when that ends; it is looked for more seldom.
    defineJob({
      name: "kernel.clear-ended-agreements",
      cron: "40 * * * *",
      payload,
      run: async () => {
        await eachOf(await findDue(ports, "again"), async (of) => await remove(ports, of));
      },
    }),
  ];
}

/** Enters what has ended, and has the doors' lists made anew: from now on nobody is in them. */
async function closeEnded(ports: AgreementPorts): Promise<void> {
  await ports.withContext(context, async (tx: Tx) => {
    const ended = await tx
      .selectFrom("kernel.organisations")
      .select("id")
      .where("agreement_ends_at", "<=", ports.now())
      .where("id", "not in", tx.selectFrom("kernel.ended_agreements").select("organisation_id"))
      .execute();
    for (const { id } of ended) {
      if (await enterEnded(tx, id)) await ports.usableChanged(tx, id);
    }
  });
}

/** Whose data has to go: the first time, or again because something was kept. */
async function findDue(ports: AgreementPorts, which: "first" | "again"): Promise<Of[]> {
  const rows = await ports.withContext(
    context,
    async (tx: Tx) =>
      await tx
        .selectFrom("kernel.organisations as o")
        .innerJoin("kernel.ended_agreements as e", "e.organisation_id", "o.id")
        .select(["o.id", "o.name", "o.country", "e.ended_at", "e.data_goes_at"])
        .where("o.data_goes_at", "<=", ports.now())
        .where("e.gone_at", which === "first" ? "is" : "is not", null)
        .orderBy("o.data_goes_at")
        .execute(),
  );
  return rows.map(({ ended_at: endsAt, data_goes_at: dataGoesAt, ...of }) => ({
    ...of,
    endsAt,
    dataGoesAt,
  }));
}

/** One that fails does not keep the others from their turn. */
async function eachOf(due: readonly Of[], run: (of: Of) => Promise<void>): Promise<void> {
  const failures: { organisation: string; error: unknown }[] = [];
  for (const of of due) {
    await run(of).catch((error: unknown) => failures.push({ organisation: of.id, error }));
  }
  if (failures.length === 0) return;
  const names = failures.map(({ organisation }) => organisation).join(", ");
  throw new Error(`What was stored for ${names} was not deleted.`, { cause: failures[0]?.error });
}

/** A backup from before the end was set knows nothing of it: the tombstones do. */
async function removeFirst(ports: AgreementPorts, of: Of): Promise<void> {
  await tellOfGoing(ports, of, await planEnd(ports, of));
  await ports.tombstones.around([{ kind: "organisation", id: of.id }], async () => {
    await remove(ports, of);
    await ports.withContext(context, async (tx: Tx) => {
      await tx
        .updateTable("kernel.ended_agreements")
        .set({ gone_at: ports.now() })
        .where("organisation_id", "=", of.id)
        .where("gone_at", "is", null)
        .execute();
    });
  });
}

async function remove(ports: AgreementPorts, { id: organisation }: Of): Promise<void> {
  const at = ports.now();
  await closeAndTell(ports, { organisation, at });
  await removeOrganisation(ports, {
    organisation,
    at,
    cause: "agreement-ended",
    erase: async (scope) => await erase(ports, scope, { cause: "agreement-ended", organisation }),
  });
}
