import { openDoor } from "@terskel/access/api/passages";
import type { Received } from "@terskel/platform/contract";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { call } from "#api.ts";
import { newId } from "#new-id.ts";
import { isProblem } from "#problem.ts";

/** What became of a tap. `failed`: it never reached the server; `unheard`: the server did not answer. */
export type Opening =
  | { readonly state: "idle" }
  | { readonly state: "opening" }
  | { readonly state: "opened"; readonly seconds: number }
  | {
      readonly state: "refused";
      readonly reason: string;
      readonly detail: string;
      readonly until?: string;
    }
  /** First it wants to know that it is you. */
  | { readonly state: "unproven" }
  | { readonly state: "unanswered" }
  | { readonly state: "unheard" }
  | { readonly state: "failed" };

/** Whoever stands at a door hears within 3 seconds. The server answers within 2.3. */
const patienceMs = 2_700;
const answerStaysMs = 20_000;

export function useOpening(organisation: string, door: string, openSeconds: number) {
  const [opening, setOpening] = useState<Opening>({ state: "idle" });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // A mutation, so that a session that has ended leads to sign-in as from anywhere else.
  const { mutateAsync } = useMutation({
    mutationKey: [openDoor.id],
    // Without a network it fails at once, and is not kept for when there is one again.
    networkMode: "always",
    mutationFn: () =>
      call(
        openDoor,
        { params: { organisation, door }, body: { request: newId() } },
        { timeoutMs: patienceMs },
      ),
  });

  async function open(): Promise<Opening> {
    clearTimeout(timer.current);
    setOpening({ state: "opening" });
    const outcome = await outcomeOf(mutateAsync(), openSeconds);
    setOpening(outcome);
    const staysMs = outcome.state === "opened" ? outcome.seconds * 1_000 : answerStaysMs;
    timer.current = setTimeout(() => setOpening({ state: "idle" }), staysMs);
    return outcome;
  }

  return { opening, open };
}

type Answer = Received<typeof openDoor>;

async function outcomeOf(asked: Promise<Answer>, openSeconds: number): Promise<Opening> {
  try {
    const answer = await asked;
    if (answer.outcome === "opened") {
      return { state: "opened", seconds: answer.openSeconds ?? openSeconds };
    }
    if (answer.outcome === "refused") {
      const { reason, until } = answer;
      return { state: "refused", reason, detail: "", ...(until ? { until } : {}) };
    }
    return { state: "unanswered" };
  } catch (error) {
    if (isProblem(error, "timeout")) return { state: "unheard" };
    if (isProblem(error, "step-up-required")) return { state: "unproven" };
    if (isProblem(error) && error.status >= 400 && error.status < 500) {
      return { state: "refused", reason: "", detail: error.detail };
    }
    return { state: "failed" };
  }
}
