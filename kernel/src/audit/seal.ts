import { sql } from "kysely";
import type { Tx } from "../requests/tx.ts";
import type { WithContext } from "../tenancy.ts";
import { linkOf, noHead } from "./chain.ts";
import type { Head } from "./chain.ts";
import type { Checkpoints } from "./checkpoints.ts";

export const keepAudit = { activity: "kernel.keep-audit" } as const;

type Ports = {
  readonly withContext: WithContext;
  readonly checkpoints: Pick<Checkpoints, "note">;
  readonly now: () => Date;
};

/** So many entries a transaction. */
const batch = 1_000;

/** How far the chain goes. */
export async function readHead(tx: Tx): Promise<Head> {
  const found = await tx
    .selectFrom("kernel.audit_entries")
    .select(["number", "link"])
    .where("number", "is not", null)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return found?.number && found.link ? { number: found.number, link: found.link } : noHead;
}

/**
 * Gives every entry that has none its number and link, in order. Whoever acts waits for nobody; killed between two
 * transactions, it goes on with what is left.
 */
export async function seal({ withContext, checkpoints, now }: Ports): Promise<Head> {
  let head = noHead;
  for (let more = true; more;) {
    ({ head, more } = await withContext(keepAudit, sealBatch));
  }
  // Behind the commit: what is not written down here is at the next run.
  checkpoints.note(head, now());
  return head;
}

async function sealBatch(tx: Tx): Promise<{ head: Head; more: boolean }> {
  // One at a time, whichever process does it.
  await sql`select pg_advisory_xact_lock(hashtextextended('kernel.seal-audit', 0))`.execute(tx);
  let head = await readHead(tx);
  const open = await tx
    .selectFrom("kernel.audit_entries")
    .select(["id", "at", "digest"])
    .where("number", "is", null)
    .orderBy("id")
    .limit(batch)
    .execute();
  const sealed = open.map(({ id, at, digest }) => {
    const number = head.number + 1;
    head = { number, link: linkOf(head.link, number, at, digest) };
    return { id, ...head };
  });
  if (sealed.length === 0) return { head, more: false };
  await sql`
    update kernel.audit_entries e set number = s.number, link = s.link
      from unnest(${sealed.map(({ id }) => id)}::uuid[], ${sealed.map(({ number }) => number)}::bigint[],
                  ${sealed.map(({ link }) => link)}::text[]) s (id, number, link)
     where e.id = s.id`.execute(tx);
  return { head, more: sealed.length === batch };
}
