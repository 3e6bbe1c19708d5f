import { addJob } from "@terskel/platform/jobs";
import { problem as common } from "@terskel/platform/problems";
import { endOfDay, endOfMonths, zoneOf } from "../requests/calendar.ts";
import type { Context } from "../tenancy.ts";
import { queueTelling } from "./letters.ts";
import type { AgreementPorts } from "./ports.ts";
import { problem } from "./problems.ts";
import type { Tx } from "../requests/tx.ts";

/** The end as the operator wants it. */
export type WantedEnd = {
  /** The last day on which the agreement runs, `2027-12-31`, by the organisation's calendar. */
  readonly lastDay: string;
  /** So many months after it the data goes; absent: as was agreed before. */
  readonly months?: number | undefined;
};

export type Dates = { readonly endsAt: Date; readonly dataGoesAt: Date };

const longestYears = 10;

/** When an agreement with this last day ends, and when its data goes. */
export function datesOf(country: string, lastDay: string, months: number): Dates {
  const zone = zoneOf(country);
  const endsAt = endOfDay(lastDay, zone);
  return { endsAt, dataGoesAt: endOfMonths(endsAt, months, zone) };
}

/** @throws Problem `not-found`, `operator-stays` */
export async function findAgreement(tx: Tx, id: string) {
  const row = await tx
    .selectFrom("kernel.organisations")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw common("not-found");
  if (row.kind === "operator") throw problem("operator-stays");
  return row;
}

/** @throws Problem `last-day-when` */
export function refuseLastDay({ endsAt }: Dates, now: Date): void {
  const latest = new Date(now);
  latest.setUTCFullYear(latest.getUTCFullYear() + longestYears);
  if (endsAt <= now || endsAt > latest) throw problem("last-day-when");
}

/**
 * Sets when an organisation's agreement ends. Said again, it changes nothing and tells nobody.
 * @throws Problem `not-found`, `operator-stays`, `agreement-has-ended`, `last-day-when`
 */
export async function setEnd(
  ports: AgreementPorts,
  context: Context,
  id: string,
  { lastDay, months }: WantedEnd,
): Promise<Dates> {
  return await ports.withContext(context, async (tx: Tx) => {
    const row = await lockRunning(tx, id, ports.now());
    const agreed = months ?? row.agreed_months;
    const dates = datesOf(row.country, lastDay, agreed);
    refuseLastDay(dates, ports.now());
    const same =
      row.agreement_ends_at?.getTime() === dates.endsAt.getTime() &&
      row.data_goes_at?.getTime() === dates.dataGoesAt.getTime();
    if (same) return dates;
    await tx
      .updateTable("kernel.organisations")
      .set({
        agreement_ends_at: dates.endsAt,
        data_goes_at: dates.dataGoesAt,
        agreed_months: agreed,
      })
      .where("id", "=", id)
      .execute();
    // The end stands in the doors' lists from now on.
    await ports.usableChanged(tx, id);
    await addJob(
      tx,
      closingJob,
      {},
      { key: `${closingJob}:${id}`, runAt: new Date(dates.endsAt.getTime() + 1000) },
    );
    await queueTelling(tx, id, "ends");
    return dates;
  });
}

/** Closes at its second what the clock would close within a minute. */
export const closingJob = "kernel.close-agreements";

/**
 * Takes the end back, before it has come. Nothing to take back is no fault.
 * @throws Problem `not-found`, `operator-stays`, `agreement-has-ended`
 */
export async function takeBack(ports: AgreementPorts, context: Context, id: string): Promise<void> {
  await ports.withContext(context, async (tx: Tx) => {
    const row = await lockRunning(tx, id, ports.now());
    if (!row.agreement_ends_at) return;
    await tx
      .updateTable("kernel.organisations")
      .set({ agreement_ends_at: null, data_goes_at: null })
      .where("id", "=", id)
      .execute();
    await ports.usableChanged(tx, id);
    await queueTelling(tx, id, "goes-on");
  });
}

async function lockRunning(tx: Tx, id: string, now: Date) {
  await tx
    .selectFrom("kernel.organisations")
    .select("id")
    .where("id", "=", id)
    .forUpdate()
    .execute();
  const row = await findAgreement(tx, id);
  if (row.agreement_ends_at && row.agreement_ends_at <= now) throw problem("agreement-has-ended");
  return row;
}
