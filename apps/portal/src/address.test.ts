import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf } from "./address.ts";

const contract = { path: "/api/v1/organisations/:organisation/doors/:door" } as const;

test("puts parameters in the path, escaped", () => {
  assert.equal(
    addressOf(contract, { organisation: "a/b", door: "å" }),
    "/api/v1/organisations/a%2Fb/doors/%C3%A5",
  );
});

test("leaves out of the query what is not given", () => {
  assert.equal(
    addressOf({ path: "/api/v1/me" }, {}, { search: "Åse & co", cursor: undefined, door: "" }),
    "/api/v1/me?search=%C3%85se+%26+co",
  );
});

test("refuses a call without one of its parameters", () => {
  assert.throws(() => addressOf(contract, { organisation: "a" }), TypeError);
});
