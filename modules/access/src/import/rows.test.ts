import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem } from "@terskel/platform/problems";
import { texts } from "./messages/index.ts";
import { maxRows, readRows } from "./rows.ts";
import { problemOf } from "./test-files.ts";

test("rows keep the number they have in the spreadsheet, past blank rows and lines within a cell", async () => {
  const text = 'Navn;Merk\r\n\r\n;;\r\nKari;"to\nlinjer"\r\nOla;x\r\n;;;\r\n';
  const rows = await readRows(text, ";", texts.nb);
  assert.deepEqual(rows, [
    { row: 1, cells: ["Navn", "Merk"] },
    { row: 4, cells: ["Kari", "to\nlinjer"] },
    { row: 5, cells: ["Ola", "x"] },
  ]);
});

test("a quotation mark in the wrong place is a problem that names its row and not its cell", async () => {
  const broken = {
    "never closed": 'Navn;E-post\nKari;a@b.no\n"Ola;o@b.no\nPer;p@b.no\n',
    "in the middle": 'Navn;E-post\nKari;a@b.no\nOl"a;o@b.no\n',
    "closed too early": 'Navn;E-post\nKari;a@b.no\n"Ol"a;o@b.no\n',
    "never closed in a large file": `Navn\nKari\n"${"Ola\n".repeat(100_000)}`,
  };
  for (const [how, text] of Object.entries(broken)) {
    await assert.rejects(readRows(text, ";", texts.nb), (error: unknown) => {
      assert.ok(error instanceof Problem, how);
      assert.equal(error.code, "import-malformed", how);
      assert.deepEqual(error.extra, { row: 3 }, how);
      assert.equal(error.errors[0]?.message, "Se på rad 3", how);
      assert.doesNotMatch(error.message, /Ol/, how);
      return true;
    });
  }
});

test("50,000 rows and their headings are read; one more is too many, blank ones aside", async () => {
  const full = `Navn\n${"Kari\n".repeat(maxRows)}\n;\n`;
  assert.equal((await readRows(full, ";", texts.nb)).length, maxRows + 1);
  assert.equal(
    await problemOf(() => readRows(`${full}Ola\n`, ";", texts.nb)),
    "import-too-many-rows",
  );
  assert.equal(
    await problemOf(() => readRows("\n".repeat(2_000_000), ";", texts.nb)),
    "import-too-many-rows",
  );
});

test("others get their turn while a large file is read", async () => {
  let turns = 0;
  const clock = setInterval(() => (turns += 1), 1);
  await readRows(`Navn\n${"Kari Nordmann;kari@example.no\n".repeat(40_000)}`, ";", texts.nb);
  clearInterval(clock);
  assert.ok(turns > 5, `${turns} turns`);
});
