import assert from "node:assert/strict";
import { test } from "node:test";
import { compile } from "./compile.ts";
import { decide } from "./decide.ts";
import { readVectors } from "./vectors.ts";

test("decides each of the shared vectors as it was worked out by hand", () => {
  const { list, asks } = readVectors();
  const compiled = compile(list);
  const decided = asks.map(({ at, ...ask }) => ({
    ...ask,
    at,
    reason: decide(compiled, { ...ask, atMs: Date.parse(at) }).reason,
  }));
  assert.deepEqual(decided, asks);
});
