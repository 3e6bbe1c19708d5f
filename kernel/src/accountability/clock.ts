import { defineJob } from "@terskel/platform/jobs";
import type { Job } from "@terskel/platform/jobs";
import { sql } from "kysely";
import { z } from "zod";
import { isReplaced } from "./assessments.ts";
import { breachReminder } from "./breach-rules.ts";
import { queueReminder } from "./letters.ts";
import type { About } from "./letters.ts";
import type { AccountabilityPorts, Tx } from "./ports.ts";

const activity = "kernel.account-for";
const dayMs = 24 * 3_600_000;
/** So many days before an assessment is due again the privacy desk is reminded. */
const soonDays = 30;

type Due = { readonly id: string; readonly organisation: string; readonly about: About };

/** Every ten minutes: reminds of breaches that are to be notified, and of assessments that are due again. */
export const accountabilityClock = (ports: AccountabilityPorts): Job =>
  defineJob({
    name: "kernel.accountability-clock",
    cron: "*/10 * * * *",
    atStart: true,
    payload: z.looseObject({}),
    run: async () => {
      const now = ports.now();
      const breaches = await dueBreaches(ports, now);
      for (const due of breaches) await remind(ports, "kernel.breaches", due);
      for (const due of await dueAssessments(ports, now)) {
        await remind(ports, "kernel.assessments", due);
      }
      const overdue = breaches.filter(({ about }) => about.left.startsWith("overdue"));
      if (overdue.length > 0) {
        ports.log.error({ breaches: overdue.length }, "breaches are not notified in time");
      }
    },
  });

async function dueBreaches({ withContext }: AccountabilityPorts, now: Date): Promise<Due[]> {
  const rows = await withContext(
    { activity },
    async (tx: Tx) =>
      await tx
        .selectFrom("kernel.breaches")
        .select(["id", "organisation_id", "due_at"])
        .where("closed_at", "is", null)
        .where("authority_told_at", "is", null)
        .where("authority_reason", "is", null)
        .where("due_at", "<", new Date(now.getTime() + 2 * dayMs))
        .execute(),
  );
  return rows.flatMap(({ id, organisation_id, due_at }) => {
    const left = breachReminder(due_at, now);
    return left ? [{ id, organisation: organisation_id, about: { what: "breach", left } }] : [];
  });
}

async function dueAssessments({ withContext }: AccountabilityPorts, now: Date): Promise<Due[]> {
  const day = (ahead: number) => new Date(now.getTime() + ahead * dayMs).toISOString().slice(0, 10);
  const rows = await withContext(
    { activity },
    async (tx: Tx) =>
      await tx
        .selectFrom("kernel.assessments as a")
        .select(["a.id", "a.organisation_id", "a.next_on"])
        .where("a.next_on", "<=", day(soonDays))
        .where((eb) => eb.not(isReplaced))
        .execute(),
  );
  return rows.map(({ id, organisation_id, next_on }) => ({
    id,
    organisation: organisation_id,
    about: {
      what: "assessment",
      left: `${(next_on ?? "") <= day(0) ? "overdue" : "soon"} ${next_on}`,
    },
  }));
}

/** Once under each name. */
async function remind(
  { withContext, log }: AccountabilityPorts,
  table: "kernel.breaches" | "kernel.assessments",
  { id, organisation, about }: Due,
): Promise<void> {
  await withContext({ activity, organisation }, async (tx: Tx) => {
    const marked = await tx
      .updateTable(table)
      .set({ reminded: about.left })
      .where("id", "=", id)
      .where(sql<boolean>`reminded is distinct from ${about.left}`)
      .executeTakeFirst();
    if (marked.numUpdatedRows === 0n) return;
    const told = await queueReminder(tx, { id, organisation }, about);
    if (told === 0) log.warn({ organisation }, "a reminder has nobody to tell");
  });
}
