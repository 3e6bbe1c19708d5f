import { addJob, defineJob } from "@terskel/platform/jobs";
import type { Job } from "@terskel/platform/jobs";
import { languageOfCountry } from "@terskel/platform/i18n";
import type { Language } from "@terskel/platform/i18n";
import { z } from "zod";
import type { Account } from "../requests/ports.ts";
import { noticeFacts } from "./shape.ts";
import { mostAttempts, tell, tellOne } from "./tell-one.ts";
import type { News, Reader, SendPorts } from "./tell-one.ts";
import { inForce, waiting } from "./versions.ts";
import type { Tx } from "./versions.ts";

export const tellJobName = "kernel.tell-notice-change";
/** So many people a run; the next run goes on after the last. */
const batch = 50;
const again = 10 * 60_000;

export type TellPorts = SendPorts & {
  readonly account: (person: string) => Promise<Account | undefined>;
  /** The accounts that belong to no organisation, so many after this one. */
  readonly accountsOfNone: (after: string | undefined, most: number) => Promise<readonly string[]>;
};

const payload = z.object({
  organisation: z.uuid(),
  version: z.uuid(),
  after: z.uuid().optional(),
  /** The organisation's people have been told; now the accounts that belong to none. */
  accounts: z.boolean().optional(),
});
type Payload = z.output<typeof payload>;

/**
 * Tells every registered person of an organisation of a change that was announced, before it is in force
 * (A2, D15): in batches, each person once and in their language. Of the operator's notice, then, the owners of accounts
 * that belong to no organisation. What stops goes on where it was. A version that was left for a later one is told to
 * nobody more.
 */
export const tellJob = (ports: TellPorts): Job =>
  defineJob({
    name: tellJobName,
    payload,
    run: async (given) => {
      const news = await findNews(ports, given);
      if (!news) return;
      const { readers, last, isMore } = await (given.accounts ? findAccounts : findMembers)(
        ports,
        given,
        news,
      );
      for (const reader of readers) await tellOne(ports, news, reader);
      if (isMore) return await queue(ports, { ...given, after: last });
      const { kind } = noticeFacts.parse(news.next.facts).organisation;
      if (kind === "operator" && !given.accounts)
        return await queue(ports, { ...given, after: undefined, accounts: true });
      await finish(ports, given);
    },
  });

/** What there is to tell; undefined when the version waits no more. */
async function findNews(
  ports: TellPorts,
  { organisation, version }: Payload,
): Promise<News | undefined> {
  return await ports.withContext({ activity: tell, organisation }, async (tx: Tx) => {
    const next = await waiting(tx, organisation, ports.now()).executeTakeFirst();
    if (next?.id !== version || !next.announced_at || !next.in_force_at) return undefined;
    const current = await inForce(tx, organisation, ports.now()).executeTakeFirst();
    return {
      organisation,
      next: { ...next, in_force_at: next.in_force_at },
      current: current?.number,
    };
  });
}

type Batch = {
  readonly readers: readonly Reader[];
  readonly last: string | undefined;
  readonly isMore: boolean;
};

const languageOf = ({ next }: News): Language =>
  languageOfCountry(noticeFacts.parse(next.facts).controller.country);

async function findMembers(
  ports: TellPorts,
  { organisation, after }: Payload,
  news: News,
): Promise<Batch> {
  const members = await ports.withContext({ activity: tell, organisation }, async (tx: Tx) => {
    let query = tx
      .selectFrom("kernel.memberships as m")
      .select(["m.id", "m.name", "m.email", "m.phone", "m.person_id"])
      .where("m.organisation_id", "=", organisation)
      .orderBy("m.id")
      .limit(batch);
    if (after !== undefined) query = query.where("m.id", ">", after);
    return await query.execute();
  });
  const readers: Reader[] = [];
  for (const member of members) {
    const account = member.person_id ? await ports.account(member.person_id) : undefined;
    readers.push({
      who: { member_id: member.id },
      name: account?.name ?? member.name,
      language: account?.language ?? languageOf(news),
      email: account?.email ?? member.email ?? undefined,
      phone: account?.phone ?? member.phone ?? undefined,
    });
  }
  return { readers, last: members.at(-1)?.id, isMore: members.length === batch };
}

async function findAccounts(ports: TellPorts, { after }: Payload, news: News): Promise<Batch> {
  const found = await ports.accountsOfNone(after, batch);
  const readers: Reader[] = [];
  for (const id of found) {
    const account = await ports.account(id);
    // Gone meanwhile: there is nobody left to be told.
    if (!account) continue;
    const { name, email, phone, language = languageOf(news) } = account;
    readers.push({ who: { person_id: id }, name, language, email, phone });
  }
  return { readers, last: found.at(-1), isMore: found.length === batch };
}

async function queue(ports: TellPorts, next: Payload, runAt?: Date): Promise<void> {
  const { organisation, version } = next;
  await ports.withContext({ activity: tell, organisation }, async (tx: Tx) => {
    const options = { key: `tell ${version}`, ...(runAt ? { runAt } : {}) };
    await addJob(tx, tellJobName, next, options);
  });
}

/** Once more for those who could not be told; else everyone has been told who can be. */
async function finish(ports: TellPorts, { organisation, version }: Payload): Promise<void> {
  const failed = await ports.withContext({ activity: tell, organisation }, async (tx: Tx) => {
    const found = await tx
      .selectFrom("kernel.notice_tellings")
      .select("id")
      .where("version_id", "=", version)
      .where("state", "=", "failed")
      .where("attempts", "<", mostAttempts)
      .limit(1)
      .executeTakeFirst();
    if (!found)
      await tx
        .updateTable("kernel.notice_versions")
        .set({ told_at: ports.now() })
        .where("id", "=", version)
        .where("told_at", "is", null)
        .execute();
    return found !== undefined;
  });
  if (failed)
    await queue(ports, { organisation, version }, new Date(ports.now().getTime() + again));
}
