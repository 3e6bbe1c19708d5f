import { addJob, defineJob } from "@terskel/platform/jobs";
import type { Job } from "@terskel/platform/jobs";
import { languageOfCountry } from "@terskel/platform/i18n";
import type { Language } from "@terskel/platform/i18n";
import { nameInMail } from "@terskel/platform/mail";
import { Problem } from "@terskel/platform/problems";
import { sql } from "kysely";
import { z } from "zod";
import { alarmKind } from "../api/door-state.ts";
import type { AccessPorts } from "../ports.ts";
import { texts } from "../texts/index.ts";
import type { Tx } from "../tx.ts";
import { tell } from "../uses.ts";

const allJob = "access.tell-alarm";
const oneJob = "access.tell-one-of-alarm";

const ofAlarm = z.object({ organisation: z.uuid(), door: z.uuid(), alarm: z.uuid() });
const toOne = ofAlarm.extend({ member: z.uuid() });
type OfAlarm = z.output<typeof ofAlarm>;

/** A door whose contact flutters calls somebody once, until they have been there. */
const QUIET_HOURS = 24;

/** Whoever wants word gets it once the transaction is committed. */
export async function queueLetters(tx: Tx, of: OfAlarm): Promise<void> {
  await addJob(tx, allJob, of, { key: `${allJob}:${of.door}:${of.alarm}` });
}

/** The queue knows ids only. What somebody has seen to meanwhile, and what waits already, calls nobody. */
export function alarmLetterJobs(ports: AccessPorts): readonly Job[] {
  const { withContext } = ports;
  return [
    defineJob({
      name: allJob,
      payload: ofAlarm,
      run: async (of) => {
        await withContext({ activity: tell, organisation: of.organisation }, async (tx: Tx) =>
          queueForEach(tx, of, ports.now()),
        ).catch(refuseOtherThanUntold);
      },
    }),
    defineJob({
      name: oneJob,
      payload: toOne,
      run: async ({ member, ...of }) => {
        const found = await withContext(
          { activity: tell, organisation: of.organisation },
          async (tx: Tx) => {
            const alarm = await readAlarm(tx, of);
            const reader = alarm && (await readReader(tx, member));
            return reader && { alarm, reader };
          },
        );
        if (found) await send(ports, { of, member, ...found });
      },
    }),
  ];
}

/** Until the notice in force tells of it nobody is written to: an alarm of today is of no use on that day. */
function refuseOtherThanUntold(error: unknown): void {
  if (!(error instanceof Problem && error.code === "not-announced")) throw error;
}

/** One job each, so that one address that fails holds up no other. */
async function queueForEach(tx: Tx, of: OfAlarm, now: Date): Promise<void> {
  // Of two that come together one sees that the other has called.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`access.tell-alarm ${of.door}`}, 0))`.execute(
    tx,
  );
  const alarm = await readAlarm(tx, of);
  if (!alarm || alarm.called_at !== null || (await isCalledAlready(tx, of, now))) return;
  const { rows } = await sql<{ member_id: string }>`
    select member_id from access.told_of_alarms(${of.door}::uuid)`.execute(tx);
  for (const { member_id: member } of rows)
    await addJob(
      tx,
      oneJob,
      { ...of, member },
      { key: `${oneJob}:${of.door}:${of.alarm}:${member}` },
    );
  if (rows.length === 0) return;
  await tx
    .updateTable("access.door_alarms")
    .set({ called_at: now })
    .where("door_id", "=", of.door)
    .where("id", "=", of.alarm)
    .execute();
}

/** Undefined when it has gone, or somebody has seen to it. */
async function readAlarm(tx: Tx, { door, alarm }: OfAlarm) {
  return await tx
    .selectFrom("access.door_alarms as a")
    .innerJoin("access.doors as d", "d.id", "a.door_id")
    .innerJoin("kernel.sites as s", "s.id", "d.site_id")
    .innerJoin("kernel.organisations as o", "o.id", "a.organisation_id")
    .select([
      "a.kind",
      "a.began_at",
      "a.called_at",
      "d.name as door",
      "s.name as site",
      "s.time_zone",
    ])
    .select(["o.name as organisation", "o.country"])
    .where("a.door_id", "=", door)
    .where("a.id", "=", alarm)
    .where("a.acknowledged_at", "is", null)
    .executeTakeFirst();
}

/** Waits another of the same kind at the same door, for which somebody has been called within a day? */
async function isCalledAlready(tx: Tx, { door, alarm }: OfAlarm, now: Date): Promise<boolean> {
  const { rows } = await sql`
    select from access.door_alarms a join access.door_alarms b using (door_id, kind)
     where a.door_id = ${door}::uuid and a.id = ${alarm}::uuid and b.acknowledged_at is null
       and b.called_at > ${now}::timestamptz - make_interval(hours => ${QUIET_HOURS})
     limit 1`.execute(tx);
  return rows.length > 0;
}

/** Undefined for whoever has no address, or wants no word any more. */
async function readReader(tx: Tx, member: string) {
  const found = await tx
    .selectFrom("access.alarm_letters as l")
    .innerJoin("kernel.memberships as m", "m.id", "l.member_id")
    .select(["m.email", "m.person_id"])
    .where("m.id", "=", member)
    .executeTakeFirst();
  return found?.email ? { ...found, email: found.email } : undefined;
}

type Letter = {
  readonly of: OfAlarm;
  readonly member: string;
  readonly alarm: NonNullable<Awaited<ReturnType<typeof readAlarm>>>;
  readonly reader: NonNullable<Awaited<ReturnType<typeof readReader>>>;
};

/** In the reader's language, else in that of the organisation's country. */
async function send(ports: AccessPorts, { of, member, alarm, reader }: Letter): Promise<void> {
  const account = reader.person_id ? await ports.account(reader.person_id) : undefined;
  const language: Language = account?.language ?? languageOfCountry(alarm.country);
  const { kinds, subject, text } = texts[language].alarm;
  const names = {
    kind: kinds[alarmKind.parse(alarm.kind)],
    door: nameInMail(alarm.door),
    site: nameInMail(alarm.site),
    organisation: nameInMail(alarm.organisation),
  };
  const began = new Intl.DateTimeFormat(language, {
    dateStyle: "long",
    timeStyle: "medium",
    timeZone: alarm.time_zone,
  }).format(alarm.began_at);
  const { organisation, door } = of;
  const pageOf = (path: string) => new URL(`manage/${organisation}${path}`, ports.publicUrl).href;
  const links = { link: pageOf(`/doors/${door}`), overview: pageOf("") };
  const mail = {
    to: reader.email,
    subject: subject(names),
    text: text({ ...names, ...links, began }),
  };
  await ports.sendMail(mail, { activity: tell, labels: ["contact"], organisation, member });
}
