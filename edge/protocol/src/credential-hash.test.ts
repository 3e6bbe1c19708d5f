import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { hashCredential, normaliseNumber } from "./credential-hash.ts";
import { READER_CREDENTIAL_KINDS } from "./words.ts";

const key = Buffer.alloc(32, 7).toString("base64url");

test("spellings of one card number are one number", () => {
  for (const spelling of ["0004A1B2", "4a1b2", " 04:A1:B2", "4-A1-B2", "00.04.a1.b2"]) {
    assert.equal(normaliseNumber("card", spelling), "4A1B2");
  }
  assert.equal(normaliseNumber("fob", "0000"), "0");
});

test("a PIN keeps its zeros", () => {
  assert.notEqual(hashCredential(key, "pin", "0123"), hashCredential(key, "pin", "123"));
});

test("normalising twice changes nothing, and a hash is always 43 characters", () => {
  fc.assert(
    fc.property(fc.constantFrom(...READER_CREDENTIAL_KINDS), fc.string(), (kind, number) => {
      const once = normaliseNumber(kind, number);
      assert.equal(normaliseNumber(kind, once), once);
      assert.match(hashCredential(key, kind, number), /^[A-Za-z0-9_-]{43}$/);
    }),
  );
});

test("the hash is the published one: HMAC-SHA256 over kind:number", () => {
  // Reckoned apart with: printf 'card:4A1B2' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0707…07 -binary | base64
  assert.equal(
    hashCredential(key, "card", "0004a1b2"),
    "tnV-Gw-JvCovQbknjhLdyWY3hxwQ06UdKxZot35dDIA",
  );
});

test("another kind or another key gives another hash", () => {
  const hash = hashCredential(key, "card", "4711");
  assert.notEqual(hash, hashCredential(key, "fob", "4711"));
  assert.notEqual(hash, hashCredential(Buffer.alloc(32, 8).toString("base64url"), "card", "4711"));
});
