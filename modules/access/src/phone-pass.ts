import { PASS_STEP_MS, passStepAt, writePass } from "@terskel/edge-protocol";
import type { Keys } from "@terskel/platform/keys";
import { sql } from "kysely";
import { credentialKey, passNumber } from "./controller-keys.ts";
import { hashOf } from "./credentials.ts";
import { queueLists, waitForLists } from "./lists-changed.ts";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";

/** How many codes are told at once: five minutes, for where there is no network between the gate and the flat. */
const CODES_AHEAD = 10;

/**
 * The member's phone pass, made when they have none. Nothing is written when they do, so the trail tells that somebody got a
 * pass, and not when they go in and out.
 * @throws Problem `pass-blocked`
 */
export async function passOf(tx: Tx, keys: Keys, organisation: string, member: string) {
  const pass = (await find(tx, member)) ?? (await make(tx, keys, organisation, member));
  if (pass.blocked_at) throw problem("pass-blocked");
  return pass;
}

async function find(tx: Tx, member: string) {
  return await tx
    .selectFrom("access.credentials")
    .select(["id", "blocked_at", "opens_since"])
    .where("member_id", "=", member)
    .where("kind", "=", "phone-pass")
    .executeTakeFirst();
}

async function make(tx: Tx, keys: Keys, organisation: string, member: string) {
  // The lists' times tell who knows of it (`toldOf`).
  await waitForLists(tx, organisation);
  const { rows } = await sql<{ id: string }>`select uuidv7() as id`.execute(tx);
  const id = rows[0]!.id;
  const made = await tx
    .insertInto("access.credentials")
    .values({
      id,
      organisation_id: organisation,
      member_id: member,
      kind: "phone-pass",
      number_hash: hashOf(keys, organisation, "phone-pass", passNumber(keys, id)),
      label: "",
    })
    // Asked twice at the same moment, there is one.
    .onConflict((conflict) => conflict.doNothing())
    .returning(["id", "blocked_at", "opens_since"])
    .executeTakeFirst();
  await queueLists(tx, organisation);
  return made ?? (await find(tx, member))!;
}

/** The codes of a pass from the step of `now` on, as a controller reads them. */
export function codesOf(keys: Keys, organisation: string, pass: string, now: Date) {
  const key = credentialKey(keys, organisation);
  const number = passNumber(keys, pass);
  const first = passStepAt(now.getTime());
  return Array.from({ length: CODES_AHEAD }, (_, ahead) => {
    const step = first + ahead;
    return {
      text: writePass(key, { number, step }),
      from: new Date(step * PASS_STEP_MS).toISOString(),
      until: new Date((step + 1) * PASS_STEP_MS).toISOString(),
    };
  });
}
