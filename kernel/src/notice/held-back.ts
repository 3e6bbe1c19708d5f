import { sql } from "kysely";
import type { Processing } from "../declare.ts";
import type { OrganisationKind } from "../declare.ts";
import { concerns, groundOf } from "../ground.ts";
import type { WithContext } from "../tenancy.ts";
import { publish } from "./read.ts";
import type { Tx } from "./versions.ts";

/** So long what was read stays: a version comes into force by the clock. */
const freshMs = 15_000;
/** Older than this it is not gone by: whoever asks waits for what is read anew, or learns that it cannot be. */
const staleMs = 60_000;

/**
 * Activities that an organisation's notice in force does not tell of yet: new in the program, they wait until the
 * change was announced and its day has come (A2, D15). What a law requires does not wait.
 * @param withContext one that holds nothing back
 */
export function createHeldBack(
  withContext: WithContext,
  processings: readonly Processing[],
  now = () => new Date(),
) {
  let known: { held: ReadonlyMap<string, ReadonlySet<string>>; at: number } | undefined;
  let reading: Promise<ReadonlyMap<string, ReadonlySet<string>>> | undefined;

  async function read() {
    const at = Date.now();
    const rows = await withContext({ activity: publish }, async (tx: Tx) =>
      tx
        .selectFrom("kernel.notice_versions")
        .distinctOn("organisation_id")
        .select(["organisation_id", "activities"])
        .select(sql<OrganisationKind>`facts -> 'organisation' ->> 'kind'`.as("kind"))
        .where("in_force_at", "<=", now())
        .where("superseded_at", "is", null)
        .where((eb) => eb.or([eb("material", "=", false), eb("told_at", "is not", null)]))
        .orderBy("organisation_id")
        .orderBy("number", "desc")
        .execute(),
    );
    const held = new Map<string, ReadonlySet<string>>();
    for (const { organisation_id, activities, kind } of rows) {
      const waits = untold(processings, kind, new Set(activities));
      if (waits.size > 0) held.set(organisation_id, waits);
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

/** What the program does for an organisation of this kind, and its notice does not tell of. */
function untold(
  processings: readonly Processing[],
  kind: OrganisationKind,
  told: ReadonlySet<string>,
): ReadonlySet<string> {
  const waits = processings
    .flatMap((p) => p.activities)
    .filter(
      (activity) =>
        !told.has(activity.id) &&
        activity.subjects.length > 0 &&
        concerns(activity, [{ kind }]) &&
        groundOf(activity, kind).basis !== "legal-obligation",
    );
  return new Set(waits.map(({ id }) => id));
}
