import assert from "node:assert/strict";
import { test } from "node:test";
import { createSigner, createVerifier, publicKeyOf } from "@terskel/edge-protocol";
import { keysFrom } from "@terskel/platform/keys";
import { cloudSigningKey, controllerToken, credentialKey } from "./controller-keys.ts";

const keys = keysFrom(Buffer.alloc(32, 1));
const controller = "0198c0de-0000-7000-8000-000000000001";

test("what the cloud signs, a controller with the enrolled public key believes", async () => {
  const key = cloudSigningKey(keys);
  const sign = await createSigner(key);
  const verify = await createVerifier([publicKeyOf(key)], controller);
  const list = {
    controller,
    revision: 1,
    issuedAt: "2026-01-01T00:00:00Z",
    doors: [],
    persons: [],
    credentials: [],
    schedules: [],
    clocks: [],
  };
  assert.deepEqual(await verify("list", await sign("list", list)), list);
});

test("each controller, generation and organisation has a key of its own", () => {
  const tokens = [
    controllerToken(keys, controller, 1),
    controllerToken(keys, controller, 2),
    controllerToken(keys, "another", 1),
    credentialKey(keys, controller),
    credentialKey(keys, "another"),
  ];
  assert.equal(new Set(tokens).size, tokens.length);
  for (const token of tokens) assert.match(token, /^[\w-]{43}$/);
});
