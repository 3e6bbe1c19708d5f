import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { returnTo } from "./api/words.ts";
import { returnAddress } from "./return-to.ts";

const home = new URL("https://terskel.example/");

test("a path within the installation is gone back to", () => {
  assert.equal(returnAddress("/doors?site=1#x", home), "https://terskel.example/doors?site=1#x");
  assert.equal(returnAddress(undefined, home), "https://terskel.example/");
});

const evil = [
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "\\\\evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  "/.//evil.example",
];

for (const path of evil) {
  test(`${JSON.stringify(path)} leads nowhere else`, () => {
    assert.equal(new URL(returnAddress(path, home)).origin, home.origin);
  });
}

test("whatever is asked for, the browser stays here", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 12 }), (path) => {
      assert.equal(new URL(returnAddress(path, home)).origin, home.origin);
    }),
  );
});

test("the API takes no path with a backslash or a control character", () => {
  for (const path of evil.slice(0, 7)) assert.equal(returnTo.safeParse(path).success, false, path);
  assert.equal(returnTo.safeParse("/profile").success, true);
});
