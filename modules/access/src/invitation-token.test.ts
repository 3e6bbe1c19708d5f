import assert from "node:assert/strict";
import { test } from "node:test";
import { keysFrom } from "@terskel/platform/keys";
import * as fc from "fast-check";
import { readInvitationToken, writeInvitationToken } from "./invitation-token.ts";

const keys = keysFrom(Buffer.alloc(32, 1));
const name = fc.record({ id: fc.uuid(), organisation: fc.uuid() });

test("a token names the invitation it was written for", () => {
  fc.assert(
    fc.property(name, (each) => {
      assert.deepEqual(readInvitationToken(keys, writeInvitationToken(keys, each)), { ...each });
    }),
  );
});

test("a token with one character changed, added or taken away is none", () => {
  fc.assert(
    fc.property(name, fc.nat({ max: 85 }), fc.constantFrom("A", "_", "", "Bx"), (each, at, by) => {
      const token = writeInvitationToken(keys, each);
      fc.pre(by !== token[at]);
      const changed = token.slice(0, at) + by + token.slice(at + 1);
      assert.equal(readInvitationToken(keys, changed), undefined);
    }),
  );
});

test("another installation's token is none", () => {
  fc.assert(
    fc.property(name, (each) => {
      const token = writeInvitationToken(keysFrom(Buffer.alloc(32, 2)), each);
      assert.equal(readInvitationToken(keys, token), undefined);
    }),
  );
});
