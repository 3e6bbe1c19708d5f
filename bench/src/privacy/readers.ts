import { sql, type Transaction } from "kysely";
import type { Database } from "./database.ts";
import type { Population } from "./population.ts";
import { readDoor, readPerson } from "./reads.ts";

const FOR_MS = 12_000;

/**
 * Readers at once, while the partition that is over is dropped under them. Each has read before.
 * @returns how many pages were read, the errors among them in words, and what went with the partition
 */
export async function readTogether(
  database: Database,
  { doors, members }: Population,
  readers: number,
) {
  const errors: string[] = [];
  let pages = 0;
  const read = async (turn: number) => {
    const door = doors[turn % doors.length]!;
    const member = members[turn % members.length]!;
    await readDoor(database, door, "partitions");
    await readPerson(database, member, "partitions");
    pages += 2;
  };
  const turns = Array.from({ length: readers }, (_, n) => n);
  await Promise.all(turns.map(read));
  const until = performance.now() + FOR_MS;
  let dropped: number | undefined;
  const reader = async (n: number) => {
    for (let turn = n; performance.now() < until || dropped === undefined; turn += readers)
      await read(turn).catch((error: unknown) => errors.push(String(error)));
  };
  const dropping = async () => {
    await new Promise((resolve) => setTimeout(resolve, FOR_MS / 3));
    try {
      dropped = await dropPartition(database);
    } finally {
      dropped ??= 0;
    }
  };
  await Promise.all([dropping(), ...turns.slice(1).map(reader)]);
  return { pages, errors, dropped };
}

/** As the job does it; tried again where readers do not let it in in time. */
export async function dropPartition({ withContext }: Database): Promise<number> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await withContext(
        { activity: "kernel.retention" },
        async (tx: Transaction<unknown>) => {
          const { rows } = await sql<{ passages: number }>`
          select passages from access.drop_log_partition()`.execute(tx);
          return rows.reduce((sum, row) => sum + row.passages, 0);
        },
      );
    } catch (error) {
      if (tries === 20) throw error;
    }
  }
}
