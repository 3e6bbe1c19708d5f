import { openDoor } from "@terskel/access/api/passages";
import { useEffect, useRef, useState } from "react";
import { call } from "#api.ts";
import { isProblem } from "#problem.ts";

/** What became of a tap. `failed`: it never reached the server. */
export type Opening =
  | { readonly state: "idle" }
  | { readonly state: "opening" }
  | { readonly state: "opened"; readonly seconds: number }
  | { readonly state: "refused"; readonly reason: string; readonly detail: string }
  | { readonly state: "unanswered" }
  | { readonly state: "failed" };

/** The server answers within 3 seconds; half a second more for the way there and back. */
const patienceMs = 3_500;
const answerStaysMs = 20_000;

export function useOpening(organisation: string, door: string, openSeconds: number) {
  const [opening, setOpening] = useState<Opening>({ state: "idle" });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function open(): Promise<Opening> {
    clearTimeout(timer.current);
    setOpening({ state: "opening" });
    const outcome = await ask(organisation, door, openSeconds);
    setOpening(outcome);
    const staysMs = outcome.state === "opened" ? outcome.seconds * 1_000 : answerStaysMs;
    timer.current = setTimeout(() => setOpening({ state: "idle" }), staysMs);
    return outcome;
  }

  return { opening, open };
}

async function ask(organisation: string, door: string, openSeconds: number): Promise<Opening> {
  try {
    const answer = await call(
      openDoor,
      { params: { organisation, door }, body: { request: crypto.randomUUID() } },
      { timeoutMs: patienceMs },
    );
    if (answer.outcome === "opened") {
      return { state: "opened", seconds: answer.openSeconds ?? openSeconds };
    }
    if (answer.outcome === "refused")
      return { state: "refused", reason: answer.reason, detail: "" };
    return { state: "unanswered" };
  } catch (error) {
    if (isProblem(error, "timeout")) return { state: "unanswered" };
    if (isProblem(error) && error.status >= 400 && error.status < 500) {
      return { state: "refused", reason: "", detail: error.detail };
    }
    return { state: "failed" };
  }
}
