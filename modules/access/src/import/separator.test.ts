import assert from "node:assert/strict";
import { test } from "node:test";
import { findSeparator } from "./separator.ts";

test("the separator is the one that gives headings that are known", () => {
  const files = {
    "Navn;E-post;Telefon\nKari;a,b,c,d,e,f;1": ";",
    "Name,E-mail,Phone\nKari,x;y,1": ",",
    "Namn\tE-post\tTelefon\n": "\t",
    'Name,"a;b;c;d;e;f",Phone': ",",
    "Navn;Merknad, kort, klar, grei": ";",
    "\r\n;;\r\nNavn;Telefon\r\n": ";",
    Navn: ";",
    "": ";",
  };
  for (const [text, separator] of Object.entries(files)) {
    assert.equal(findSeparator(text).separator, separator, text);
    assert.equal(findSeparator(text).rest, text);
  }
});

test("Excel's sep= line decides, and is no row", () => {
  const body = "Navn,E-post;Telefon\r\n";
  for (const [line, separator] of [
    ["sep=;\r\n", ";"],
    ["SEP=,\n", ","],
    ['"sep=|"\r\n', "|"],
    ["sep=\t\r", "\t"],
    ["sep=;;;\r\n", ";"],
  ] as const) {
    assert.deepEqual(findSeparator(line + body), { separator, rest: body }, line);
  }
  assert.equal(findSeparator(`sep=x\n${body}`).rest, `sep=x\n${body}`);
});
