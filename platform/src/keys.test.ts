import assert from "node:assert/strict";
import { sign, verify } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { keysFrom, loadSecret } from "./keys.ts";

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "terskel-keys-"));
});
after(() => rmSync(folder, { recursive: true }));

test("a purpose gives its own key, the same each time, and another with another secret", () => {
  const keys = keysFrom(Buffer.alloc(32, 1));
  assert.deepEqual(keys.derive("a"), keysFrom(Buffer.alloc(32, 1)).derive("a"));
  assert.notDeepEqual(keys.derive("a"), keys.derive("b"));
  assert.notDeepEqual(keys.derive("a"), keysFrom(Buffer.alloc(32, 2)).derive("a"));
  assert.equal(keys.derive("a").length, 32);
});

test("the derivation is HKDF-SHA-256 as it stands in RFC 5869, so that keys outlive this program", () => {
  // hkdf(ikm = 32 × 01, salt = "terskel", info = "a", length = 32), by Python's hmac.
  assert.equal(
    keysFrom(Buffer.alloc(32, 1)).derive("a").toString("hex"),
    "9c41fb460633f8839e0d93f951891bd42c23a5e699a9bfe84aacd93eda985abf",
  );
});

test("a signature by a purpose's key is verified by its public half only", () => {
  const keys = keysFrom(Buffer.alloc(32, 1));
  const signature = sign(null, Buffer.from("list"), keys.ed25519("lists").privateKey);
  assert.ok(verify(null, Buffer.from("list"), keys.ed25519("lists").publicKey, signature));
  assert.equal(
    verify(null, Buffer.from("lisT"), keys.ed25519("lists").publicKey, signature),
    false,
  );
  assert.equal(
    verify(null, Buffer.from("list"), keys.ed25519("other").publicKey, signature),
    false,
  );
});

test("a short secret is refused", () => {
  assert.throws(() => keysFrom(Buffer.alloc(31)), /at least 32 bytes/);
});

test("the secret is made once, for its owner's eyes, and found again", () => {
  const data = join(folder, "data");
  const made = loadSecret(undefined, data);
  assert.equal(made.length, 32);
  assert.deepEqual(loadSecret(undefined, data), made);
  assert.deepEqual(readdirSync(data), ["secret"]);
  assert.equal(statSync(join(data, "secret")).mode & 0o777, 0o600);
  assert.notDeepEqual(loadSecret(undefined, join(folder, "other")), made);
});

test("a setting goes before the file, and makes none", () => {
  const set = Buffer.alloc(32, 9);
  const data = join(folder, "unused");
  assert.deepEqual(loadSecret(set.toString("base64"), data), set);
  assert.throws(() => statSync(data));
});

test("a file that has lost its secret stops the start instead of making other keys", () => {
  const data = mkdtempSync(join(folder, "empty-"));
  writeFileSync(join(data, "secret"), "");
  assert.throws(() => loadSecret(undefined, data), /does not hold a secret.*backup/);
});
