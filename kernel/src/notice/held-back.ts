import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import type { Activity, OrganisationKind, Processing } from "../declare.ts";
import { groundOf, operatorRole } from "../ground.ts";
import type { WithContext } from "../tenancy.ts";
import { canWait } from "../told/columns.ts";
import { publish } from "./read.ts";
import type { Tx } from "./versions.ts";

/** So long what was read stays: a version comes into force by the clock. */
const freshMs = 15_000;
/** Older than this it is not gone by: whoever asks waits for what is read anew, or learns that it cannot be. */
const staleMs = 60_000;

/**
 * Activities that an organisation's notice in force does not tell of yet, or of which it tells another ground: new in
 * the program, they wait until the change was announced and its day has come (A2, D15). What a law requires does not wait.
 * @param withContext one that holds nothing back
 */
export function createHeldBack(withContext: WithContext, processings: readonly Processing[]) {
  let known: { held: ReadonlyMap<string, ReadonlySet<string>>; at: number } | undefined;
  let reading: Promise<ReadonlyMap<string, ReadonlySet<string>>> | undefined;

  async function read() {
    const at = Date.now();
    // One row for all organisations whose notices say the same.
    const { rows } = await withContext({ activity: publish }, async (tx: Tx) =>
      sql<{ grounds: Grounds; organisations: string[] }>`
        select grounds, array_agg(organisation_id) as organisations
          from kernel.notices_in_force() group by grounds`.execute(tx),
    );
    const held = new Map<string, ReadonlySet<string>>();
    for (const { grounds, organisations } of rows) {
      const waits = untold(processings, grounds);
      if (waits.size > 0) for (const each of organisations) held.set(each, waits);
    }
    known = { held, at };
    return held;
  }
  const readOnce = async () => {
    reading ??= read().finally(() => (reading = undefined));
    return await reading;
  };

  return {
    isHeldBack: async (organisation: string, activity: string): Promise<boolean> => {
      const age = known ? Date.now() - known.at : Infinity;
      // What is known serves while it is read anew; a reading that fails is tried again by whoever asks next.
      if (age > freshMs && age <= staleMs) void readOnce().catch(() => undefined);
      const held = known && age <= staleMs ? known.held : await readOnce();
      return held.get(organisation)?.has(activity) === true;
    },
    /** It may be another now. */
    changed: (): void => {
      known = undefined;
    },
  };
}

/** What a version in force tells of each purpose (`kernel.grounds_of`). */
type Grounds = {
  readonly kind: OrganisationKind;
  readonly purposes: Readonly<Record<string, Ground>>;
};
type Ground = {
  readonly basis: string;
  readonly controller: string;
  readonly role: string;
  readonly interest: object | null;
  readonly decides: boolean;
};

/** What the program does for such an organisation, and its notice does not tell of, or on another ground. */
function untold(
  processings: readonly Processing[],
  { kind, purposes }: Grounds,
): ReadonlySet<string> {
  const waits = processings
    .flatMap((p) => p.activities)
    .filter((activity) => {
      const told = purposes[activity.id];
      return canWait(activity, kind) && !(told && isAsTold(activity, kind, told));
    });
  return new Set(waits.map(({ id }) => id));
}

/** The same basis, interest, controller and role as it is told of, and no machine that begins to decide. */
function isAsTold(activity: Activity, kind: OrganisationKind, told: Ground): boolean {
  const { basis, interest, controller } = groundOf(activity, kind);
  const decides = activity.decidesAlone !== undefined || activity.objection === "profiling";
  return (
    told.basis === basis &&
    isDeepStrictEqual(told.interest, interest ? { ...interest } : null) &&
    told.controller === (kind === "operator" ? "operator" : controller) &&
    told.role === operatorRole(activity, kind) &&
    (told.decides || !decides)
  );
}
