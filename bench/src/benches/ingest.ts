import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPool, removeEmbedded, startEmbedded } from "@terskel/platform/db";
import { me } from "@terskel/identity/api/me";
import { Client } from "@terskel/tests/client";
import { eventually } from "@terskel/tests/eventually";
import { startProduct } from "@terskel/tests/product";
import { enrol, keep, membersOf, type Controller } from "../ingest/controllers.ts";
import { batchesOf } from "../ingest/passages.ts";
import { copyBack } from "../ingest/raw-copy.ts";
import { quantile } from "../measure.ts";
import type { Result } from "../result.ts";

export const about =
  "passages from the broker to the log, beside PostgreSQL's own COPY of the same rows";

const PASSAGES = Number(process.env.BENCH_PASSAGES ?? 40_000);
const CONTROLLERS = 4;
const ROUNDS = 5;

export async function run(say: (line: string) => void): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "terskel-bench-"));
  const server = await startEmbedded(folder);
  const owner = createPool(server.url, { max: 2, statement_timeout: 0, query_timeout: 0 });
  const product = await startProduct({ DATABASE_URL: server.url });
  const controllers: Controller[] = [];
  try {
    const chair = await new Client(product.url).signIn("ingrid");
    const organisation = (await chair.call(me, {})).memberships[0]?.organisation.id ?? "";
    const members = await membersOf(chair, organisation);
    for (let n = 0; n < CONTROLLERS; n += 1) controllers.push(await enrol(chair, organisation));

    /** Milliseconds until every passage of every controller is receipted. */
    const deliver = async (): Promise<number> => {
      const all = controllers.map(({ doors }) => batchesOf(doors, members, PASSAGES / CONTROLLERS));
      const started = performance.now();
      await Promise.all(controllers.map(async (each, at) => each.deliver(all[at]!)));
      const ms = performance.now() - started;
      const { rows } = await owner.query<{ n: number }>(
        "select count(*)::integer as n from access.passages",
      );
      if (rows[0]?.n !== PASSAGES) throw new Error(`${rows[0]?.n} of ${PASSAGES} are in the log.`);
      return ms;
    };
    /** A changed interval is carried out by a job, which holds the door's log meanwhile: that is not what is measured. */
    const settle = async (daysOf: (door: number) => number): Promise<void> => {
      await keep(chair, organisation, controllers, daysOf);
      await eventually(
        "the intervals are in force",
        async () => {
          const { rows } = await owner.query("select from access.log_changes");
          return rows.length === 0;
        },
        120_000,
      );
    };
    const copy = async () => copyBack(owner, join(folder, "passages.copy"));

    say(`${PASSAGES} passages by ${CONTROLLERS} controllers, ${ROUNDS} rounds`);
    await deliver();
    await copy();
    const [same, raw, various]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      await settle(() => 90);
      same.push(await deliver());
      raw.push(await copy());
      await settle((door) => 20 + door * 10);
      various.push(await deliver());
      await copy();
    }
    return present(same, raw, various);
  } finally {
    for (const each of controllers) await each.stop();
    await owner.end();
    await product.stop();
    await server.stop();
    removeEmbedded(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

const perSecond = (ms: readonly number[]) => (PASSAGES / quantile(ms, 0.5)) * 1000;
/** How many times as fast: the median over rounds, each of which both went through together. */
const ratio = (ours: readonly number[], other: readonly number[]) =>
  quantile(
    ours.map((ms, round) => other[round]! / ms),
    0.5,
  );

function present(same: number[], raw: number[], various: number[]): Result {
  const row = (what: string, ms: readonly number[]) => ({ what, perSecond: perSecond(ms) });
  return {
    table: [
      row("broker to log, one interval", same),
      row("broker to log, 32 intervals", various),
      row("raw COPY of the same rows", raw),
    ],
    ratios: { ingestToCopy: ratio(same, raw), variousToSame: ratio(various, same) },
    figures: {
      passages: PASSAGES,
      ingestPerSecond: perSecond(same),
      ingestVariousPerSecond: perSecond(various),
      copyPerSecond: perSecond(raw),
    },
  };
}
