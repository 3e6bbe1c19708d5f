import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually } from "@terskel/edge-agent/eventually";
import { createTestCloud, type TestCloud } from "@terskel/edge-agent/test-cloud";
import { draftList, signList } from "@terskel/edge-protocol";
import { startAgentProcess } from "../agent/process.ts";
import { numberOf, siteOf } from "../agent/site.ts";
import { createRandom } from "../decision/random.ts";
import { quantile } from "../measure.ts";
import type { Result } from "../result.ts";

export const about = "a controller with 240,000 cardholders: its start, its decisions, its memory";

const SIZE = { persons: 240_000, doors: 300, groups: 500, units: 20_000 };
const STARTS = 5;
const ASKS = 5000;
const LIMITS = { startMs: 1000, decisionMs: 5, rssBytes: 100e6 };

export async function run(say: (line: string) => void): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "terskel-bench-"));
  const cloud = await createTestCloud();
  const enrolment = join(folder, "enrolment.json");
  writeFileSync(enrolment, JSON.stringify(cloud.enrolment));
  const start = async () =>
    startAgentProcess(enrolment, join(folder, "data"), join(folder, "compiled"));
  try {
    const content = siteOf(SIZE, cloud.hash);
    const { doors, credentials } = content;
    const grants = doors.reduce((sum, door) => sum + door.grants.length, 0);
    say(
      `${SIZE.persons} cardholders, ${credentials.length} credentials, ${doors.length} doors, ${grants} grants`,
    );
    const making = performance.now();
    const document = await signList(cloud.sign, draftList(cloud.list(content)));
    const makeMs = performance.now() - making;

    const first = await start();
    const arriveMs = await arrive(cloud, cloud.list(content));
    const taken = await first.ask([]);
    await first.stop();

    const startsMs: number[] = [];
    for (let each = 0; each < STARTS; each += 1) {
      const again = await start();
      startsMs.push(again.startMs);
      await again.stop();
    }

    const agent = await start();
    const random = createRandom(1);
    const asks = (kept: 0 | 1) =>
      Array.from({ length: ASKS }, () => ({
        door: doors[2 * random.below(doors.length / 2) + kept]!.id,
        // One in twenty is a card that nobody was given.
        number: numberOf(random.below(Math.round(credentials.length * 1.05))),
      }));
    const decided = await agent.ask(asks(1));
    const logged = await agent.ask(asks(0));
    const before = { rssBytes: logged.rssBytes, peakBytes: logged.peakBytes };
    const busy = agent.ask(asks(1).concat(asks(1), asks(1), asks(1)));
    await arrive(cloud, cloud.list({ ...content, revision: 2, credentials: credentials.slice(1) }));
    const meanwhile = await busy;
    const after = await agent.ask([]);
    await agent.stop();

    const startMs = quantile(startsMs, 0.5);
    const p99Ms = quantile(decided.tookMs, 0.99);
    const rssBytes = Math.max(agent.rssBytes, before.rssBytes, after.rssBytes);
    const mb = (bytes: number): number => bytes / 1e6;
    const rows: readonly (readonly [what: string, key: string, figure: number, limit?: number])[] =
      [
        ["start, ms", "startMs", startMs, LIMITS.startMs],
        ["first start after an update, without a list, ms", "firstStartMs", first.startMs],
        ["decision p50, ms", "decisionP50Ms", quantile(decided.tookMs, 0.5)],
        ["decision p99, ms", "decisionP99Ms", p99Ms, LIMITS.decisionMs],
        ["with its passage on the disk p50, ms", "loggedP50Ms", quantile(logged.tookMs, 0.5)],
        ["with its passage on the disk p99, ms", "loggedP99Ms", quantile(logged.tookMs, 0.99)],
        ["memory, MB", "rssMb", mb(rssBytes), mb(LIMITS.rssBytes)],
        ["of it at the start, MB", "startRssMb", mb(agent.rssBytes)],
        ["peak before a new list, MB", "peakBeforeMb", mb(before.peakBytes)],
        ["peak with a new list taken, MB", "peakMb", mb(after.peakBytes)],
        ["peak of the first start and list, MB", "firstPeakMb", mb(taken.peakBytes)],
        ["list as it is sent, MB", "listMb", mb(document.length)],
        ["list laid out and signed by the cloud, ms", "makeMs", makeMs],
        ["list laid out, sent, verified, stored, in force, ms", "arriveMs", arriveMs],
        ["longest decision meanwhile, ms", "meanwhileMaxMs", Math.max(...meanwhile.tookMs)],
      ];
    return {
      table: rows.map(([what, , figure, limit]) => ({ what, figure, limit: limit ?? "" })),
      ratios: {
        startLimitToFigure: LIMITS.startMs / startMs,
        decisionLimitToFigure: LIMITS.decisionMs / p99Ms,
        memoryLimitToFigure: LIMITS.rssBytes / rssBytes,
      },
      figures: {
        cardholders: SIZE.persons,
        credentials: credentials.length,
        grants,
        opened: decided.opened,
        ...Object.fromEntries(rows.map(([, key, figure]) => [key, figure])),
      },
    };
  } finally {
    await cloud.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds from the list until the controller says that it has it. */
async function arrive(cloud: TestCloud, list: ReturnType<TestCloud["list"]>): Promise<number> {
  await eventually("the controller online", () => cloud.received.hello.length > 0);
  const started = performance.now();
  await cloud.sendList(list);
  await eventually(
    "the list in force",
    () => cloud.received.hello.at(-1)?.revision === list.revision,
  );
  return performance.now() - started;
}
