import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { Passage } from "./events.ts";
import { COMMAND, DOOR, PERSON } from "./samples.test-support.ts";
import { UP_KINDS } from "./topics.ts";
import { MAX_UP_BYTES, encodeUp, parseUp, type UpMessages } from "./up.ts";

const at = "2026-03-02T08:00:01.000Z";
const passage: Passage = {
  id: COMMAND.id,
  door: DOOR,
  at,
  person: PERSON,
  credential: "remote",
  outcome: "opened",
  reason: "granted",
  command: COMMAND.id,
};
const samples: UpMessages = {
  hello: { revision: 3, protocol: 5, software: "terskel-agent/0.1.0", at, buffered: 0 },
  events: { events: [passage, { ...passage, person: undefined, command: undefined }] },
  ack: { command: COMMAND.id, outcome: "refused", reason: "command-expired", at },
  state: { door: DOOR, lock: "locked", position: "closed", at },
  presence: { online: false },
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

for (const kind of UP_KINDS) {
  test(`${kind}: parsed to what was encoded, and no other kind`, () => {
    const encoded = encodeUp(kind, samples[kind]);
    assert.equal(JSON.stringify(parseUp(kind, bytes(encoded))), encoded);
    for (const other of UP_KINDS.filter((each) => each !== kind)) {
      assert.throws(() => parseUp(other, bytes(encoded)), { code: "not-of-the-protocol" });
    }
    const more = JSON.stringify({ ...samples[kind], name: "Kari" });
    assert.throws(() => parseUp(kind, bytes(more)), { code: "not-of-the-protocol" });
  });
}

test("noise throws a ProtocolError and nothing else", () => {
  const noise = fc.oneof(fc.uint8Array(), fc.json().map(bytes), fc.string().map(bytes));
  fc.assert(
    fc.property(noise, fc.constantFrom(...UP_KINDS), (payload, kind) => {
      assert.throws(() => parseUp(kind, payload), { name: "ProtocolError" });
    }),
  );
});

test("the largest batch fits, one passage more does not", () => {
  const full = encodeUp("events", { events: Array.from({ length: 500 }, () => passage) });
  assert.ok(bytes(full).byteLength < MAX_UP_BYTES);
  const over = Array.from({ length: 501 }, () => passage);
  assert.throws(() => encodeUp("events", { events: over }), { code: "not-of-the-protocol" });
});

test("an oversized payload is not read", () => {
  const padded = bytes(JSON.stringify(samples.ack) + " ".repeat(MAX_UP_BYTES));
  assert.throws(() => parseUp("ack", padded), { code: "not-of-the-protocol", message: /bytes/ });
});

test("a passage carries no number, no hash and no name", () => {
  for (const field of ["number", "hash", "name"]) {
    const leaky = JSON.stringify({ events: [{ ...passage, [field]: "1" }] });
    assert.throws(() => parseUp("events", bytes(leaky)), { code: "not-of-the-protocol" });
  }
});
