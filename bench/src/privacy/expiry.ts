import { quantile } from "../measure.ts";
import { cost, type Database } from "./database.ts";
import { OVER } from "./population.ts";
import { dropPartition } from "./readers.ts";
import { deleteExpired } from "./writes.ts";

/** Milliseconds and bytes of write-ahead log. */
type Cost = Awaited<ReturnType<typeof cost>>;

/**
 * What expired in 22 hours goes: with its partition, and from the one table by batched `DELETE` and then `vacuum`,
 * without which it stays in the table's file. Turn about, the medians. The first round is not counted: the job
 * runs every minute, on connections that know the partitions. One partition is left, for the readers.
 */
export async function expireBeside(database: Database) {
  const rounds: { dropped: Cost; deleted: Cost; vacuumed: Cost }[] = [];
  let passages = 0;
  for (let round = 0; round < OVER - 1; round += 1) {
    rounds.push({
      dropped: await cost(database.owner, async () => {
        passages = await dropPartition(database);
      }),
      deleted: await cost(database.owner, async () => deleteExpired(database.owner)),
      vacuumed: await cost(database.owner, async () => database.owner.query("vacuum bench.log")),
    });
  }
  const usual = (of: (round: (typeof rounds)[number]) => Cost): Cost => {
    const costs = rounds.slice(1).map(of);
    return {
      ms: quantile(
        costs.map(({ ms }) => ms),
        0.5,
      ),
      walBytes: quantile(
        costs.map(({ walBytes }) => walBytes),
        0.5,
      ),
    };
  };
  return {
    passages,
    dropped: usual(({ dropped }) => dropped),
    deleted: usual(({ deleted }) => deleted),
    vacuumed: usual(({ vacuumed }) => vacuumed),
  };
}
