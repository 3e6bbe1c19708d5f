import { currentAct } from "@terskel/platform/acting";
import type { Act } from "@terskel/platform/acting";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import type { Processing } from "../declare.ts";
import type { Context } from "../tenancy.ts";
import { aboutDigest, actorDigest, contentDigest, newSalt } from "./chain.ts";
import { createReads } from "./reads.ts";

type Tx = Transaction<unknown>;

/**
 * Enters what is being done in the trail, in the transaction that does it and with it or not at all: every one in
 * which somebody's call, a job or a command has written something, whatever that was. A new route is in the trail
 * without anybody remembering it; an activity that is not says where else it stands (`ownTrail`).
 */
export function createEnter(processings: readonly Processing[], now: () => Date) {
  const isOutside = outsideOf(processings);
  const isRead = createReads(processings);
  /** A reading is entered once, by the first transaction that it needs. */
  const read = new WeakSet<Act>();
  return async (tx: Tx, context: Context): Promise<void> => {
    const act = currentAct();
    if (!act || isOutside(context.activity)) return;
    const reads = isRead(act);
    if (reads ? read.has(act) : act.call?.contract.method === "GET") return;
    const entered = await insert(tx, act, {
      activity: context.activity,
      outcome: "done",
      at: now(),
      even: reads,
    });
    if (entered && reads) read.add(act);
  };
}

/** The activities of which something else tells. */
export function outsideOf(processings: readonly Processing[]): (activity: string) => boolean {
  const activities = processings.flatMap((p) => p.activities);
  const outside = new Set(activities.filter(({ ownTrail }) => ownTrail).map(({ id }) => id));
  return (activity) => outside.has(activity);
}

/**
 * One statement: the entry without a place in the chain yet, and what it says.
 * @param how `even`: also where the transaction has written nothing
 */
export async function insert(
  tx: Tx,
  act: Act,
  how: { activity: string; outcome: string; at: Date; even: boolean },
): Promise<boolean> {
  const { at, activity, outcome, even } = how;
  const [person, member] = [act.person ?? null, act.member ?? null];
  const whom = act.aboutMember ?? null;
  const organisation = act.organisation ?? null;
  const actorSalt = (person ?? member) ? newSalt() : null;
  const aboutSalt = whom ? newSalt() : null;
  const actor = actorSalt ? actorDigest(actorSalt, person, member) : null;
  const aboutWhom = whom && aboutSalt ? aboutDigest(aboutSalt, whom) : null;
  const { by, action, about } = act;
  const digest = contentDigest({
    at,
    organisation,
    by,
    activity,
    action,
    about,
    outcome,
    actor,
    aboutWhom,
  });
  const { numAffectedRows = 0n } = await sql`
    with one as materialized (
      select uuidv7() as id where ${even} or pg_current_xact_id_if_assigned() is not null
    ), entry as (
      insert into kernel.audit_entries (id, at, digest) select id, ${at}, ${digest} from one
    )
    insert into kernel.audit_contents (id, at, organisation_id, by_role, activity, action, about, outcome,
      person_id, member_id, actor_salt, actor_digest, about_member_id, about_salt, about_digest)
    select id, ${at}, ${organisation}::uuid, ${by}, ${activity}, ${action}, ${JSON.stringify(about)}::jsonb, ${outcome},
      ${person}::uuid, ${member}::uuid, ${actorSalt}::text, ${actor}::text, ${whom}::uuid, ${aboutSalt}::text, ${aboutWhom}::text
      from one`.execute(tx);
  return numAffectedRows > 0n;
}
