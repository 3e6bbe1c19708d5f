import assert from "node:assert/strict";
import { test } from "node:test";
import { enrolment, type Enrolment } from "./enrolment.ts";
import { generateSigningKey, publicKeyOf } from "./keys.ts";
import { CONTROLLER, DOOR } from "./samples.test-support.ts";

const key = await generateSigningKey();
const good: Enrolment = {
  controller: CONTROLLER,
  token: "t".repeat(32),
  brokerUrl: "mqtt://127.0.0.1:1883",
  cloudKeys: [publicKeyOf(key)],
  credentialKey: Buffer.alloc(32).toString("base64url"),
};

test("an enrolment survives its file", () => {
  assert.deepEqual(enrolment.parse(JSON.parse(JSON.stringify(good))), good);
});

test("a file from before version 2 still enrols; the doors that it names are not read", () => {
  const old = { ...good, doors: [{ id: DOOR, name: "Main entrance" }] };
  assert.deepEqual(enrolment.parse(old), good);
});

test("a signing key never reaches a door", () => {
  assert.equal(enrolment.safeParse({ ...good, cloudKeys: [key] }).success, false);
});

const wrong: Record<string, Partial<Record<keyof Enrolment, unknown>>> = {
  "another scheme": { brokerUrl: "https://example.org" },
  "no key": { cloudKeys: [] },
  "a short credential key": { credentialKey: "c2hvcnQ" },
  "a short token": { token: "1234" },
};
for (const [what, change] of Object.entries(wrong)) {
  test(`${what} is refused`, () => {
    assert.equal(enrolment.safeParse({ ...good, ...change }).success, false);
  });
}
