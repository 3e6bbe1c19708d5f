import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { hashCredential } from "./credential-hash.ts";
import { readPassVectors } from "./pass-vectors.ts";
import { isPassInTime, passEndMs, PASS_STEP_MS, readPass, writePass } from "./phone-pass.ts";

const key = Buffer.alloc(32, 7).toString("base64url");
const number = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => Buffer.from(bytes).toString("hex").toUpperCase());
const step = fc.integer({ min: 0, max: 9_999_999_999 });
const pass = fc.record({ number, step }, { noNullPrototype: true });

test("a pass is written and read as in the shared vectors, which another program has reckoned", () => {
  for (const { why, credentialKey, text, hash, ...pass } of readPassVectors()) {
    const { number, step } = pass;
    assert.equal(writePass(credentialKey, { number, step }), text, why);
    assert.deepEqual(readPass(credentialKey, text), { number, step }, why);
    assert.equal(hashCredential(credentialKey, "phone-pass", number), hash, why);
  }
});

test("what is written is read, also with the line's end that a reader sends after it", () => {
  fc.assert(
    fc.property(pass, (one) => {
      assert.deepEqual(readPass(key, writePass(key, one)), one);
      assert.deepEqual(readPass(key, `${writePass(key, one)}\r\n`), one);
    }),
  );
});

test("a pass with any one bit changed is none", () => {
  fc.assert(
    fc.property(pass, fc.nat(), fc.nat({ max: 7 }), (one, at, bit) => {
      const bytes = Buffer.from(writePass(key, one));
      const changed = at % bytes.length;
      bytes[changed] = bytes[changed]! ^ (1 << bit);
      assert.equal(readPass(key, bytes.toString("latin1")), undefined);
    }),
    { numRuns: 2000 },
  );
});

test("a code is good for no other step, no other pass and no other organisation", () => {
  const codeOf = (text: string) => text.split(".")[3]!;
  const otherKey = Buffer.alloc(32, 8).toString("base64url");
  fc.assert(
    fc.property(pass, pass, (one, other) => {
      fc.pre(one.number !== other.number && one.step !== other.step);
      const code = codeOf(writePass(key, one));
      for (const forged of [
        `TP1.${one.number}.${other.step}.${code}`,
        `TP1.${other.number}.${one.step}.${code}`,
      ]) {
        assert.equal(readPass(key, forged), undefined);
      }
      assert.equal(readPass(otherKey, writePass(key, one)), undefined);
    }),
  );
});

test("what is no pass is none, and one pass has one spelling", () => {
  fc.assert(fc.property(fc.string(), (text) => readPass(key, text) === undefined));
  const [, id, , code] = writePass(key, { number: "0".repeat(32), step: 7 }).split(".");
  for (const spelling of [`TP1.${id}.07.${code}`, `TP1.${id}.7.${code?.toLowerCase()}x`, ""]) {
    assert.equal(readPass(key, spelling), undefined, spelling);
  }
});

test("a code is taken in its step and those beside it, and in no other", () => {
  fc.assert(
    fc.property(pass, fc.integer({ min: -200, max: 200 }), (one, ahead) => {
      const nowMs = (one.step + ahead) * PASS_STEP_MS;
      assert.equal(isPassInTime(one, nowMs), Math.abs(ahead) <= 1);
    }),
  );
  const one = { number: "0".repeat(32), step: 1000 };
  assert.equal(isPassInTime(one, passEndMs(one) - 1), true);
  assert.equal(isPassInTime(one, passEndMs(one)), false);
  assert.equal(isPassInTime(one, Number.NaN), false, "a clock that gives no time");
});
