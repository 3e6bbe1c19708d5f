import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import { strFromU8, unzipSync } from "fflate";
import {
  account,
  email,
  furnish,
  house,
  kari,
  kariAtHouse,
  kariThere,
  ola,
  portsOf,
} from "../erasure/test-house.ts";
import { erase } from "../erasure/erase.ts";
import type { Scope } from "../scope.ts";
import { accessFile } from "./access-file.ts";
import { exportPerson } from "./export.ts";
import type { ExportOptions } from "./export.ts";

let database: TestDatabase;
let ports: ReturnType<typeof portsOf>;
const folder = mkdtempSync(join(tmpdir(), "terskel-test-"));
before(async () => {
  database = await createTestDatabase();
  ports = portsOf(database, folder);
});
after(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => await furnish(database));

const options: ExportOptions = {
  language: "en",
  timeZone: "Europe/Oslo",
  publicUrl: new URL("https://doors.example/"),
  now: new Date("2026-11-24T12:00:00Z"),
  name: "Kari <Nordlie>",
};

async function exported(scope: Scope = kariAtHouse, more: Partial<ExportOptions> = {}) {
  const chunks = await Array.fromAsync(exportPerson(ports, scope, { ...options, ...more }));
  const files = unzipSync(Buffer.concat(chunks));
  const data = accessFile.parse(JSON.parse(strFromU8(files["data.json"] ?? new Uint8Array())));
  return { files, data, page: strFromU8(files["index.html"] ?? new Uint8Array()) };
}
type Data = Awaited<ReturnType<typeof exported>>["data"];
const rowsOf = (data: Data, table: string) =>
  data.tables.find((each) => each.table === table)?.rows.map(({ values }) => values) ?? [];

test("an export has the rows that are about the person, by the published schema, and no one else's", async () => {
  const { data, files } = await exported();
  assert.deepEqual(Object.keys(files), ["data.json", "index.html"]);
  assert.deepEqual(
    data.tables.map(({ table, rows }) => [table, rows.length]),
    [
      ["kernel.memberships", 1],
      ["shop.receipts", 1],
      ["shop.cards", 1],
      ["shop.visits", 3],
      ["shop.notes", 3],
    ],
  );
  const [me] = rowsOf(data, "kernel.memberships");
  assert.deepEqual([me?.["name"], me?.["email"]], ["Kari", email]);
  assert.deepEqual(data.names["kernel.organisations"], { [house]: "Nabohuset" });
  assert.doesNotMatch(JSON.stringify(data), /Ola|blue|rang there|Grannhuset/);
});

test("others stand in it as a mark that leads to nobody, and what is about them alone is left out", async () => {
  const [one, two] = [await exported(), await exported()];
  const notes = rowsOf(one.data, "shop.notes");
  const marks = (data: Data) =>
    rowsOf(data, "shop.notes").flatMap((note) =>
      Object.values(note).flatMap((value) =>
        value !== null && typeof value === "object" && "otherPerson" in value
          ? [value.otherPerson]
          : [],
      ),
    );
  // Ola wrote about Kari, and Kari about Ola: the same person, the same mark.
  assert.equal(marks(one.data).length, 2);
  assert.equal(new Set(marks(one.data)).size, 1);
  assert.notDeepEqual(marks(one.data), marks(two.data));
  assert.doesNotMatch(JSON.stringify(one.data), new RegExp(ola));
  assert.deepEqual(
    new Set(notes.map(({ said }) => said)),
    new Set(["Kari wants a red one", { withheld: "about another person" }, "rang at the door"]),
  );
});

test("what law has locked away is not in it, nor what is past its time", async () => {
  await database.owner.query("update shop.visits set at = now() - interval '31 days'");
  await erase(ports, kariAtHouse);
  const { data, page } = await exported();
  assert.deepEqual(data.tables, []);
  assert.match(page, /Nothing is stored about you here\./);
});

test("it says why, on what ground, how long and who to complain to", async () => {
  const { data, page } = await exported();
  const sell = data.activities.find(({ id }) => id === "shop.sell");
  assert.deepEqual(
    [sell?.purpose, sell?.basis, sell?.controller, sell?.role],
    ["Sell", "contract", "organisation", "processor"],
  );
  assert.deepEqual(
    data.authorities.map(({ name }) => name),
    ["Datatilsynet"],
  );
  const visit = data.tables.find(({ table }) => table === "shop.visits");
  assert.equal(visit?.keep, "Deleted 30 days after it happened.");
  assert.ok(visit.rows.every(({ goesAt }) => goesAt !== undefined));
  for (const part of ["Kari &lt;Nordlie&gt;", "Nabohuset", "Datatilsynet", "Your rights", "Sell"])
    assert.ok(page.includes(part), part);
});

test("the page is in the reader's language and clock, and runs nothing", async () => {
  await database.owner.query("update shop.receipts set paid_at = '2026-07-01T22:30:00Z'");
  const { page } = await exported(kariAtHouse, { language: "sv" });
  assert.match(page, /<html lang="sv">/);
  assert.match(page, /Kvitton/);
  assert.match(page, /2 juli 2026 00:30|2 juli 2026, 00:30|2 juli 2026 kl\. 00:30/);
  assert.doesNotMatch(
    page,
    /<script|javascript:|https?:\/\/(?!doors\.example|www\.datatilsynet|www\.imy)/,
  );
});

test("codes stand in the page as words, and telephone numbers as people write them", async () => {
  await database.owner.query(`
    update kernel.memberships set phone = '+4791234567' where id = '${kari}';
    insert into kernel.withholdings (organisation_id, member_id, activity) values
      ('${house}', '${kari}', 'shop.sell'), ('${house}', '${kari}', 'direct-marketing')`);
  const { page, data } = await exported();
  const [me] = rowsOf(data, "kernel.memberships");
  assert.equal(me?.["phone"], "+4791234567");
  assert.match(page, />\+47 912 34 567</);
  assert.match(page, />Sell</);
  assert.match(page, />direct marketing</);
  assert.doesNotMatch(page, /\+4791234567|shop\.sell|direct-marketing/);
});

test("an account's owner gets what every organisation has, each named", async () => {
  const scope: Scope = {
    subjects: { account: [account], member: [kari, kariThere], address: [email] },
    values: [],
  };
  const { data } = await exported(scope);
  assert.deepEqual(
    data.organisations.map(({ name }) => name),
    ["Grannhuset", "Nabohuset"],
  );
  assert.equal(rowsOf(data, "kernel.memberships").length, 2);
  assert.equal(data.authorities.length, 2);
});

test("of very much the page shows the newest, and says so; the file for machines has all", async () => {
  await database.owner.query(`insert into shop.visits (organisation_id, card_id, at)
    select '${house}', c.id, now() - make_interval(mins => n) from generate_series(1, 2500) n,
      shop.cards c where c.member_id = '${kari}'`);
  const { data, page } = await exported();
  assert.equal(rowsOf(data, "shop.visits").length, 2503);
  assert.match(page, /The newest 1,000 of 2,503 are shown here/);
});

test("whoever stops reading stops the export, and its transaction", async () => {
  await database.owner.query(`insert into shop.visits (organisation_id, card_id, at)
    select '${house}', c.id, now() from generate_series(1, 60000) n,
      shop.cards c where c.member_id = '${kari}'`);
  for await (const _ of exportPerson(ports, kariAtHouse, options)) break;
  const { rows } = await database.owner.query(
    "select query from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'",
  );
  assert.deepEqual(rows, []);
});

test("when the database fails, the export fails, and is no whole archive", async () => {
  const broken = {
    ...ports,
    processings: ports.processings.map((p) => ({
      ...p,
      tables: p.tables.map((table) =>
        table.table === "shop.visits"
          ? { ...table, columns: { ...table.columns, gone: ["time", "shop.sell"] as const } }
          : table,
      ),
    })),
  };
  await assert.rejects(
    Array.fromAsync(exportPerson(broken, kariAtHouse, options)),
    /column "gone" does not exist/,
  );
});

test("of a restricted person the copy has what is past its time too, and says that it stays until the restriction ends", async () => {
  const before = rowsOf((await exported()).data, "shop.visits").length;
  await database.owner.query(
    `update shop.visits set at = now() - interval '1 year' where organisation_id = $1`,
    [house],
  );
  assert.equal(rowsOf((await exported()).data, "shop.visits").length, 0);
  await database.owner.query(
    "insert into kernel.withholdings (organisation_id, member_id) values ($1, $2)",
    [house, kari],
  );
  const { data, page } = await exported();
  const visits = data.tables.find(({ table }) => table === "shop.visits")?.rows ?? [];
  assert.equal(visits.length, before);
  assert.ok(visits.every(({ goesAt, restricted }) => goesAt && restricted));
  assert.match(page, /not before the restriction ends/);
});
