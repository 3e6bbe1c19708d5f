import assert from "node:assert/strict";
import { test } from "node:test";
import { findHeadingRow } from "./heading-row.ts";
import { texts } from "./messages/index.ts";
import { readSheet } from "./sheet.ts";
import { csv, problemOf } from "./test-files.ts";

const setting = { country: "NO", timeZone: "Europe/Oslo" } as const;
const read = async (rows: readonly string[][]) => await readSheet(csv(rows), setting, texts.nb);

test("rows above the headings are skipped; rows keep the numbers of the sheet", async () => {
  const sheet = await read([
    ["Beboerliste 2027, Solhaug borettslag", "", ""],
    ["", "", ""],
    ["Spør Ingrid, tlf. 412 34 567", "", ""],
    [],
    ["Navn", "E-post", "Rolle"],
    ["", "", ""],
    ["Kari", "kari@example.no", ""],
    ["Ola", "ola(at)example.no", "Beboer"],
  ]);
  assert.deepEqual(sheet.columns.fields, ["name", "email", "role"]);
  assert.equal(sheet.headingRow, 5);
  assert.deepEqual(sheet.facts, [{ row: 7, name: "Kari", email: "kari@example.no" }]);
  assert.deepEqual(
    sheet.errors.map(({ row }) => row),
    [8],
  );
  assert.deepEqual(
    sheet.notices.map(({ row, code, about }) => [row, code, about]),
    [[5, "rows-above", ["5"]]],
  );
});

test("a sheet that begins with its headings says nothing of it, blank rows above or not", async () => {
  const people = [["Navn"], ["Beboer"], ["Person"]];
  assert.deepEqual((await read(people)).notices, []);
  const below = await read([[""], ["", ""], ...people]);
  assert.deepEqual(below.notices, []);
  assert.deepEqual(
    below.facts.map(({ row, name }) => [row, name]),
    [
      [4, "Beboer"],
      [5, "Person"],
    ],
  );
});

test("a comma in the title does not make the comma the separator", async () => {
  const sheet = await read([["Styret, 1. januar, utkast, ny"], ["Navn", "Telefon"], ["Ola", ""]]);
  assert.equal(sheet.separator, ";");
});

test("the headings are looked for in the first 20 rows, and misspelt ones are told", async () => {
  const above = Array.from({ length: 19 }, (_, index) => [`Linje ${index}`]);
  assert.equal(findHeadingRow([...above, ["Navn"]]).index, 19);
  assert.equal(findHeadingRow([...above, ["x"], ["Navn"]]).index, 0);
  const misspelt = [["Beboerliste"], ["Naavn", "E-post"], ["Kari", "kari@example.no"]];
  assert.equal(await problemOf(async () => await read(misspelt)), "import-no-name-column");
});
