import { addJob, defineJob, JobWaits } from "@terskel/platform/jobs";
import type { Job } from "@terskel/platform/jobs";
import type { Language } from "@terskel/platform/i18n";
import type { Log } from "@terskel/platform/log";
import { z } from "zod";
import type { Account } from "../requests/ports.ts";
import type { About, SendMail, SendSms } from "../suppliers/sender.ts";
import type { WithContext } from "../tenancy.ts";
import { inForce, waiting } from "./versions.ts";
import type { Tx } from "./versions.ts";
import { writeTelling } from "./write-telling.ts";

export const tellJobName = "kernel.tell-notice-change";
const tell = "kernel.tell-notice";
/** So many people a run; the next run goes on after the last. */
const batch = 50;
/** An address that fails is tried so often, ten minutes apart; then the desk sees that it failed. */
const mostAttempts = 5;
const again = 10 * 60_000;

export type TellPorts = {
  readonly withContext: WithContext;
  readonly now: () => Date;
  readonly log: Log;
  readonly publicUrl: URL;
  readonly sendMail: SendMail;
  readonly sendSms?: SendSms | undefined;
  readonly account: (person: string) => Promise<Account | undefined>;
};

const payload = z.object({
  organisation: z.uuid(),
  version: z.uuid(),
  after: z.uuid().optional(),
});
type Payload = z.output<typeof payload>;

/**
 * Tells every registered person of an organisation of a change that was announced, before it is in force
 * (A2, D15): in batches, each person once and in their language. What stops goes on where it was. A version
 * that was left for a later one is told to nobody more.
 */
export const tellJob = (ports: TellPorts): Job =>
  defineJob({
    name: tellJobName,
    payload,
    run: async (given) => {
      const found = await findBatch(ports, given);
      if (!found) return;
      for (const member of found.members) await tellOne(ports, given, found, member);
      await goOn(ports, given, found.members.at(-1)?.id, found.members.length === batch);
    },
  });

async function findBatch(ports: TellPorts, { organisation, version, after }: Payload) {
  const context = { activity: tell, organisation };
  return await ports.withContext(context, async (tx: Tx) => {
    const next = await waiting(tx, organisation, ports.now()).executeTakeFirst();
    if (next?.id !== version || !next.announced_at || !next.in_force_at) return undefined;
    const current = await inForce(tx, organisation, ports.now()).executeTakeFirst();
    let query = tx
      .selectFrom("kernel.memberships as m")
      .innerJoin("kernel.organisations as o", "o.id", "m.organisation_id")
      .select(["m.id", "m.name", "m.email", "m.phone", "m.person_id", "o.country"])
      .where("m.organisation_id", "=", organisation)
      .orderBy("m.id")
      .limit(batch);
    if (after !== undefined) query = query.where("m.id", ">", after);
    return {
      members: await query.execute(),
      next: { ...next, in_force_at: next.in_force_at },
      current: current?.number,
    };
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof findBatch>>>;

async function tellOne(
  ports: TellPorts,
  { organisation, version }: Payload,
  { next, current }: Found,
  member: Found["members"][number],
): Promise<void> {
  const account = member.person_id ? await ports.account(member.person_id) : undefined;
  const email = account?.email ?? member.email ?? undefined;
  const phone = account?.phone ?? member.phone ?? undefined;
  const byCountry: Language = member.country === "SE" ? "sv" : "nb";
  const how = email ? "email" : phone && ports.sendSms ? "sms" : "unreachable";
  const row = { organisation_id: organisation, version_id: version, member_id: member.id, how };
  const context = { activity: tell, organisation };
  try {
    await ports.withContext(context, async (tx: Tx) => {
      // Taken before it is sent, in one transaction: two runs at once do not both tell the same person.
      const taken = await tx
        .insertInto("kernel.notice_tellings")
        .values({ ...row, state: how === "unreachable" ? how : "told", at: ports.now() })
        .onConflict((conflict) =>
          conflict
            .columns(["version_id", "member_id"])
            .doUpdateSet({ how, state: how === "unreachable" ? how : "told", at: ports.now() })
            .where("kernel.notice_tellings.state", "=", "failed")
            .where("kernel.notice_tellings.attempts", "<", mostAttempts),
        )
        .returning("id")
        .executeTakeFirst();
      if (!taken || how === "unreachable") return;
      const letter = writeTelling(next, {
        name: account?.name ?? member.name,
        language: account?.language ?? byCountry,
        publicUrl: ports.publicUrl,
        organisation,
        before: current,
      });
      const about: About = {
        activity: tell,
        labels: ["contact", "name"],
        organisation,
        member: member.id,
      };
      if (how === "email" && email)
        await ports.sendMail({ to: email, subject: letter.subject, text: letter.text }, about);
      if (how === "sms" && phone) await ports.sendSms?.({ to: phone, text: letter.sms }, about);
    });
  } catch (error) {
    // It may not leave now: the job waits, and goes on from here when it may (A12).
    if (error instanceof JobWaits) throw error;
    ports.log.warn({ err: error, organisation }, "somebody could not be told of a notice");
    await ports.withContext(context, async (tx: Tx) => {
      await tx
        .insertInto("kernel.notice_tellings")
        .values({ ...row, state: "failed", at: ports.now() })
        .onConflict((conflict) =>
          conflict.columns(["version_id", "member_id"]).doUpdateSet((eb) => ({
            state: "failed",
            at: ports.now(),
            attempts: eb("kernel.notice_tellings.attempts", "+", 1),
          })),
        )
        .execute();
    });
  }
}

/** The next batch; once more for those who could not be told; else everyone has been told who can be. */
async function goOn(
  ports: TellPorts,
  { organisation, version }: Payload,
  last: string | undefined,
  isMore: boolean,
): Promise<void> {
  await ports.withContext({ activity: tell, organisation }, async (tx: Tx) => {
    const options = { key: `tell ${version}` };
    if (isMore && last !== undefined)
      return await addJob(tx, tellJobName, { organisation, version, after: last }, options);
    const failed = await tx
      .selectFrom("kernel.notice_tellings")
      .select("id")
      .where("version_id", "=", version)
      .where("state", "=", "failed")
      .where("attempts", "<", mostAttempts)
      .limit(1)
      .executeTakeFirst();
    if (failed) {
      const runAt = new Date(ports.now().getTime() + again);
      return await addJob(tx, tellJobName, { organisation, version }, { ...options, runAt });
    }
    await tx
      .updateTable("kernel.notice_versions")
      .set({ told_at: ports.now() })
      .where("id", "=", version)
      .where("told_at", "is", null)
      .execute();
  });
}
