import assert from "node:assert/strict";
import { test } from "node:test";
import { base64Of } from "./base64.ts";

test("writes any bytes, more than one chunk of them", () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256);
  assert.equal(base64Of(bytes), Buffer.from(bytes).toString("base64"));
});
