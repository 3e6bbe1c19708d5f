import { addJob, defineJob } from "@terskel/platform/jobs";
import type { Job } from "@terskel/platform/jobs";
import { languageOfCountry } from "@terskel/platform/i18n";
import type { Language } from "@terskel/platform/i18n";
import { nameInMail } from "@terskel/platform/mail";
import { z } from "zod";
import type { SupportPorts } from "./ports.ts";
import { texts } from "./texts/index.ts";
import type { Tx } from "./tx.ts";

const tell = "support.tell";
const personJob = "support.tell-person";
const staffJob = "support.tell-staff";
const oneJob = "support.tell-one-of-staff";

type Told = { readonly id: string; readonly organisation: string };
const ofCase = z.object({ organisation: z.uuid(), case: z.uuid() });
const toPerson = ofCase.extend({ about: z.enum(["answered", "opened"]) });
const toOne = ofCase.extend({ member: z.uuid() });

/** The person gets a letter once the transaction is committed: of an answer, or of a case opened for them. */
export async function queueForPerson(
  tx: Tx,
  { id, organisation }: Told,
  about: z.output<typeof toPerson>["about"],
): Promise<void> {
  await addJob(tx, personJob, { organisation, case: id, about });
}

/** Whoever of the staff has the case gets a letter; all administrators, where nobody has. */
export async function queueForStaff(tx: Tx, { id, organisation }: Told): Promise<void> {
  await addJob(tx, staffJob, { organisation, case: id });
}

/** Letters say that there is something to read, and nothing of what it says. The queue knows ids only. */
export function letterJobs(ports: SupportPorts): readonly Job[] {
  const { withContext } = ports;
  return [
    defineJob({
      name: personJob,
      payload: toPerson,
      run: async ({ about, ...of }) => {
        const found = await withContext(
          { activity: tell, organisation: of.organisation },
          async (tx: Tx) => {
            const facts = await readFacts(tx, of);
            return facts && { facts, reader: await readReader(tx, facts.member) };
          },
        );
        if (!found?.reader) return;
        const page = `support/${of.organisation}/${of.case}`;
        await send(ports, { about, page, of: found.facts, reader: found.reader });
      },
    }),
    defineJob({
      name: staffJob,
      payload: ofCase,
      run: async (of) => {
        await withContext({ activity: tell, organisation: of.organisation }, async (tx: Tx) => {
          const facts = await readFacts(tx, of);
          // One job each, so that one address that fails holds up no other.
          for (const member of facts ? await staffOf(tx, of, facts.member) : [])
            await addJob(tx, oneJob, { ...of, member }, { key: `${oneJob}:${of.case}:${member}` });
        });
      },
    }),
    defineJob({
      name: oneJob,
      payload: toOne,
      run: async ({ member, ...of }) => {
        const found = await withContext(
          { activity: tell, organisation: of.organisation },
          async (tx: Tx) => {
            const facts = await readFacts(tx, of);
            return facts && { facts, reader: await readReader(tx, member) };
          },
        );
        if (!found?.reader || found.facts.state !== "open") return;
        const isOperators = found.reader.organisation !== of.organisation;
        const page = isOperators
          ? `operator/support/${of.organisation}/${of.case}`
          : `manage/${of.organisation}/support/${of.case}`;
        await send(ports, { about: "asked", page, of: found.facts, reader: found.reader });
      },
    }),
  ];
}

/** Undefined when the case has gone meanwhile. */
async function readFacts(tx: Tx, { case: id }: z.output<typeof ofCase>) {
  return await tx
    .selectFrom("support.cases as c")
    .innerJoin("kernel.organisations as o", "o.id", "c.organisation_id")
    .select(["c.number", "c.state", "c.member_id as member", "o.name", "o.country"])
    .where("c.id", "=", id)
    .executeTakeFirst();
}

/** Undefined for whoever has no e-mail address. */
async function readReader(tx: Tx, member: string) {
  const found = await tx
    .selectFrom("kernel.memberships")
    .select(["id", "email", "person_id", "organisation_id as organisation"])
    .where("id", "=", member)
    .executeTakeFirst();
  return found?.email ? { ...found, email: found.email } : undefined;
}

/** Whoever has taken the case, else the organisation's administrators; not the person whose case it is. */
async function staffOf(tx: Tx, of: z.output<typeof ofCase>, whose: string): Promise<string[]> {
  const taken = await tx
    .selectFrom("support.assignments")
    .select("member_id")
    .where("case_id", "=", of.case)
    .executeTakeFirst();
  if (taken) return [taken.member_id];
  const administrators = await tx
    .selectFrom("kernel.memberships")
    .select("id")
    .where("organisation_id", "=", of.organisation)
    .where("role", "=", "administrator")
    .where("email", "is not", null)
    .where("id", "<>", whose)
    .execute();
  return administrators.map(({ id }) => id);
}

type Letter = {
  readonly about: "answered" | "opened" | "asked";
  readonly page: string;
  readonly of: NonNullable<Awaited<ReturnType<typeof readFacts>>>;
  readonly reader: NonNullable<Awaited<ReturnType<typeof readReader>>>;
};

/** In the reader's language, else in that of the organisation's country. */
async function send(ports: SupportPorts, { about, page, of, reader }: Letter): Promise<void> {
  const account = reader.person_id ? await ports.account(reader.person_id) : undefined;
  const language: Language = account?.language ?? languageOfCountry(of.country);
  const { subject, text } = texts[language][about];
  const facts = { number: of.number, organisation: nameInMail(of.name) };
  const link = new URL(page, ports.publicUrl).href;
  const mail = { to: reader.email, subject: subject(facts), text: text({ ...facts, link }) };
  const { organisation, id: member } = reader;
  await ports.sendMail(mail, { activity: tell, labels: ["contact"], organisation, member });
}
