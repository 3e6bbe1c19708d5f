import { setTimeout as sleep } from "node:timers/promises";
import type { Ack } from "@terskel/edge-protocol";
import type { Context } from "@terskel/kernel";
import type { AccessPorts } from "../ports.ts";
import type { Tx } from "../tx.ts";
import {
  begin,
  leaveUnanswered,
  readResult,
  settle,
  type Begun,
  type Opening,
  type Result,
} from "./openings.ts";
import type { Send } from "./sender.ts";
import { ANSWER_TRAVEL_MS, ANSWER_WITHIN_MS, doorTime } from "./timing.ts";
import type { Waits } from "./waits.ts";

export type Opened = Result & { readonly openSeconds: number };

export type Parts = {
  readonly ports: Pick<AccessPorts, "withContext" | "now" | "log">;
  readonly send: Send;
  readonly waits: Waits;
};

const ASK_AGAIN_MS = 150;

/**
 * Opens a door for a member: decision, log, command, answer; within 3 s whatever the broker and the door
 * do. A request repeated with the same id gets what became of the first and opens nothing again.
 * @throws Problem `not-found`, `request-id-used`; see `begin`
 */
export async function openDoor(parts: Parts, context: Context, opening: Opening): Promise<Opened> {
  const { withContext, now } = parts.ports;
  const startedAt = now();
  const begun = await withContext(context, async (tx: Tx) => begin(tx, opening, startedAt));
  const result = await follow(parts, context, opening, begun, startedAt);
  const { outcome, reason, until } = result;
  return { outcome, reason, openSeconds: begun.openSeconds, ...(until ? { until } : {}) };
}

async function follow(
  parts: Parts,
  context: Context,
  opening: Opening,
  begun: Begun,
  startedAt: Date,
): Promise<Result> {
  if (begun.step === "settled") return begun.result;
  if (begun.step === "repeated") return await repeat(parts, context, opening, begun.since);
  const untilMs = startedAt.getTime() + ANSWER_WITHIN_MS;
  const ack = await ask(parts, opening, begun.controller, untilMs);
  try {
    return await conclude(parts, context, opening, ack);
  } catch (error) {
    // The door has done what it said, whether or not we can write it down; its event corrects the log.
    parts.ports.log.error({ err: error }, "an opening's outcome could not be stored");
    return ack ?? { outcome: "unanswered", reason: "no-answer" };
  }
}

/** Sends the command and waits for the door. Never rejects: a broker that is down is a door that is silent. */
async function ask(
  { ports, send, waits }: Parts,
  opening: Opening,
  controller: string,
  untilMs: number,
): Promise<Ack | undefined> {
  const issuedMs = ports.now().getTime();
  const expiresMs = untilMs - ANSWER_TRAVEL_MS;
  if (issuedMs >= expiresMs) return undefined;
  const answer = waits.wait(opening.id, controller, untilMs - issuedMs);
  send("command", {
    id: opening.id,
    controller,
    door: opening.door,
    action: "open",
    person: opening.member,
    issuedAt: new Date(issuedMs).toISOString(),
    expiresAt: new Date(expiresMs).toISOString(),
  }).catch((error: unknown) => {
    ports.log.warn({ err: error, controller }, "a command did not reach the broker");
    waits.giveUp(opening.id);
  });
  return await answer;
}

async function conclude(
  { ports }: Parts,
  context: Context,
  opening: Opening,
  ack: Ack | undefined,
): Promise<Result> {
  const { withContext, now } = ports;
  if (!ack)
    return await withContext(context, async (tx: Tx) => leaveUnanswered(tx, opening, now()));
  const receivedAt = now();
  const said = { ...ack, at: doorTime(ack.at, receivedAt).at };
  await withContext(context, async (tx: Tx) => settle(tx, opening, said, receivedAt));
  return ack;
}

/** A repeated request waits for the first one's outcome as long as that one itself would. */
async function repeat(
  { ports }: Parts,
  context: Context,
  opening: Opening,
  since: Date,
): Promise<Result> {
  const leftMs = since.getTime() + ANSWER_WITHIN_MS - ports.now().getTime();
  const read = async () =>
    ports.withContext(context, async (tx: Tx) => readResult(tx, opening, since));
  for (let tries = Math.ceil(leftMs / ASK_AGAIN_MS); tries > 0; tries -= 1) {
    const result = await read();
    if (result.outcome !== "unanswered") return result;
    await sleep(ASK_AGAIN_MS);
  }
  return await read();
}
