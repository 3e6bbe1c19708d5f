import { languageOfCountry } from "@terskel/platform/i18n";
import { addJob, defineJob } from "@terskel/platform/jobs";
import type { Job } from "@terskel/platform/jobs";
import { z } from "zod";
import type { AccountabilityPorts, Tx } from "./ports.ts";
import { texts } from "./texts.ts";

const letterJob = "kernel.tell-accountability";
const activity = "kernel.account-for";
const about = z.discriminatedUnion("what", [
  z.object({ what: z.literal("breach"), left: z.string() }),
  z.object({ what: z.literal("assessment"), left: z.string() }),
]);
export type About = z.output<typeof about>;

/** Has each privacy officer told, or each administrator where there is none; one job each. */
export async function queueReminder(
  tx: Tx,
  of: { readonly id: string; readonly organisation: string },
  said: About,
): Promise<number> {
  const members = await tx
    .selectFrom("kernel.memberships")
    .select(["id", "privacy_officer"])
    .where("organisation_id", "=", of.organisation)
    .where("email", "is not", null)
    .where((eb) => eb.or([eb("privacy_officer", "=", true), eb("role", "=", "administrator")]))
    .execute();
  const officers = members.filter(({ privacy_officer }) => privacy_officer);
  const told = officers.length > 0 ? officers : members;
  for (const { id: member } of told) {
    const key = `${letterJob}:${of.id}:${member}:${said.left}`;
    await addJob(tx, letterJob, { organisation: of.organisation, member, about: said }, { key });
  }
  return told.length;
}

/** The reminder names no breach: an e-mail may be read by others. */
export const reminderJob = (ports: AccountabilityPorts): Job =>
  defineJob({
    name: letterJob,
    payload: z.object({ organisation: z.uuid(), member: z.uuid(), about }),
    run: async ({ organisation, member, about: said }) => {
      const found = await ports.withContext(
        { activity, organisation },
        async (tx: Tx) =>
          await tx
            .selectFrom("kernel.memberships as m")
            .innerJoin("kernel.organisations as o", "o.id", "m.organisation_id")
            .select(["m.email", "o.country", "o.name"])
            .where("m.id", "=", member)
            .executeTakeFirst(),
      );
      if (!found?.email) return;
      const words = texts[languageOfCountry(found.country)];
      const page = new URL(`manage/${organisation}/privacy/accountability`, ports.publicUrl).href;
      const { subject, text } = words[said.what](found.name, said.left);
      await ports.sendMail(
        { to: found.email, subject, text: `${text}\n\n${words.seeIt} ${page}\n` },
        { activity, labels: ["contact"], organisation, member },
      );
    },
  });
