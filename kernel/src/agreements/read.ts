import type { Tx } from "../requests/tx.ts";
import type { Context } from "../tenancy.ts";
import { datesOf, findAgreement, refuseLastDay } from "./end.ts";
import type { Dates } from "./end.ts";
import { planEnd } from "./plan.ts";
import type { AgreementPorts } from "./ports.ts";
import { showPlan } from "./show.ts";

type Preview = { readonly lastDay?: string | undefined; readonly months?: number | undefined };

const show = ({ endsAt, dataGoesAt }: Dates) => ({
  endsAt: endsAt.toISOString(),
  dataGoesAt: dataGoesAt.toISOString(),
});

/**
 * An organisation's agreement, and what its end deletes and keeps, by the dates that are set or by those that
 * are asked about.
 * @throws Problem `not-found`, `operator-stays`, `last-day-when`
 */
export async function readAgreement(
  ports: AgreementPorts,
  context: Context,
  id: string,
  { lastDay, months }: Preview = {},
) {
  const row = await ports.withContext(context, async (tx: Tx) => await findAgreement(tx, id));
  const { country, agreement_ends_at: endsAt, data_goes_at: dataGoesAt } = row;
  const set = endsAt && dataGoesAt ? { endsAt, dataGoesAt } : undefined;
  const asked = lastDay ? datesOf(country, lastDay, months ?? row.agreed_months) : undefined;
  if (asked) refuseLastDay(asked, ports.now());
  const plan = await planEnd(ports, { id, country });
  return {
    organisation: {
      id,
      name: row.name,
      number: row.number,
      country: country as "NO" | "SE",
      kind: row.kind as "housing" | "office" | "shop" | "employer",
    },
    agreedMonths: row.agreed_months,
    ...(set ? show(set) : {}),
    ...(asked ? { asked: show(asked) } : {}),
    ended: endsAt !== null && endsAt <= ports.now(),
    openRequests: await countOpen(ports, id),
    plan: showPlan(ports, plan, (asked ?? set)?.dataGoesAt),
  };
}

/** Requests that are not answered yet: they end with the data. */
async function countOpen({ withContext }: AgreementPorts, id: string): Promise<number> {
  const { open } = await withContext(
    { activity: "kernel.retention" },
    async (tx: Tx) =>
      await tx
        .selectFrom("kernel.requests")
        .select((eb) => eb.fn.countAll<number>().as("open"))
        .where("organisation_id", "=", id)
        .where("state", "=", "received")
        .executeTakeFirstOrThrow(),
  );
  return open;
}
