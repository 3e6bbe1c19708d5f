import type { Selectable } from "kysely";
import type { Tx } from "../requests/tx.ts";
import type { AuditContents } from "../tables.ts";
import { linkOf, noHead } from "./chain.ts";
import type { Head } from "./chain.ts";
import { prove } from "./prove.ts";
import type { Wrong } from "./prove.ts";
import { keepDays } from "./table.ts";

/** What the chain was found to be, as far as it was proved. */
export type Walked = {
  head: Head;
  /** Contents that went because their time was up, or by an erasure or with an organisation. */
  expired: number;
  erased: number;
  /** Entries that lost who did it or whom it was about, by an erasure. */
  anonymised: number;
  /** The entries, by number, that say that a backup was restored. */
  restores: { number: number; id: string }[];
  readonly broken?: Broken;
};
type Broken = { readonly number: number; readonly wrong: Wrong; readonly at?: number };

/** So many entries are held in memory. */
const batch = 2_000;
export const restoreAction = "server.restore";

const entriesAfter = async (tx: Tx, number: number) =>
  await tx
    .selectFrom("kernel.audit_entries as e")
    .leftJoin("kernel.audit_contents as c", "c.id", "e.id")
    .selectAll("c")
    .select(["e.id as entry", "e.at as entryAt", "e.digest", "e.number", "e.link"])
    .where("e.number", ">", number)
    .orderBy("e.number")
    .limit(batch)
    .execute();
type Row = Awaited<ReturnType<typeof entriesAfter>>[number];

/** Goes through the whole chain, in order, and ends at the first entry that is not proved. */
export async function walk(tx: Tx, now: () => Date): Promise<Walked> {
  const walked: Walked = { head: noHead, expired: 0, erased: 0, anonymised: 0, restores: [] };
  for (;;) {
    const rows = await entriesAfter(tx, walked.head.number);
    if (rows.length === 0) return walked;
    const gone = await goneAmong(tx, rows);
    // After what it is compared with was read.
    const expiredBefore = now().getTime() - keepDays * 86_400_000;
    for (const row of rows) {
      const number = walked.head.number + 1;
      const link = linkOf(walked.head.link, number, row.entryAt, row.digest);
      if (row.number !== number || row.link !== link) {
        return { ...walked, broken: await whyNot(tx, walked.head, row) };
      }
      const wrong = wrongIn(row, gone, expiredBefore, walked);
      if (wrong) {
        return { ...walked, broken: { number, wrong } };
      }
      walked.head = { number, link };
    }
  }
}

/** What is said to have gone of these before its time. */
async function goneAmong(tx: Tx, rows: readonly Row[]): Promise<ReadonlySet<string>> {
  const ids = rows
    .filter((row) => row.id === null || row.actor_salt === null || row.about_salt === null)
    .map(({ entry }) => entry);
  const gone = await tx
    .selectFrom("kernel.audit_gone")
    .select(["id", "part"])
    .where("id", "in", ids.length > 0 ? ids : [null])
    .execute();
  return new Set(gone.map(({ id, part }) => `${id} ${part}`));
}

function wrongIn(
  row: Row,
  gone: ReadonlySet<string>,
  expiredBefore: number,
  walked: Walked,
): Wrong | undefined {
  if (row.id === null) {
    if (row.entryAt.getTime() <= expiredBefore) walked.expired += 1;
    else if (gone.has(`${row.entry} all`)) walked.erased += 1;
    else return "content-missing";
    return undefined;
  }
  // It is there, and so are its columns.
  const content = row as Selectable<AuditContents>;
  const went = prove({ at: row.entryAt, digest: row.digest }, content);
  if (!went) return "content";
  if (went.some((part) => !gone.has(`${row.entry} ${part}`))) return "content-missing";
  if (went.length > 0) walked.anonymised += 1;
  if (row.action === restoreAction && row.number !== null)
    walked.restores.push({ number: row.number, id: row.entry });
  return undefined;
}

/** Why no entry follows here: it stands elsewhere, it is not there, or it is another than was sealed. */
async function whyNot(tx: Tx, head: Head, found: Row): Promise<Broken> {
  const number = head.number + 1;
  for (let after = 0; ;) {
    const rows = await entriesAfter(tx, after);
    if (rows.length === 0) break;
    for (const row of rows) {
      if (row.link === linkOf(head.link, number, row.entryAt, row.digest))
        return { number, wrong: "moved", at: row.number ?? 0 };
      after = row.number ?? after;
    }
  }
  return { number, wrong: found.number === number ? "link" : "missing" };
}
