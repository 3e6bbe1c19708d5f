import assert from "node:assert/strict";
import { test } from "node:test";
import { safeReturn } from "./return-to.ts";

test("goes back inside the portal", () => {
  assert.equal(safeReturn("/log?x=1#y"), "/log?x=1#y");
});

for (const place of [undefined, "", "//evil.example", "/\\evil.example", "https://evil.example"]) {
  test(`goes home instead of to ${place}`, () => assert.equal(safeReturn(place), "/"));
}
