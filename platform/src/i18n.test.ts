import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { isLanguage, negotiateLanguage } from "./i18n.ts";
import type { Catalogue } from "./i18n.ts";

test("the reader's most wished language that there is", () => {
  for (const [header, language] of [
    [undefined, "nb"],
    ["", "nb"],
    ["en", "en"],
    ["EN-gb", "en"],
    ["sv-SE,sv;q=0.9,en;q=0.8", "sv"],
    ["en;q=0.2, sv;q=0.9", "sv"],
    ["fr-FR, de;q=0.9, en;q=0.1", "en"],
    ["no", "nb"],
    ["nn-NO, en;q=0.9", "nb"],
    ["da, sv;q=0.5", "nb"],
    ["fi, fr", "nb"],
    ["*", "nb"],
    ["sv;q=0, en;q=0.5", "en"],
    ["en; q=0.5, sv ; q=0.7", "sv"],
    ["en;q=bad", "en"],
    [";;;,,q=1", "nb"],
  ] as const) {
    assert.equal(negotiateLanguage(header), language, header ?? "none");
  }
});

test("no header throws", () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      assert.ok(isLanguage(negotiateLanguage(header)));
    }),
  );
});

test("a translation that lacks a text, or has one too many, does not compile", () => {
  const en = { greeting: "Hello", open: { door: (name: string) => `${name} is open` } };
  const nb: Catalogue<typeof en> = { greeting: "Hei", open: { door: (name) => `${name} er åpen` } };
  assert.equal(nb.open.door("A"), "A er åpen");
  // @ts-expect-error a text is missing
  const missing: Catalogue<typeof en> = { greeting: "Hei" };
  // @ts-expect-error a text too many
  const extra: Catalogue<typeof en> = { ...nb, other: "Mer" };
  const rest = { greeting: "Hei", open: nb.open };
  // @ts-expect-error a text where a function should be
  const wrong: Catalogue<typeof en> = { ...rest, open: { door: "åpen" } };
  assert.ok(missing && extra && wrong);
});
