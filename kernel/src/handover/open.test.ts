import assert from "node:assert/strict";
import { test } from "node:test";
import { keysFrom } from "@terskel/platform/keys";
import { Problem } from "@terskel/platform/problems";
import * as fc from "fast-check";
import { mostBytes } from "./handover-file.ts";
import { openHandover } from "./open.ts";
import type { TrustedInstallation } from "./open.ts";
import { publishedKey, signed } from "./signature.ts";

const keys = keysFrom(Buffer.alloc(32, 3));
const strangers = keysFrom(Buffer.alloc(32, 4));
const { x: key, kid: keyId } = publishedKey(keys);
const installation = "https://other.example";
const trusted: TrustedInstallation[] = [{ installation, key }];
const issuedAt = "2026-03-01T12:00:00.000Z";
const expiresAt = "2026-03-08T12:00:00.000Z";
const now = new Date("2026-03-02T12:00:00.000Z");

const data = {
  $schema: "https://other.example/api/v1/privacy/schemas/portability-1",
  format: "terskel-portability",
  version: 1,
  made: issuedAt,
  installation: "https://other.example/",
  language: "nb",
  tables: [
    {
      table: "shop.customers",
      title: "Kunder",
      columns: { name: { text: "Navn", category: "navn" } },
      rows: [{ name: "Kari Nordlie" }, { name: "Kåre 😀 Ås" }],
    },
  ],
  names: {},
};
const unsigned = {
  $schema: "https://other.example/api/v1/privacy/schemas/handover-1",
  format: "terskel-handover",
  version: 1,
  id: "0190d7c2-0d2b-7d37-9f5a-0f8f5d3b6b11",
  installation,
  issuedAt,
  expiresAt,
  keyId,
  holder: { name: "Kari Nordlie", email: "kari@example.org", eids: [] },
  data,
};
const bytesOf = (file: unknown) => Buffer.from(JSON.stringify(file), "utf8");
const good = bytesOf(signed(keys, unsigned));

/** The code that a file is refused with. */
function refusal(bytes: Uint8Array, at = now, from = trusted): string {
  try {
    openHandover(bytes, from, at);
    return "opened";
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}
const changed = (change: object) => bytesOf(signed(keys, { ...unsigned, ...change }));

test("a file that a trusted installation signed is opened as it was signed", () => {
  assert.deepEqual(openHandover(good, trusted, now).data, data);
  assert.equal(openHandover(good, trusted, now).holder.email, "kari@example.org");
});

test("an installation that changes its key is trusted by both for a while", () => {
  const both = [{ installation, key: publishedKey(strangers).x }, ...trusted];
  assert.equal(refusal(good, now, both), "opened");
});

test("a file with a wrong signature is refused, whoever made it so", () => {
  const file = JSON.parse(good.toString()) as Record<string, unknown>;
  const wrong = "handover-wrong-signature";
  assert.equal(refusal(bytesOf({ ...file, holder: { name: "Ola", eids: [] } })), wrong);
  assert.equal(refusal(bytesOf({ ...file, expiresAt: "2099-01-01T00:00:00.000Z" })), wrong);
  assert.equal(refusal(bytesOf({ ...file, added: true })), wrong);
  assert.equal(refusal(bytesOf({ ...file, signature: "A".repeat(86) })), wrong);
  // An attacker's own key in the name of a trusted one.
  assert.equal(refusal(bytesOf(signed(strangers, unsigned))), wrong);
  const half = good.toString().replace("Kunder", String.raw`\ud800`);
  assert.equal(refusal(Buffer.from(half)), wrong);
});

test("a file of an installation that nobody trusted, or signed with an unknown key, is refused", () => {
  const own = { installation: "https://attacker.example", keyId: publishedKey(strangers).kid };
  const file = bytesOf(signed(strangers, { ...unsigned, ...own }));
  assert.equal(refusal(file), "handover-not-trusted");
  assert.equal(refusal(good, now, []), "handover-not-trusted");
  const key = bytesOf(signed(strangers, { ...unsigned, keyId: publishedKey(strangers).kid }));
  assert.equal(refusal(key), "handover-unknown-key");
});

test("a newer schema is told as that, in the file and in the data within", () => {
  assert.equal(refusal(changed({ version: 2, something: "new" })), "handover-newer");
  assert.equal(refusal(changed({ data: { ...data, version: 2, more: [] } })), "handover-newer");
});

test("a file out of its time is refused; clocks may differ by minutes", () => {
  assert.equal(refusal(good, new Date(expiresAt)), "handover-expired");
  assert.equal(refusal(good, new Date("2026-03-01T11:54:00Z")), "handover-not-yet");
  assert.equal(refusal(good, new Date("2026-03-01T11:56:00Z")), "opened");
});

test("what is no hand-over is told as what it is", () => {
  assert.equal(refusal(good.subarray(0, good.length - 20)), "handover-unreadable");
  assert.equal(refusal(Buffer.from([0xff, 0xfe, 0x7b])), "handover-unreadable");
  assert.equal(refusal(Buffer.alloc(0)), "handover-unreadable");
  assert.equal(refusal(bytesOf(data)), "handover-unsigned");
  assert.equal(refusal(bytesOf({ format: "terskel-access", version: 1 })), "handover-unsigned");
  for (const other of [null, 7, "text", [], {}, { format: "terskel-handover" }]) {
    assert.equal(refusal(bytesOf(other)), "handover-not-one", JSON.stringify(other));
  }
});

test("an unknown field is refused by its name, also when it is signed", () => {
  for (const [change, path] of [
    [{ role: "administrator" }, "file"],
    [{ data: { ...data, grants: [] } }, "file.data"],
    [{ holder: { ...unsigned.holder, nationalId: "x" } }, "file.holder"],
  ] as const) {
    assert.throws(
      () => openHandover(changed(change), trusted, now),
      (error) =>
        error instanceof Problem &&
        error.code === "handover-not-one" &&
        error.errors.some((each) => each.path === path && each.code === "unrecognized_keys"),
    );
  }
});

test("a huge file, a deep one and one of many values are refused before they are parsed", () => {
  assert.equal(refusal(Buffer.alloc(mostBytes + 1, 0x20)), "handover-too-large");
  const within = (hostile: string) =>
    Buffer.from(good.toString().replace('"names":{}', `"names":${hostile}`));
  const deep = `${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}`;
  assert.equal(refusal(within(deep)), "handover-not-one");
  assert.equal(refusal(within(`[${"{},".repeat(1_300_000)}1]`)), "handover-too-large");
  // Brackets in a text are text.
  const text = `"${String.raw`\"[[,,`.repeat(200_000)}"`;
  assert.equal(refusal(within(text)), "handover-wrong-signature");
});

test("no byte of a file can be changed so that it is opened as another", () => {
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const bytes = Buffer.from(good);
      bytes.writeUInt8((bytes.readUInt8(at) + by) % 256, at);
      try {
        const { signature: _, ...opened } = openHandover(bytes, trusted, now);
        assert.deepEqual(opened, unsigned);
      } catch (error) {
        assert.ok(error instanceof Problem, String(error));
      }
    }),
    { numRuns: 500 },
  );
});
