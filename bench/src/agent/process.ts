import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { AGENT_NODE_FLAGS } from "@terskel/edge-agent/node-flags";
import type { Answer, Ask } from "./controller.ts";

export type AgentProcess = {
  /** From before there was a process until its doors decide. */
  readonly startMs: number;
  /** Processor time of the same. */
  readonly startCpuMs: number;
  readonly rssBytes: number;
  readonly peakBytes: number;
  ask(asks: Ask["asks"]): Promise<Extract<Answer, { tookMs: unknown }>>;
  stop(): Promise<void>;
};

const script = fileURLToPath(new URL("controller.ts", import.meta.url));

/** As `edge/agent/README.md` says that a controller is started. */
export async function startAgentProcess(
  enrolment: string,
  dataFolder: string,
  compiled: string,
): Promise<AgentProcess> {
  const started = performance.now();
  const child = fork(script, [enrolment, dataFolder], {
    execArgv: [...AGENT_NODE_FLAGS],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  const next = async (): Promise<Answer> => {
    const [answer] = await Promise.race([once(child, "message"), once(child, "exit")]);
    if (typeof answer !== "object" || answer === null) throw new Error("the controller has ended");
    return answer as Answer;
  };
  const answer = await next();
  if (!("ready" in answer)) throw new Error("an answer before it was ready");
  const { rssBytes, peakBytes, cpuMs } = answer;
  const startMs = performance.now() - started;
  return {
    startMs,
    startCpuMs: cpuMs,
    rssBytes,
    peakBytes,
    async ask(asks) {
      const answered = next();
      child.send({ asks } satisfies Ask);
      const answer = await answered;
      if ("ready" in answer) throw new Error("another answer than to the question");
      return answer;
    },
    async stop() {
      const gone = once(child, "exit");
      child.disconnect();
      await gone;
    },
  };
}
