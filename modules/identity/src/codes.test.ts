import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { keysFrom } from "@terskel/platform/keys";
import { digitsOf } from "./codes.ts";

const keys = keysFrom(Buffer.alloc(32, 1));

test("a code has six digits that follow from its id and the installation's key", () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      assert.match(digitsOf(keys, id), /^\d{6}$/);
      assert.equal(digitsOf(keys, id), digitsOf(keys, id));
    }),
    { numRuns: 50 },
  );
  const other = keysFrom(Buffer.alloc(32, 2));
  const ids = Array.from({ length: 20 }, (_, nth) => `id ${nth}`);
  assert.ok(ids.filter((id) => digitsOf(keys, id) === digitsOf(other, id)).length < 2);
});
