import { copyBeside } from "../privacy/copy.ts";
import { cost, startDatabase } from "../privacy/database.ts";
import { copyAndIndex, fill, populate, readPopulation } from "../privacy/population.ts";
import { expireBeside } from "../privacy/expiry.ts";
import { readTogether } from "../privacy/readers.ts";
import { compare, readDoor, readPerson } from "../privacy/reads.ts";
import { anonymise, forget, readAll, sever } from "../privacy/writes.ts";
import type { Result } from "../result.ts";

export const about = "the access log in its partitions beside one table: reading, expiry, erasure";

const PASSAGES = Number(process.env.BENCH_PASSAGES ?? 10_000_000);
const READERS = 100;

export async function run(say: (line: string) => void): Promise<Result> {
  const database = await startDatabase(READERS);
  const { owner } = database;
  try {
    say(`${PASSAGES} passages, in one table and in partitions: this takes minutes`);
    await populate(owner);
    await fill(owner, PASSAGES);
    await copyAndIndex(owner);
    const people = await readPopulation(owner);
    say("reading");
    const door = await compare(people.doors, async (each, layout) =>
      readDoor(database, each, layout),
    );
    const person = await compare(people.members, async (each, layout) =>
      readPerson(database, each, layout),
    );
    const all = await readAll(owner, people.frequent.holder);
    say("one person's copy");
    const { holder, id: member, organisation } = people.frequent;
    const copied = await copyBeside({ appUrl: database.appUrl, member, organisation, holder });
    say("one partition's expiry");
    const expiry = await expireBeside(database);
    const { dropped: expired, deleted, vacuumed } = expiry;
    const goneMs = deleted.ms + vacuumed.ms;
    say(`${READERS} readers at once, and a partition dropped`);
    const together = await readTogether(database, people, READERS);
    for (const error of new Set(together.errors)) say(`error: ${error}`);
    say("erasing one person's log");
    const forgotten = await cost(owner, async () => forget(owner, holder));
    const anonymised = await cost(owner, async () => anonymise(owner, holder));
    const severed = await cost(owner, async () => sever(owner, holder));
    const [partitions] = (
      await owner.query<{ n: number }>(
        "select count(*) as n from pg_inherits where inhparent = 'access.passages'::regclass",
      )
    ).rows;
    const row = (what: string, ours: number, one: number, unit: string) => ({
      what,
      partitions: ours,
      "one table": one,
      unit,
    });
    return {
      table: [
        row(
          "last 100 passages of a door, p50",
          door.partitions.p50Ms,
          door["one table"].p50Ms,
          "ms",
        ),
        row(
          "last 100 passages of a person, p50",
          person.partitions.p50Ms,
          person["one table"].p50Ms,
          "ms",
        ),
        row("a copy of 50,000 passages: zip with page, bare", copied.ours.ms, copied.bare.ms, "ms"),
        row("50,000 passages of a person", all.partitionsMs, all.oneTableMs, "ms"),
        row("expiry of 22 hours: drop, batched DELETE", expired.ms, deleted.ms, "ms"),
        row("the same, until they are gone from the disk", expired.ms, goneMs, "ms"),
        row("its write-ahead log", expired.walBytes / 1e6, deleted.walBytes / 1e6, "MB"),
        row("erasure of that person's log: holder, UPDATE", forgotten.ms, anonymised.ms, "ms"),
      ],
      ratios: {
        expiryTime: deleted.ms / expired.ms,
        // What is deleted stands in the table's file until it is vacuumed; what is dropped does not.
        expiryTimeFromDisk: goneMs / expired.ms,
        expiryWal: deleted.walBytes / expired.walBytes,
        doorP50: door["one table"].p50Ms / door.partitions.p50Ms,
        personP50: person["one table"].p50Ms / person.partitions.p50Ms,
        readAll: all.oneTableMs / all.partitionsMs,
        copyTime: copied.bare.ms / copied.ours.ms,
        erasureTime: anonymised.ms / forgotten.ms,
      },
      figures: {
        passages: PASSAGES,
        partitions: partitions?.n ?? 0,
        doorP50Ms: door.partitions.p50Ms,
        doorP95Ms: door.partitions.p95Ms,
        personP50Ms: person.partitions.p50Ms,
        personP95Ms: person.partitions.p95Ms,
        passagesExpired: expiry.passages,
        expiryMs: expired.ms,
        expiryWalBytes: expired.walBytes,
        deleteMs: deleted.ms,
        deleteWalBytes: deleted.walBytes,
        vacuumAfterDeleteMs: vacuumed.ms,
        vacuumAfterDeleteWalBytes: vacuumed.walBytes,
        copyMs: copied.ours.ms,
        copyBytes: copied.ours.bytes,
        copyPeakBytes: copied.ours.peakBytes,
        copyGrownBytes: copied.ours.grownBytes,
        bareCopyMs: copied.bare.ms,
        bareCopyBytes: copied.bare.bytes,
        readers: READERS - 1,
        pagesReadTogether: together.pages,
        readerErrors: together.errors.length,
        passagesDroppedUnderReaders: together.dropped,
        erasureMs: forgotten.ms,
        severAfterwardsMs: severed.ms,
        anonymiseMs: anonymised.ms,
      },
    };
  } finally {
    await database.stop();
  }
}
