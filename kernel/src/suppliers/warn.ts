import { languageOfCountry } from "@terskel/platform/i18n";
import { nameInMail } from "@terskel/platform/mail";
import { addJob, defineJob } from "@terskel/platform/jobs";
import type { Job } from "@terskel/platform/jobs";
import { sql } from "kysely";
import { z } from "zod";
import type { PrivacyPorts } from "../requests/ports.ts";
import type { Tx } from "../requests/tx.ts";
import { desk } from "../requests/whose.ts";
import { dateIn } from "../requests/write-letter.ts";
import { text } from "../words.ts";
import { daysUntil } from "./dates.ts";

type Ports = Pick<PrivacyPorts, "withContext" | "sendMail" | "now" | "publicUrl">;

/** So many days before the last one the operator is warned, each time once. */
const warnedAt = [30, 7, 1, 0];
const administer = { activity: "kernel.administer-suppliers" } as const;
const allJob = "kernel.tell-of-supplier";
const oneJob = "kernel.tell-one-of-supplier";
const all = z.object({ agreement: z.uuid(), organisation: z.uuid() });
const one = all.extend({ member: z.uuid() });

/** Warns the operator of agreements with suppliers that end soon and are followed by none. */
export function warningJobs(ports: Ports): readonly Job[] {
  return [
    defineJob({
      name: "kernel.warn-of-suppliers",
      cron: "15 5 * * *",
      atStart: true,
      payload: z.object({}),
      run: async () => await warnOfEnds(ports),
    }),
    defineJob({
      name: allJob,
      payload: all,
      run: async (of) => {
        await ports.withContext(
          { activity: desk, organisation: of.organisation },
          async (tx: Tx) => {
            const members = await administrators(tx, of.organisation).execute();
            for (const { id: member } of members) await addJob(tx, oneJob, { ...of, member });
          },
        );
      },
    }),
    defineJob({ name: oneJob, payload: one, run: async (of) => await warnOne(ports, of) }),
  ];
}

const administrators = (tx: Tx, organisation: string) =>
  tx
    .selectFrom("kernel.memberships")
    .select(["id", "email"])
    .where("organisation_id", "=", organisation)
    .where("role", "=", "administrator")
    .where("email", "is not", null);

async function warnOfEnds({ withContext, now }: Ports) {
  await withContext(administer, async (tx: Tx) => {
    const { rows } = await sql<{ id: string; ends_at: Date; warned: number | null }>`
      select id, ends_at, warned from kernel.supplier_agreements a
       where ends_at > ${now()} and ends_at < ${now()}::timestamptz + interval '32 days'
         and not exists (select from kernel.supplier_agreements next
           where next.supplier_id = a.supplier_id and next.begins_at = a.ends_at)
       for update`.execute(tx);
    for (const { id, ends_at, warned } of rows) {
      const days = daysUntil(ends_at, now());
      const step = warnedAt.findLast((each) => days <= each);
      if (step === undefined || (warned ?? Infinity) <= step) continue;
      await tx
        .updateTable("kernel.supplier_agreements")
        .set({ warned: step })
        .where("id", "=", id)
        .execute();
      const operators = await tx
        .selectFrom("kernel.organisations")
        .select("id")
        .where("kind", "=", "operator")
        .execute();
      for (const { id: organisation } of operators)
        await addJob(tx, allJob, { agreement: id, organisation });
    }
  });
}

async function warnOne(ports: Ports, of: z.output<typeof one>) {
  const { organisation, member } = of;
  const found = await ports.withContext(
    administer,
    async (tx: Tx) =>
      await tx
        .selectFrom("kernel.supplier_agreements as a")
        .innerJoin("kernel.suppliers as s", "s.id", "a.supplier_id")
        .select(["s.name", "a.ends_at"])
        .where("a.id", "=", of.agreement)
        .executeTakeFirst(),
  );
  const reader = await ports.withContext({ activity: desk, organisation }, async (tx: Tx) => ({
    member: await administrators(tx, organisation).where("id", "=", member).executeTakeFirst(),
    of: await tx
      .selectFrom("kernel.organisations")
      .select("country")
      .where("id", "=", organisation)
      .executeTakeFirst(),
  }));
  const to = reader.member?.email;
  if (!found?.ends_at || !to) return;
  const country = reader.of?.country ?? "NO";
  const language = languageOfCountry(country);
  const day = dateIn(language, country, new Date(found.ends_at.getTime() - 1));
  const page = new URL("operator/suppliers", ports.publicUrl).href;
  await ports.sendMail(
    { to, ...write(nameInMail(found.name), day, page)[language] },
    { activity: desk, labels: ["contact"], organisation, member },
  );
}

function write(name: string, day: string, page: string) {
  const subject = text(
    `Avtalen med ${name} slutter ${day}`,
    `Avtalet med ${name} upphör ${day}`,
    `The agreement with ${name} ends on ${day}`,
  );
  const body = text(
    `Databehandleravtalen med ${name} gjelder til og med ${day}. Fra midnatt etter gis ingenting videre til dem, og det som skulle vært sendt, venter. Registrer neste avtale før det: ${page}`,
    `Personuppgiftsbiträdesavtalet med ${name} gäller till och med ${day}. Från midnatt därefter lämnas inget vidare till dem, och det som skulle ha skickats väntar. Registrera nästa avtal innan dess: ${page}`,
    `The data-processing agreement with ${name} is in force until ${day}. From midnight after it nothing is passed on to them, and what would have been sent waits. Register the next agreement before: ${page}`,
  );
  const of = (language: "nb" | "sv") => ({
    subject: subject[language],
    text: `${body[language]}\n`,
  });
  return { nb: of("nb"), sv: of("sv") };
}
