import { addJob, defineJob } from "@terskel/platform/jobs";
import type { Job } from "@terskel/platform/jobs";
import { languageOfCountry } from "@terskel/platform/i18n";
import type { Language } from "@terskel/platform/i18n";
import type { Transaction } from "kysely";
import { z } from "zod";
import { sealedJob, sealLetter } from "../requests/sealed-letters.ts";
import type { Tx } from "../requests/tx.ts";
import { desk, rights } from "../requests/whose.ts";
import { continueFor } from "../tenancy.ts";
import type { Going } from "./plan.ts";
import type { AgreementPorts } from "./ports.ts";
import { writeEnds, writeGoes, writeGoesOn } from "./write.ts";
import type { Of, Reader } from "./write.ts";

const allJob = "kernel.tell-of-agreement";
const oneJob = "kernel.tell-one-of-agreement";
const news = z.enum(["ends", "goes-on"]);

/** Has the organisation's administrators and privacy officers told, once the transaction is committed. */
export async function queueTelling(tx: Tx, organisation: string, about: z.output<typeof news>) {
  await addJob(tx, allJob, { organisation, about }, { key: `${allJob}:${organisation}` });
}

/** One job a reader, so that one address that fails holds up no other. */
export function letterJobs(ports: AgreementPorts): readonly Job[] {
  const told = z.object({ organisation: z.uuid(), about: news });
  return [
    defineJob({
      name: allJob,
      payload: told,
      run: async ({ organisation, about }) => {
        await ports.withContext({ activity: desk, organisation }, async (tx: Tx) => {
          const readers = await selectReaders(tx, organisation).execute();
          if (readers.length === 0)
            ports.log.warn({ organisation }, "an agreement's end has nobody to be told to");
          for (const { id: member } of readers)
            await addJob(tx, oneJob, { organisation, about, member });
        });
      },
    }),
    defineJob({
      name: oneJob,
      payload: told.extend({ member: z.uuid() }),
      run: async ({ organisation, about, member }) => {
        const found = await ports.withContext({ activity: desk, organisation }, async (tx: Tx) => ({
          member: await selectReaders(tx, organisation).where("id", "=", member).executeTakeFirst(),
          of: await tx
            .selectFrom("kernel.organisations")
            .selectAll()
            .where("id", "=", organisation)
            .executeTakeFirst(),
        }));
        if (!found.member || !found.of) return;
        const reader = await readerOf(ports, found.member, found.of.country);
        if (reader.to === "") return;
        const { agreement_ends_at: endsAt, data_goes_at: dataGoesAt } = found.of;
        const passed = {
          activity: desk,
          labels: ["name", "contact"],
          organisation,
          member,
        } as const;
        if (about === "goes-on" && !endsAt)
          await ports.sendMail({ to: reader.to, ...writeGoesOn(reader, found.of.name) }, passed);
        // Taken back or set anew meanwhile, it is told as it is now.
        if (about !== "ends" || !endsAt || !dataGoesAt) return;
        const page = new URL(`manage/${organisation}/privacy/agreement`, ports.publicUrl).href;
        const of = { ...found.of, endsAt, dataGoesAt };
        await ports.sendMail({ to: reader.to, ...writeEnds(reader, of, page) }, passed);
      },
    }),
  ];
}

/** An account's address comes before what the organisation wrote. */
async function readerOf(ports: AgreementPorts, member: Member, country: string) {
  const account = member.person_id ? await ports.account(member.person_id) : undefined;
  const language: Language = account?.language ?? languageOfCountry(country);
  return { to: account?.email ?? member.email ?? "", name: member.name, language };
}

type Member = { name: string; email: string | null; person_id: string | null };

const selectReaders = (tx: Tx, organisation: string) =>
  tx
    .selectFrom("kernel.memberships")
    .select(["id", "name", "email", "person_id"])
    .where("organisation_id", "=", organisation)
    .where((eb) => eb.or([eb("email", "is not", null), eb("person_id", "is not", null)]))
    .where((eb) => eb.or([eb("privacy_officer", "=", true), eb("role", "=", "administrator")]));

/**
 * Seals the letters that say what goes now, before it does: afterwards nobody knows to whom. Once, however
 * often it is begun.
 */
export async function tellOfGoing(
  ports: AgreementPorts,
  of: Of,
  plan: readonly Going[],
): Promise<void> {
  const tables = ports.processings.flatMap((p) => p.tables);
  const members = await ports.withContext(
    { activity: desk, organisation: of.id },
    async (tx: Tx) => await selectReaders(tx, of.id).execute(),
  );
  const readers: (Reader & { to: string })[] = [];
  for (const member of members) readers.push(await readerOf(ports, member, of.country));
  await ports.withContext(
    { activity: "kernel.retention" },
    async (untyped: Transaction<unknown>) => {
      const tx = untyped as Tx;
      const { numUpdatedRows } = await tx
        .updateTable("kernel.ended_agreements")
        .set({ told_at: ports.now() })
        .where("organisation_id", "=", of.id)
        .where("told_at", "is", null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return;
      await continueFor(untyped, rights);
      for (const reader of readers) {
        if (reader.to === "") continue;
        const written = writeGoes(reader, of, plan, tables);
        const letter = await sealLetter(tx, ports, undefined, { to: reader.to, ...written });
        await addJob(tx, sealedJob, { letter });
      }
    },
  );
}
