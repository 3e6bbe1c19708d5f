import { Kysely, PostgresDialect, sql } from "kysely";
import type { Pool } from "pg";
import type { Tx } from "../requests/tx.ts";
import type { Checkpoints, Lines } from "./checkpoints.ts";
import { compare } from "./compare.ts";
import type { Restored } from "./compare.ts";
import type { Wrong } from "./prove.ts";
import type { KernelTables } from "../tables.ts";
import { walk } from "./walk.ts";

/** What a verification of the audit trail found. */
export type Verdict = {
  readonly ok: boolean;
  /** Entries that have their place in the chain, and those that wait for it. */
  readonly entries: number;
  readonly waiting: number;
  /** Contents that went because their time was up; by an erasure or with an organisation; in part, by an erasure. */
  readonly gone: { readonly expired: number; readonly erased: number; readonly anonymised: number };
  readonly checkpoints: number;
  readonly restores: readonly Restored[];
  /** The first that is not proved. `at`: where it stands instead. `line`: of the checkpoints. */
  readonly broken?: {
    readonly number: number;
    readonly wrong: Wrong;
    readonly at?: number;
    readonly line?: number;
  };
};

/**
 * Proves the chain by the tables' owner, as it stands at one moment.
 * @param owner may run statements for as long as they take
 */
export async function verifyAudit(
  owner: Pool,
  checkpoints: Pick<Checkpoints, "soFar">,
  now: () => Date,
): Promise<Verdict> {
  const lines = checkpoints.soFar();
  const db = new Kysely<KernelTables>({ dialect: new PostgresDialect({ pool: owner }) });
  return await db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (tx) => await verify(tx, lines, now));
}

/**
 * Proves the chain, in memory that does not grow with it, and compares it with the checkpoints.
 * @param lines of the checkpoints, asked for before the transaction began
 */
export async function verify(tx: Tx, lines: Lines, now: () => Date): Promise<Verdict> {
  const walked = await walk(tx, now);
  const compared = walked.broken ? { points: 0, restores: [] } : await compare(tx, lines, walked);
  const { rows } = await sql<{ waiting: number }>`
    select count(*) as waiting from kernel.audit_entries where number is null`.execute(tx);
  const broken = walked.broken ?? compared.broken;
  const { expired, erased, anonymised } = walked;
  return {
    ok: broken === undefined,
    entries: walked.head.number,
    waiting: rows[0]?.waiting ?? 0,
    gone: { expired, erased, anonymised },
    checkpoints: compared.points,
    restores: compared.restores,
    ...(broken ? { broken } : {}),
  };
}

/** In one sentence, for whoever runs the installation. */
export function sayBroken({ number, wrong, at, line }: NonNullable<Verdict["broken"]>): string {
  const said: Record<Wrong, string> = {
    missing: `Entry ${number} of the audit trail is missing.`,
    moved: `The entry that belongs at number ${number} of the audit trail stands at number ${at}: entries were put in, or into another order.`,
    link: `Entry ${number} of the audit trail does not follow from the one before it: its time, digest or link was changed, or another was put in its place.`,
    content: `What entry ${number} of the audit trail says was changed.`,
    "content-missing": `What entry ${number} of the audit trail says was taken out, in whole or in part, and by no rule.`,
    cut: `The end of the audit trail is missing, from entry ${number} on: the checkpoints know it.`,
    rewritten: `The audit trail was written anew: up to entry ${number} it is not what the checkpoints say.`,
    checkpoint: `Line ${line} of the checkpoints of the audit trail was changed.`,
    "no-checkpoints": `The checkpoints of the audit trail are missing, so nobody can tell whether its end, at entry ${number}, was cut off.`,
    "restore-unknown": `Entry ${number} of the audit trail says that a backup was restored, and the checkpoints know of no such restore.`,
  };
  return said[wrong];
}
