import type { Language } from "@terskel/platform/i18n";
import { randomUUID } from "node:crypto";
import { problem as common } from "@terskel/platform/problems";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import { problem } from "../problems.ts";
import type { KernelTables } from "../tables.ts";
import type { WithContext } from "../tenancy.ts";
import { keepConsents } from "./activities.ts";
import type { Asked } from "./asked.ts";
import type { Choices } from "./cookie.ts";

type Tx = Transaction<KernelTables>;

export type Answered = {
  readonly activity: string;
  readonly version: string;
  readonly given: boolean;
  readonly how: "banner" | "page" | "foot";
};

/** So many rows a minute at most, from everywhere: nobody is known by whom to count. */
const rowsAMinute = 2_000;

/**
 * Notes an answer, and says what the device's cookie is to say from now on. A yes is written down with the words
 * that were read, and so is every answer after it; a no before any yes is not.
 * @throws Problem `wording-changed` where other words were read than are in force, `signal-says-no` where the browser's
 * Global Privacy Control speaks against a yes, `too-many-requests`
 */
export async function choose(
  withContext: WithContext,
  asked: readonly Asked[],
  before: Choices,
  answered: Answered,
  { language, signal }: { language: Language; signal: boolean },
): Promise<Choices> {
  const question = asked.find(({ activity }) => activity === answered.activity);
  if (question?.version !== answered.version) throw problem("wording-changed");
  const { given } = answered;
  if (given && signal) throw problem("signal-says-no");
  const device = before.device ?? (given ? randomUUID() : undefined);
  const answers = new Map([...before.answers, [question.version, given] as const]);
  // What is not asked any more is not remembered.
  for (const version of answers.keys())
    if (!asked.some((each) => each.version === version)) answers.delete(version);
  if (device === undefined) return { device, answers };
  await withContext({ activity: keepConsents }, async (tx: Tx) => {
    const last = await lastAnswer(tx, device, question);
    // The same answer twice, from two tabs, is one.
    if (last === given || (last === undefined && !given)) return;
    const { many } = await tx
      .selectFrom("kernel.consents")
      .select(({ fn }) => fn.countAll<number>().as("many"))
      .where("at", ">", sql<Date>`now() - interval '1 minute'`)
      .executeTakeFirstOrThrow();
    if (many >= rowsAMinute)
      throw common("too-many-requests", { extra: { retryAfterSeconds: 60 } });
    await tx
      .insertInto("kernel.consents")
      .values({
        device,
        activity: question.activity,
        given,
        wording: question.wording[language],
        version: question.version,
        language,
        how: answered.how,
      })
      .execute();
  });
  return { device, answers };
}

/** What the ledger says last of this device and these words; undefined: nothing. */
export async function lastAnswer(
  tx: Tx,
  device: string,
  { activity, version }: Pick<Asked, "activity" | "version">,
): Promise<boolean | undefined> {
  const row = await tx
    .selectFrom("kernel.consents")
    .select("given")
    .where("device", "=", device)
    .where("activity", "=", activity)
    .where("version", "=", version)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.given;
}
