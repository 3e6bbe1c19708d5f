import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import { strFromU8, unzipSync } from "fflate";
import type { Processing, TableDeclaration } from "../declare.ts";
import { furnish, kari, kariAtHouse, portsOf, processings } from "../erasure/test-house.ts";
import { text } from "../words.ts";
import { accessFile } from "./access-file.ts";
import { exportPerson } from "./export.ts";

let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), "terskel-test-"));
before(async () => {
  database = await createTestDatabase();
  await furnish(database);
});
after(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** The shop with one more column, in the declarations only. */
const withColour: readonly Processing[] = processings.map((processing) => ({
  ...processing,
  tables: processing.tables.map((table): TableDeclaration =>
    table.table === "shop.cards" && "subjects" in table
      ? {
          ...table,
          columns: { ...table.columns, colour: ["note", "shop.sell"] },
          words: { ...table.words, colour: text("Farge", "Färg", "Colour") },
        }
      : table,
  ),
}));

async function exported(declared: readonly Processing[]) {
  const ports = { ...portsOf(database, folder), processings: declared };
  const options = {
    language: "en",
    timeZone: "Europe/Oslo",
    publicUrl: new URL("https://doors.example/"),
    now: new Date(),
    name: "Kari",
  } as const;
  const chunks = await Array.fromAsync(exportPerson(ports, kariAtHouse, options));
  const files = unzipSync(Buffer.concat(chunks));
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const cards = accessFile
    .parse(JSON.parse(read("data.json")))
    .tables.find(({ table }) => table === "shop.cards");
  return { values: cards?.rows[0]?.values, page: read("index.html") };
}

test("a column that a declaration gets more is in a person's copy, as data and in words, and without it is not", async () => {
  await database.owner.query("alter table shop.cards add column colour text");
  await database.owner.query("update shop.cards set colour = 'moss green' where member_id = $1", [
    kari,
  ]);
  const before = await exported(processings);
  assert.equal(before.values?.["colour"], undefined);
  assert.doesNotMatch(before.page, /moss green/);
  const { values, page } = await exported(withColour);
  assert.equal(values?.["colour"], "moss green");
  assert.match(page, /Colour[^]*moss green/);
});
