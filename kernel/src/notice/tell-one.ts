import type { Language } from "@terskel/platform/i18n";
import { JobWaits } from "@terskel/platform/jobs";
import type { Log } from "@terskel/platform/log";
import type { About, SendMail, SendSms } from "../suppliers/sender.ts";
import type { WithContext } from "../tenancy.ts";
import type { Tx } from "./versions.ts";
import { writeTelling } from "./write-telling.ts";

export const tell = "kernel.tell-notice";
/** An address that fails is tried so often, ten minutes apart; then the desk sees that it failed. */
export const mostAttempts = 5;

export type SendPorts = {
  readonly withContext: WithContext;
  readonly now: () => Date;
  readonly log: Log;
  readonly publicUrl: URL;
  readonly sendMail: SendMail;
  readonly sendSms?: SendSms | undefined;
};

/** Of what everyone is told: the version that was announced, and the one in force now. */
export type News = {
  readonly organisation: string;
  readonly next: {
    id: string;
    number: number;
    changes: unknown;
    facts: unknown;
    in_force_at: Date;
  };
  readonly current: number | undefined;
};

/** Who is told: one of the organisation's people, or the owner of an account that belongs to none. */
export type Reader = {
  readonly who: { readonly member_id: string } | { readonly person_id: string };
  readonly name: string;
  readonly language: Language;
  readonly email: string | undefined;
  readonly phone: string | undefined;
};

/** Tells one person, unless that has been done; what fails is written down, and tried again. */
export async function tellOne(ports: SendPorts, news: News, reader: Reader): Promise<void> {
  const { organisation, next } = news;
  const { email, phone, who } = reader;
  const key = "member_id" in who ? ("member_id" as const) : ("person_id" as const);
  const context = { activity: tell, organisation };
  const byMail = email !== undefined && !(await hasBounced(ports, context, news, who));
  const how = byMail ? "email" : phone && ports.sendSms ? "sms" : "unreachable";
  const row = { organisation_id: organisation, version_id: next.id, ...who, how };
  try {
    await ports.withContext(context, async (tx: Tx) => {
      // Taken before it is sent, in one transaction: two runs at once do not both tell the same person.
      const taken = await tx
        .insertInto("kernel.notice_tellings")
        .values({ ...row, state: how === "unreachable" ? how : "told", at: ports.now() })
        .onConflict((conflict) =>
          conflict
            .columns(["version_id", key])
            .doUpdateSet({ how, state: how === "unreachable" ? how : "told", at: ports.now() })
            .where("kernel.notice_tellings.state", "in", ["failed", "bounced"])
            .where("kernel.notice_tellings.attempts", "<", mostAttempts),
        )
        .returning("id")
        .executeTakeFirst();
      if (!taken || how === "unreachable") return;
      const letter = writeTelling(next, {
        name: reader.name,
        language: reader.language,
        publicUrl: ports.publicUrl,
        organisation,
        before: news.current,
      });
      const about: About = {
        activity: tell,
        labels: ["contact", "name"],
        ...("member_id" in who
          ? { organisation, member: who.member_id }
          : { account: who.person_id }),
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
          conflict.columns(["version_id", key]).doUpdateSet((eb) => ({
            state: "failed",
            at: ports.now(),
            attempts: eb("kernel.notice_tellings.attempts", "+", 1),
          })),
        )
        .execute();
    });
  }
}

/** A letter to them on this version came back: by e-mail they are not told. */
async function hasBounced(
  { withContext }: SendPorts,
  context: { activity: string; organisation: string },
  { next }: News,
  who: Reader["who"],
): Promise<boolean> {
  return await withContext(context, async (tx: Tx) => {
    const found = await tx
      .selectFrom("kernel.notice_tellings")
      .select("id")
      .where("version_id", "=", next.id)
      .where((eb) =>
        "member_id" in who
          ? eb("member_id", "=", who.member_id)
          : eb("person_id", "=", who.person_id),
      )
      .where((eb) => eb.or([eb("state", "=", "bounced"), eb("how", "<>", "email")]))
      .executeTakeFirst();
    return found !== undefined;
  });
}
