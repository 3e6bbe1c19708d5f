/** Something that answers questions by their number. */
export type Contender = {
  readonly name: string;
  /** It waits for another process, so that its time is the clock's; of all others it is this process's own. */
  readonly waits?: boolean;
  /** What it keeps of the list to answer by, where that is counted. */
  readonly bytes?: number;
  /** How many questions it is given; after the last it starts again at the first. */
  readonly questions: number;
  /** The single answer: allowed or not. */
  answer(question: number): boolean | Promise<boolean>;
  /** Answers the questions from `from` to before `to` in a loop of its own and returns how many were allowed. */
  run(from: number, to: number): number | Promise<number>;
};

export type Speed = {
  readonly perSecond: number;
  /** Answers per second, round by round. */
  readonly rounds: readonly number[];
  readonly p50Ns: number;
  readonly p99Ns: number;
};

const ROUNDS = 60;
const ROUND_MS = 30;

/**
 * Measures the contenders in turn, in short rounds of processor time, so that a busy machine is busy for all, and takes the median
 * round.
 * p50 and p99 are of single answers and include reading the clock, about 50 ns.
 */
export async function measure(contenders: readonly Contender[]): Promise<Map<string, Speed>> {
  const rates = new Map<string, number[]>();
  const chunks = new Map<string, number>();
  for (const each of contenders) chunks.set(each.name, await chunkOf(each));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const each of contenders) {
      const rate = await roundOf(each, chunks.get(each.name)!);
      rates.set(each.name, [...(rates.get(each.name) ?? []), rate]);
    }
  }
  const speeds = new Map<string, Speed>();
  for (const each of contenders) {
    const [p50Ns, p99Ns] = await singles(each);
    const rounds = rates.get(each.name)!;
    speeds.set(each.name, { perSecond: quantile(rounds, 0.5), rounds, p50Ns, p99Ns });
  }
  return speeds;
}

/** How many times as fast one is as the other: the median over rounds, each of which both went through together. */
export function ratioOf(one: Speed, other: Speed): number {
  return quantile(
    one.rounds.map((rate, round) => rate / other.rounds[round]!),
    0.5,
  );
}

/** How many questions take a few milliseconds; finding it warms the contender up. */
async function chunkOf(contender: Contender): Promise<number> {
  let chunk = 16;
  for (;;) {
    const startedMs = timeMs(contender);
    await contender.run(0, Math.min(chunk, contender.questions));
    const enough = timeMs(contender) - startedMs > 5;
    if (enough || chunk >= contender.questions) return Math.min(chunk, contender.questions);
    chunk *= 2;
  }
}

async function roundOf(contender: Contender, chunk: number): Promise<number> {
  const startedMs = timeMs(contender);
  let answered = 0;
  let from = 0;
  let elapsedMs = 0;
  while (elapsedMs < ROUND_MS) {
    if (from + chunk > contender.questions) from = 0;
    await contender.run(from, from + chunk);
    from += chunk;
    answered += chunk;
    elapsedMs = timeMs(contender) - startedMs;
  }
  return (answered / elapsedMs) * 1000;
}

function timeMs({ waits = false }: Contender): number {
  if (waits) return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function singles(contender: Contender): Promise<[number, number]> {
  const wanted = Math.min(contender.questions, 20_000);
  const took: number[] = [];
  for (let question = 0; question < wanted; question += 1) {
    const started = process.hrtime.bigint();
    const answer = contender.answer(question);
    if (typeof answer !== "boolean") await answer;
    took.push(Number(process.hrtime.bigint() - started));
  }
  return [quantile(took, 0.5), quantile(took, 0.99)];
}

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
