import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as fc from "fast-check";
import { CompactSign, importJWK } from "jose";
import { createSigner, createVerifier, type Signer, type Verifier } from "./down.ts";
import { generateSigningKey, publicKeyOf, type PrivateKey } from "./keys.ts";
import { COMMAND, CONTROLLER, LIST, OTHER_CONTROLLER } from "./samples.test-support.ts";

let key: PrivateKey;
let sign: Signer;
let verify: Verifier;

before(async () => {
  key = await generateSigningKey();
  sign = await createSigner(key);
  verify = await createVerifier([publicKeyOf(key)], CONTROLLER);
});

async function signRaw(payload: string, header: Record<string, string> = {}): Promise<string> {
  return new CompactSign(new TextEncoder().encode(payload))
    .setProtectedHeader({ alg: "Ed25519", typ: "terskel-command+jws", kid: key.kid, ...header })
    .sign(await importJWK(key, "Ed25519"));
}

test("what is signed is verified to the same, as text and as bytes", async () => {
  assert.deepEqual(await verify("command", await sign("command", COMMAND)), COMMAND);
  const jws = await sign("list", LIST);
  assert.deepEqual(await verify("list", new TextEncoder().encode(jws)), LIST);
});

test("a list of version 2, which has no schedules, and one of version 3, which has no orders, are still good", async () => {
  const { schedules: _, clocks: __, ...two } = LIST;
  for (const before of [two, LIST]) {
    const jws = await signRaw(JSON.stringify(before), { typ: "terskel-list+jws" });
    assert.deepEqual(await verify("list", jws), LIST);
  }
});

test("a door's order is carried with its kind and its end, and nothing else of it", async () => {
  const [door] = LIST.doors;
  const until = "2026-03-02T09:00:00.000Z";
  const under = (order: object) => ({ ...LIST, doors: [{ ...door!, order }] });
  const list = under({ kind: "lockdown", until }) as typeof LIST;
  assert.deepEqual(await verify("list", await sign("list", list)), list);
  for (const wrong of [
    { kind: "lockdown" },
    { kind: "unlock", until },
    { kind: "evacuation", until: "2026-03-02T09:00" },
    { kind: "lockdown", until, why: "fire" },
  ]) {
    const jws = await signRaw(JSON.stringify(under(wrong)), { typ: "terskel-list+jws" });
    await assert.rejects(verify("list", jws), { code: "not-of-the-protocol" });
  }
});

test("any of several trusted keys will do, so that keys can be rotated", async () => {
  const next = await generateSigningKey();
  const both = await createVerifier([publicKeyOf(key), publicKeyOf(next)], CONTROLLER);
  const signNext = await createSigner(next);
  assert.deepEqual(await both("command", await sign("command", COMMAND)), COMMAND);
  assert.deepEqual(await both("command", await signNext("command", COMMAND)), COMMAND);
  await assert.rejects(verify("command", await signNext("command", COMMAND)), {
    code: "bad-signature",
  });
});

test("another key under a trusted key's name is refused", async () => {
  const signStranger = await createSigner({ ...(await generateSigningKey()), kid: key.kid });
  await assert.rejects(verify("command", await signStranger("command", COMMAND)), {
    code: "bad-signature",
  });
});

test("one changed character is refused, wherever it is", async () => {
  const jws = await sign("command", COMMAND);
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: jws.length - 1 }), async (at) => {
      // Six bits further along: always another octet, unlike the last bits of base64url's last character.
      const other = jws[at] === "A" ? "B" : "A";
      const changed = jws.slice(0, at) + other + jws.slice(at + 1);
      const spelling = Buffer.from(changed.split(".")[2] ?? "", "base64url").equals(
        Buffer.from(jws.split(".")[2] ?? "", "base64url"),
      );
      if (at > jws.lastIndexOf(".") && spelling) return;
      await assert.rejects(verify("command", changed), { name: "ProtocolError" });
    }),
  );
});

test("a command is no list, however well signed", async () => {
  await assert.rejects(verify("list", await sign("command", COMMAND)), { code: "wrong-type" });
});

test("what is for another controller is refused", async () => {
  const jws = await sign("command", { ...COMMAND, controller: OTHER_CONTROLLER });
  await assert.rejects(verify("command", jws), { code: "wrong-audience" });
});

test("well signed, but not of the protocol", async () => {
  const wrong: unknown[] = [
    { ...COMMAND, extra: 1 },
    { ...COMMAND, action: "close" },
    { ...COMMAND, expiresAt: "soon" },
    { ...COMMAND, id: COMMAND.id.toUpperCase() },
    null,
    [],
  ];
  const payloads = [...wrong.map((message) => JSON.stringify(message)), "{", ""];
  for (const payload of payloads) {
    await assert.rejects(verify("command", await signRaw(payload)), {
      code: "not-of-the-protocol",
    });
  }
});

test("an unsigned token, another algorithm and noise are refused", async () => {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const none = `${part({ alg: "none", typ: "terskel-command+jws", kid: key.kid })}.${part(COMMAND)}.`;
  await assert.rejects(verify("command", none), { name: "ProtocolError" });
  await assert.rejects(verify("command", await signRaw("{}", { kid: "" })), {
    code: "bad-signature",
  });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.uint8Array()), async (noise) => {
      await assert.rejects(verify("command", noise), { name: "ProtocolError" });
    }),
  );
});

test("a list that contradicts itself is neither signed nor accepted", async () => {
  const door = LIST.doors[0]!;
  const credential = LIST.credentials[0]!;
  const wrong = [
    { ...LIST, revision: 0 },
    { ...LIST, doors: [door, { ...door, output: 2 }] },
    { ...LIST, doors: [door, { ...door, id: OTHER_CONTROLLER }] },
    { ...LIST, doors: [{ ...door, output: 0 }] },
    { ...LIST, persons: [...LIST.persons, ...LIST.persons] },
    { ...LIST, credentials: [credential, credential] },
    { ...LIST, credentials: [{ ...credential, person: 1 }] },
  ];
  for (const list of wrong) {
    await assert.rejects(sign("list", list), { code: "not-of-the-protocol" });
    const jws = await signRaw(JSON.stringify(list), { typ: "terskel-list+jws" });
    await assert.rejects(verify("list", jws), { code: "not-of-the-protocol" });
  }
});
