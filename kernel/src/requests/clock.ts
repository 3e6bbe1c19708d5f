import { defineJob } from "@terskel/platform/jobs";
import type { Job } from "@terskel/platform/jobs";
import { sql } from "kysely";
import { z } from "zod";
import { daysLeft, zoneOf } from "./calendar.ts";
import { liftNow } from "./lift.ts";
import { queueNews } from "./news.ts";
import type { PrivacyPorts } from "./ports.ts";
import { selectRequests } from "./requests.ts";
import type { RequestRow } from "./requests.ts";
import { addStep } from "./trail.ts";
import type { Tx } from "./tx.ts";
import { desk } from "./whose.ts";

/** Days before the deadline at which the privacy desk is reminded. */
const reminders = [2, 7, 14] as const;

/**
 * Which reminder is due, and the name by which it is told once; undefined: none. After a while without
 * the service it is the most urgent one only. Overdue, it is one each day.
 */
export function reminderDue(
  { due_at, country }: Pick<RequestRow, "due_at" | "country">,
  now: Date,
) {
  const zone = zoneOf(country);
  const left = daysLeft(due_at, now, zone);
  if (now > due_at) return { about: "overdue", once: `overdue ${-left}` } as const;
  const days = reminders.find((each) => left <= each);
  return days === undefined ? undefined : ({ about: `${days}`, once: `${days}` } as const);
}

/** Every ten minutes: reminds of deadlines, says what is overdue, lifts what was to be lifted. */
export function clockJob(ports: PrivacyPorts): Job {
  return defineJob({
    name: "kernel.request-clock",
    cron: "*/10 * * * *",
    payload: z.looseObject({}),
    run: async () => {
      const now = ports.now();
      const open = await ports.withContext(
        { activity: desk },
        async (tx: Tx) =>
          await selectRequests(tx)
            .where("r.state", "=", "received")
            .where("r.due_at", "<", new Date(now.getTime() + 15 * 24 * 3_600_000))
            .orderBy("r.due_at")
            .execute(),
      );
      for (const row of open) await remind(ports, row, now);
      const overdue = open.filter(({ due_at }) => due_at < now).map(({ number }) => number);
      if (overdue.length > 0) ports.log.error({ requests: overdue }, "requests are overdue");
      await liftWhatIsDue(ports, now);
    },
  });
}

async function remind(ports: PrivacyPorts, row: RequestRow, now: Date): Promise<void> {
  const due = reminderDue(row, now);
  if (!due || row.reminded === due.once) return;
  await ports.withContext({ activity: desk }, async (tx: Tx) => {
    const marked = await tx
      .updateTable("kernel.requests")
      .set({ reminded: due.once })
      .where("id", "=", row.id)
      .where("state", "=", "received")
      .where(sql<boolean>`reminded is distinct from ${due.once}`)
      .executeTakeFirst();
    if (marked.numUpdatedRows === 0n) return;
    await addStep(tx, row, due.about === "overdue" ? "overdue" : "reminded", "system", now);
    await queueNews(tx, row, due.about);
  });
}

async function liftWhatIsDue(ports: PrivacyPorts, now: Date): Promise<void> {
  const due = await ports.withContext(
    { activity: desk },
    async (tx: Tx) =>
      await selectRequests(tx)
        .where("r.lifts_at", "<=", now)
        .where("r.lifted_at", "is", null)
        .execute(),
  );
  for (const row of due) await liftNow(ports, row, "system");
}

/** How many requests are past their deadline, everywhere. */
export async function countOverdue(ports: Pick<PrivacyPorts, "withContext" | "now">) {
  return await ports.withContext({ activity: desk }, async (tx: Tx) => {
    const { count } = await tx
      .selectFrom("kernel.requests")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("state", "=", "received")
      .where("due_at", "<", ports.now())
      .executeTakeFirstOrThrow();
    return count;
  });
}
