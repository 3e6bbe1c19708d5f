import assert from "node:assert/strict";
import { test } from "node:test";
import { languageOf } from "./language.ts";

const cases: [string | undefined, string][] = [
  [undefined, "en"],
  ["", "en"],
  ["nb-NO,nb;q=0.9,en;q=0.8", "nb"],
  ["nn", "nb"],
  ["no", "nb"],
  ["sv-SE", "sv"],
  ["de,fr;q=0.9", "en"],
  ["de, sv;q=0.5, nb;q=0.7", "nb"],
  ["sv;q=0, nb;q=0.1", "nb"],
  ["SV", "sv"],
];
for (const [header, language] of cases) {
  test(`${header}: ${language}`, () => assert.equal(languageOf(header), language));
}
