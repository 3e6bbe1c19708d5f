import { languageOfCountry } from "@terskel/platform/i18n";
import { addJob, defineJob } from "@terskel/platform/jobs";
import type { Job } from "@terskel/platform/jobs";
import { z } from "zod";
import type { PrivacyPorts } from "./ports.ts";
import { findForClock } from "./requests.ts";
import type { RequestRow } from "./requests.ts";
import { texts } from "./texts/index.ts";
import type { Tx } from "./tx.ts";
import { desk } from "./whose.ts";
import { factsOf } from "./write-letter.ts";

const deskJob = "kernel.tell-privacy-desk";
const officerJob = "kernel.tell-privacy-officer";
const news = z.enum(["new", "14", "7", "2", "overdue", "rectified"]);
export type News = z.output<typeof news>;

/** Has each privacy officer told, or each administrator where there is none. */
export async function queueNews(tx: Tx, request: { id: string }, about: News) {
  await addJob(tx, deskJob, { request: request.id, about });
}

/** E-mails to the privacy desk; one job an officer, so that one address that fails holds up no other. */
export function newsJobs(ports: PrivacyPorts): readonly Job[] {
  return [
    defineJob({
      name: deskJob,
      payload: z.object({ request: z.uuid(), about: news }),
      run: async ({ request, about }) => {
        const row = await findForClock(ports, request);
        for (const organisation of row ? desksOf(row) : []) {
          await tellDesk(ports, { request, organisation, about });
        }
      },
    }),
    defineJob({
      name: officerJob,
      payload: z.object({
        request: z.uuid(),
        organisation: z.uuid(),
        member: z.uuid(),
        about: news,
      }),
      run: async ({ request, organisation, member, about }) => {
        const row = await findForClock(ports, request);
        if (!row) return;
        const officer = await ports.withContext(
          { activity: desk, organisation },
          async (tx: Tx) =>
            await tx
              .selectFrom("kernel.memberships")
              .select("email")
              .where("id", "=", member)
              .executeTakeFirst(),
        );
        if (!officer?.email) return;
        const page = new URL(`manage/${organisation}/privacy`, ports.publicUrl).href;
        await ports.sendMail(
          { to: officer.email, ...writeNews(about, row, page) },
          { activity: desk, labels: ["contact", "rights-request"], organisation, member },
        );
      },
    }),
  ];
}

/** Whoever has it to do: the organisation, and whom it was passed on to. */
const desksOf = ({ organisation_id, forwarded_to }: RequestRow) =>
  forwarded_to ? [organisation_id, forwarded_to] : [organisation_id];

type Told = { readonly request: string; readonly organisation: string; readonly about: News };

async function tellDesk({ withContext, log }: PrivacyPorts, told: Told) {
  const { organisation, about } = told;
  await withContext({ activity: desk, organisation }, async (tx: Tx) => {
    const officers = await officersOf(tx, organisation, about);
    if (officers.length === 0) log.warn(told, "a request has nobody to tell");
    for (const member of officers) {
      const key = `${officerJob}:${told.request}:${member}:${about}`;
      await addJob(tx, officerJob, { ...told, member }, { key });
    }
  });
}

async function officersOf(tx: Tx, organisation: string, about: News): Promise<string[]> {
  const members = await tx
    .selectFrom("kernel.memberships")
    .select(["id", "privacy_officer"])
    .where("organisation_id", "=", organisation)
    .where("email", "is not", null)
    .where((eb) => eb.or([eb("privacy_officer", "=", true), eb("role", "=", "administrator")]))
    .execute();
  const officers = members.filter(({ privacy_officer }) => privacy_officer);
  // What was corrected is told to everyone who may keep a copy (Art. 19).
  const all = about === "rectified" || officers.length === 0;
  return (all ? members : officers).map(({ id }) => id);
}

/** In the language of the organisation's country. */
function writeNews(about: News, row: RequestRow, page: string) {
  const language = languageOfCountry(row.country);
  const words = texts[language].desk;
  const facts = factsOf(row, language);
  const subject =
    about === "new" || about === "overdue" || about === "rectified"
      ? words[about](facts)
      : words.days(facts, Number(about));
  const text = words.text(facts, texts[language].kinds[facts.kind]);
  return { subject, text: `${text}\n\n${words.seeIt} ${page}\n` };
}
