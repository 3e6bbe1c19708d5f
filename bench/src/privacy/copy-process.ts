import { Readable } from "node:stream";
import { createKernel, exportPerson } from "@terskel/kernel";
import { createPool } from "@terskel/platform/db";
import { processings } from "@terskel/server";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import { ZipFile } from "yazl";
import type { Copied, Whose } from "./copy.ts";

/**
 * One person's copy at an organisation, thrown away as it comes: the product's (a page and data.json), or a
 * bare one: the same passages by one SELECT, as JSON, zipped.
 */
const [what, given = ""] = process.argv.slice(2);
const { appUrl, member, organisation, holder } = JSON.parse(given) as Whose;
const pool = createPool(appUrl, { max: 2 });
const kernel = createKernel(pool, processings);

async function* bareCopy(): AsyncGenerator<Uint8Array> {
  const { rows } = await kernel.withContext(
    { activity: "kernel.retention" },
    async (tx: Transaction<unknown>) =>
      await sql`select * from access.passages where holder_id = ${holder} order by at desc`.execute(
        tx,
      ),
  );
  const zip = new ZipFile();
  zip.addReadStream(
    Readable.from(
      rows.map((row) => `${JSON.stringify(row)}\n`),
      { objectMode: false },
    ),
    "data.json",
  );
  zip.end();
  for await (const piece of zip.outputStream) yield piece as Uint8Array;
}

const copy = () =>
  what === "bare"
    ? bareCopy()
    : exportPerson(
        kernel,
        { organisation, subjects: { member: [member], account: [], address: [] }, values: [] },
        {
          language: "nb",
          timeZone: "Europe/Oslo",
          publicUrl: new URL("https://bench.example"),
          now: new Date(),
        },
      );

// Read once by a server, not by each copy.
await kernel.catalogue();
const before = process.memoryUsage.rss();
const started = performance.now();
let bytes = 0;
for await (const piece of copy()) bytes += piece.length;
const ms = performance.now() - started;
await pool.end();
const peakBytes = process.resourceUsage().maxRSS * 1024;
const grownBytes = peakBytes - before;
process.send?.({ ms, bytes, peakBytes, grownBytes } satisfies Copied, () => process.disconnect?.());
