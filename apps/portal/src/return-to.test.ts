import assert from "node:assert/strict";
import { test } from "node:test";
import { safeReturn, signInFrom } from "./return-to.ts";

test("goes back inside the portal", () => {
  assert.equal(safeReturn("/log?x=1#y"), "/log?x=1#y");
});

for (const place of [undefined, "", "//evil.example", "/\\evil.example", "https://evil.example"]) {
  test(`goes home instead of to ${place}`, () => assert.equal(safeReturn(place), "/"));
}

test("keeps the fragment out of the query", () => {
  const { search, hash } = signInFrom({
    pathname: "/invitation",
    searchStr: "",
    hash: "token=secret",
  });
  assert.deepEqual({ search, hash }, { search: { returnTo: "/invitation" }, hash: "token=secret" });
});
