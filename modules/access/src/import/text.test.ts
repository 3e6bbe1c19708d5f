import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { clean, key, shown } from "./text.ts";

test("a cell is one line with single spaces, without what cannot be seen", () => {
  assert.equal(clean("  Kari \u{a0} Nord\tmann\r\n"), "Kari Nord mann");
  assert.equal(clean("\u{feff}Ka\u{200b}ri\u{202e}"), "Kari");
  assert.equal(clean("A\u{30a}se"), "Åse");
});

test("what keeps a text from becoming a number in a spreadsheet is no part of it", () => {
  assert.equal(clean('="0047 99887766"'), "0047 99887766");
  assert.equal(clean("'0701234567"), "0701234567");
  assert.equal(clean("O'Hara"), "O'Hara");
});

const piece = fc.oneof(
  fc.string(),
  fc.constantFrom(" ", "\u{a0}", "\u{200b}", "\u{200d}", "\u{feff}", "\u{30a}", "a", "\n", "\0"),
);

test("cleaning twice is cleaning once", () => {
  fc.assert(
    fc.property(
      fc.array(piece).map((parts) => parts.join("")),
      (text) => {
        const once = clean(text.replaceAll(/["'=]/g, ""));
        assert.equal(clean(once), once);
      },
    ),
  );
});

test("names that differ in case or composition are one name", () => {
  assert.equal(key("ÅSE h0101"), key("Åse H0101".normalize("NFD")));
});

test("an identity number is never shown, a long text in part", () => {
  assert.equal(shown("Kari 01010750160"), "Kari •••••••••••");
  assert.equal(shown("Kari ٠١٠١٠٧٥٠١٦٠"), "Kari •••••••••••");
  assert.equal(shown("4111 1111 1111 1111"), "•••• •••• •••• ••••");
  assert.equal(shown("x".repeat(500)).length, 80);
  assert.doesNotMatch(shown(`${"x".repeat(75)} 01010750160`), /\d/);
});
