import { bareKernel } from "../decision/bare-kernel.ts";
import { casl, caslPrepared } from "../decision/casl.ts";
import { cedar } from "../decision/cedar.ts";
import { edgeDecision, edgeDecisionById } from "../decision/edge.ts";
import { populate } from "../decision/population.ts";
import { askAbout } from "../decision/questions.ts";
import { sameAnswers } from "../decision/same-answers.ts";
import { sql } from "../decision/sql.ts";
import { measure, ratioOf, type Speed } from "../measure.ts";
import type { Result } from "../result.ts";

export const about = "edge/decision beside a bare kernel, Cedar, CASL and one SQL query";

const SIZE = { persons: 100_000, doors: 5000, groups: 500, effectiveGrants: 1_000_000 };
const QUESTIONS = 10_000;
const CHECKED = 3000;

export async function run(say: (line: string) => void): Promise<Result> {
  const population = populate(SIZE);
  const questions = askAbout(population, QUESTIONS);
  say(
    `${SIZE.persons} persons, ${SIZE.doors} doors, ${SIZE.groups} groups, ` +
      `${population.effectiveGrants} effective grants, ${population.schedules.length} schedules with holidays`,
  );
  const database = await sql(population, questions);
  try {
    const contenders = [
      bareKernel(population, questions),
      edgeDecision(population, questions),
      edgeDecisionById(population, questions),
      casl(population, questions),
      caslPrepared(population, questions),
      cedar(population, questions),
      database.contender,
    ];
    const allowed = await sameAnswers(contenders, CHECKED);
    say(
      `the same ${QUESTIONS} questions for all; the first ${CHECKED} answered alike, ${allowed} allowed`,
    );
    const [kernelBytes = 0, listBytes = 0] = contenders.map(({ bytes }) => bytes);
    const sizes = { effectiveGrants: population.effectiveGrants, kernelBytes, listBytes };
    return report(await measure(contenders), sizes);
  } finally {
    await database.stop();
  }
}

type Sizes = {
  readonly effectiveGrants: number;
  readonly kernelBytes: number;
  readonly listBytes: number;
};

function report(speeds: ReadonlyMap<string, Speed>, sizes: Sizes): Result {
  const over = (one: string, other: string): number =>
    Number(ratioOf(speeds.get(one)!, speeds.get(other)!).toPrecision(4));
  const against = (name: string): number => over("edge/decision", name);
  const figures: Record<string, number> = { ...sizes };
  for (const [name, speed] of speeds) {
    const key = camelCase(name);
    figures[`${key}PerSecond`] = Math.round(speed.perSecond);
    figures[`${key}P50Ns`] = speed.p50Ns;
    figures[`${key}P99Ns`] = speed.p99Ns;
  }
  return {
    table: [...speeds].map(([name, speed]) => ({
      name,
      "decisions/s": speed.perSecond,
      "p50 ns": speed.p50Ns,
      "p99 ns": speed.p99Ns,
      "edge/decision is × as fast": against(name),
    })),
    ratios: {
      bareKernel: against("bare kernel"),
      casl: against("casl"),
      caslGrantsWorkedOut: against("casl, grants worked out"),
      cedarWasm: against("cedar-wasm"),
      sql: against("prepared SQL query"),
      byIdOverCedarWasm: over("edge/decision by id", "cedar-wasm"),
      byIdOverCasl: over("edge/decision by id", "casl"),
      kernelBytesToList: Number((sizes.kernelBytes / sizes.listBytes).toPrecision(4)),
    },
    figures,
  };
}

/** "edge/decision by id" → "edgeDecisionById" */
function camelCase(name: string): string {
  return name.replaceAll(/[^A-Za-z]+([A-Za-z])/g, (_, letter: string) => letter.toUpperCase());
}
