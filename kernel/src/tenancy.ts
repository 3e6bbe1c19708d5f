import { Kysely, PostgresDialect, sql } from "kysely";
import type { Transaction } from "kysely";
import type { Pool } from "pg";
import { problem as notAnnounced } from "./notice/problems.ts";
import { problem } from "./problems.ts";
import type { SubjectKind } from "./subject-path.ts";

/** For whom and for what a transaction happens. Row-level security reads exactly this. */
export type Context = {
  /** A declared activity. */
  readonly activity: string;
  /** The organisation whose rows are to be seen; absent for what belongs to none. */
  readonly organisation?: string | undefined;
  /** The account that acts. */
  readonly person?: string | undefined;
  /** The acting person's membership in `organisation`. */
  readonly member?: string | undefined;
  /** The persons that a rights request is about: the only ones whose rows its activity sees. */
  readonly subjects?: SubjectKeys | undefined;
  /** The organisation that a rights request is made to; its activity sees nothing more by it. */
  readonly asked?: string | undefined;
  /** What a person's data is opened for, a declared activity: only what may be used for it is seen. */
  readonly purpose?: string | undefined;
  /** The adviser's assignment under which it is opened. */
  readonly adviser?: string | undefined;
};

/** A person's keys: memberships' and account's ids, e-mail addresses and telephone numbers. */
export type SubjectKeys = Readonly<Record<SubjectKind, readonly string[]>>;

/**
 * The only way to a database transaction for domain code.
 * @throws Error when the activity is not declared: undeclared processing does not happen.
 * @throws Problem `not-announced` while the organisation's notice in force does not tell of the activity, or of a row
 * @throws Problem `not-for-this-kind` when it would write what an organisation of this kind does not do
 * @throws Problem `under-legal-hold` when what it would delete is under a hold
 */
export type WithContext = <DB, T>(
  context: Context,
  run: (tx: Transaction<DB>) => Promise<T>,
) => Promise<T>;

/** What the trigger kernel.refuse_held raises. */
const refusedByHold = "TK001";
/** What kernel.write_as_told and kernel.refuse_untold raise. */
const refusedAsUntold = "TK002";
/** What kernel.refuse_kind raises. */
const refusedByKind = "TK003";

function asProblem(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code } = error as { code?: unknown };
  if (code === refusedByHold) return problem("under-legal-hold", { cause: error });
  if (code === refusedByKind)
    return problem("not-for-this-kind", { cause: error, reason: error.message });
  if (code !== refusedAsUntold) return error;
  return notAnnounced("not-announced", { cause: error, reason: error.message });
}

/**
 * @param pool connections of the role that cannot bypass row-level security
 * @param isHeldBack does the organisation's notice in force not tell of the activity yet?
 * @param enter enters what is done in the audit trail, at the end of the transaction that does it
 */
export function createWithContext(
  pool: Pool,
  activities: ReadonlySet<string>,
  isHeldBack?: (organisation: string, activity: string) => Promise<boolean>,
  enter?: (tx: Transaction<unknown>, context: Context) => Promise<void>,
): WithContext {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  return async (context, run) => {
    const { purpose } = context;
    // Whoever opens a person's data does so at the organisation that is asked.
    const organisation = context.organisation ?? (purpose ? context.asked : undefined);
    for (const activity of [context.activity, ...(purpose ? [purpose] : [])]) {
      if (!activities.has(activity)) throw new Error(`${activity} is not a declared activity.`);
      if (organisation && (await isHeldBack?.(organisation, activity)))
        throw notAnnounced("not-announced", { reason: activity });
    }
    const done = db.transaction().execute(async (tx) => {
      // Local to the transaction, so a pooled connection carries nothing over to the next one.
      await sql`select set_config('terskel.activity', ${context.activity}, true),
                       set_config('terskel.organisation', ${context.organisation ?? ""}, true),
                       set_config('terskel.person', ${context.person ?? ""}, true),
                       set_config('terskel.member', ${context.member ?? ""}, true),
                       set_config('terskel.asked', ${context.asked ?? ""}, true),
                       set_config('terskel.purpose', ${purpose ?? ""}, true),
                       set_config('terskel.adviser', ${context.adviser ?? ""}, true),
                       set_config('terskel.subjects', ${JSON.stringify(context.subjects ?? {})}, true)`.execute(
        tx,
      );
      const done = await run(tx as never);
      await enter?.(tx, context);
      return done;
    });
    return await done.catch((error: unknown) => {
      throw asProblem(error);
    });
  };
}

/** Goes on in the same transaction for another activity: an erasure is verified before it is committed. */
export async function continueFor(tx: Transaction<unknown>, activity: string): Promise<void> {
  await sql`select set_config('terskel.activity', ${activity}, true)`.execute(tx);
}
