import type { Decision } from "@terskel/edge-decision";
import type { Outcome } from "@terskel/edge-protocol";
import { problem } from "@terskel/platform/problems";
import type { Tx } from "../tx.ts";
import { decideRemotely } from "./access-list.ts";
import { readForMember } from "./access-rows.ts";
import type { AccessRows } from "./access-rows.ts";
import { expiry, findPassages, holdersOf, isPassage, knownSince, lockLogs } from "./log.ts";
import { note } from "./notes.ts";
import { claim, readClaim, settleClaim } from "./opening-requests.ts";
import { runtimeProblem } from "./problems.ts";
import { correct } from "./write-passages.ts";
import { isProven } from "../step-up.ts";
import { secondsFor } from "../extended-time/extended-time.ts";

/** Someone wants a door open. `id` is the request's, the command's and the passage's. */
export type Opening = {
  readonly id: string;
  readonly organisation: string;
  readonly door: string;
  readonly member: string;
  /** When whoever asks last proved anew who they are. */
  readonly provenAt?: Date | undefined;
};

export type Result = {
  readonly outcome: Outcome | "unanswered";
  readonly reason: string;
  /** Until when the door is locked down, where that is the reason. */
  readonly until?: string | undefined;
};

/**
 * - `ask`: ours to send; the log says `unanswered` until the door has said otherwise.
 * - `settled`: nothing is to be sent.
 * - `repeated`: the same request is under way since `since`, here or on another replica.
 */
export type Begun = { readonly openSeconds: number } & (
  | { readonly step: "ask"; readonly controller: string }
  | { readonly step: "settled"; readonly result: Result }
  | { readonly step: "repeated"; readonly since: Date }
);

const UNANSWERED: Result = { outcome: "unanswered", reason: "no-answer" };

/**
 * Decides on an opening and writes it down before anything moves: the row is the claim that makes one
 * request one command, on however many replicas, and the record should this process die.
 * @throws Problem `not-found` for a door that is not the organisation's; `request-id-used` for an id that
 *   stands for something else; `step-up-required`, which is no passage: nobody was let in or refused
 */
export async function begin(tx: Tx, opening: Opening, at: Date): Promise<Begun> {
  const door = await readDoor(tx, opening);
  const openSeconds = door.seconds;
  const facts = await readForMember(tx, opening.member, [door], at);
  const decision = decideRemotely(facts, opening.member, door.id, at);
  const controller = decision.allowed && door.online ? door.controller_id : null;
  if (decision.allowed && door.step_up && !isProven(opening.provenAt, at))
    throw runtimeProblem("step-up-required");
  const result = decision.allowed ? UNANSWERED : refusal(decision, facts);
  if (await insert(tx, opening, result, at)) {
    if (controller !== null) return { step: "ask", controller, openSeconds };
    await note(tx, "passage", opening.organisation, [opening.id], at);
    return { step: "settled", result, openSeconds };
  }
  const before = await readOwn(tx, opening, at);
  if (before.outcome !== "unanswered") return { step: "settled", result: before, openSeconds };
  return { step: "repeated", since: before.at, openSeconds };
}

/** What the log has by now. */
export async function readResult(tx: Tx, opening: Opening, now: Date): Promise<Result> {
  return await readOwn(tx, opening, now);
}

/** Writes down what the door said, unless its event was here first. */
export async function settle(
  tx: Tx,
  opening: Opening,
  said: Result & { readonly at: Date },
  receivedAt: Date,
): Promise<void> {
  const { id, organisation, door } = opening;
  const choice = (await lockLogs(tx, [door])).get(door);
  await settleClaim(tx, opening, said);
  const [row] = await tx
    .selectFrom(findPassages([id], knownSince(receivedAt)).as("p"))
    .select("p.expires_at")
    .where("p.outcome", "=", "unanswered")
    .execute();
  if (row && choice !== undefined) {
    const expires_at = expiry(said.at, choice.days);
    const { at, outcome, reason } = said;
    const what = { id, at, received_at: receivedAt, outcome, reason, expires_at };
    await correct(tx, row.expires_at, what, receivedAt);
  }
  await note(tx, "passage", organisation, [id], said.at);
}

/** The door has not said anything: the log shows that now. */
export async function leaveUnanswered(tx: Tx, opening: Opening, now: Date): Promise<Result> {
  await note(tx, "passage", opening.organisation, [opening.id], knownSince(now));
  return await readOwn(tx, opening, now);
}

const refusal = ({ reason }: Decision, { orders: [order] }: AccessRows): Result => ({
  outcome: "refused",
  reason,
  ...(reason === "lockdown" ? { until: order?.until.toISOString() } : {}),
});

async function readDoor(tx: Tx, { door: id, member }: Opening) {
  const door = await tx
    .selectFrom("access.doors as d")
    .innerJoin("kernel.sites as s", "s.id", "d.site_id")
    .leftJoin("access.controllers as c", "c.id", "d.controller_id")
    .select(["d.id", "d.controller_id", "c.online", "s.time_zone", "d.two_people", "d.step_up"])
    .select(secondsFor(member).as("seconds"))
    .where("d.id", "=", id)
    .executeTakeFirst();
  if (!door) throw problem("not-found", { reason: "no such door in the organisation" });
  return door;
}

async function insert(tx: Tx, opening: Opening, result: Result, at: Date): Promise<boolean> {
  const { id, organisation, door, member } = opening;
  const choice = (await lockLogs(tx, [door])).get(door);
  if (choice === undefined) throw problem("not-found", { reason: "the door was removed just now" });
  if (await isPassage(tx, id, at)) return false;
  if (choice.mode !== "personal" && !(await claim(tx, opening, result, at))) return false;
  if (choice.mode === "off") return true;
  const named = choice.mode === "personal" ? [member] : [];
  const holders = await holdersOf(tx, organisation, named);
  await tx
    .insertInto("access.passages")
    .values({
      id,
      organisation_id: organisation,
      door_id: door,
      holder_id: holders.get(member) ?? null,
      at,
      received_at: at,
      credential: "remote",
      outcome: result.outcome,
      reason: result.reason,
      expires_at: expiry(at, choice.days),
    })
    .execute();
  return true;
}

/** Row-level security shows the member's own only, so somebody else's id and a wrong door's look alike. */
async function readOwn(tx: Tx, opening: Opening, now: Date) {
  const claimed = await readClaim(tx, opening);
  const row = await tx
    .selectFrom(findPassages([opening.id], knownSince(now)).as("p"))
    .leftJoin("access.log_holders as h", "h.id", "p.holder_id")
    .select(["p.outcome", "p.reason", "p.at", "h.member_id"])
    .where("p.door_id", "=", opening.door)
    .where("p.credential", "=", "remote")
    .executeTakeFirst();
  const own = row && (claimed !== undefined || row.member_id === opening.member) ? row : undefined;
  // The door's own event is in the log before the answer to the request, or instead of it.
  const said = own && own.outcome !== "unanswered" ? own : (claimed ?? own);
  if (!said) throw runtimeProblem("request-id-used");
  return { ...said, outcome: said.outcome as Result["outcome"] };
}
