import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import {
  MAX_CARDHOLDERS,
  draftList,
  framesOf,
  signList,
  type AccessList,
} from "@terskel/edge-protocol";
import { eventually } from "./eventually.ts";
import { withList, type Site } from "./site.test-support.ts";

const idOf = (index: number) =>
  `${index.toString(16).padStart(8, "0")}-0000-4000-8000-000000000000`;
const hashOf = (index: number) => createHash("sha256").update(String(index)).digest("base64url");

/** So many cardholders; the last one's card is 4711. */
function listOf(it: Site, cardholders: number, change: Partial<AccessList> = {}): AccessList {
  const indexes = Array.from({ length: cardholders }, (_, index) => index);
  return it.cloud.list({
    persons: indexes.map((index) => ({ id: idOf(index), subjects: [1] })),
    credentials: indexes.map((index) => ({
      hash: index === cardholders - 1 ? it.cloud.hash("4711") : hashOf(index),
      kind: "card",
      person: index,
    })),
    ...change,
  });
}

const documentOf = async (it: Site, list: AccessList) => signList(it.cloud.sign, draftList(list));

async function send(it: Site, document: Uint8Array, revision: number): Promise<void> {
  for (const frame of framesOf(document, revision)) await it.cloud.send("list", frame);
}

const inForce = async (it: Site, revision: number) =>
  eventually("the list in force", () => it.agent.status().revision === revision);
const refusedBy = async (it: Site, problem: string) =>
  eventually("the refusal", () => it.lines.some((line) => line.includes(`"problem":"${problem}"`)));
const opens = async (it: Site) =>
  (await it.doors.present(it.door, "card", "4711")).outcome === "opened";

test("240,000 cardholders come in parts, and are there after a restart", async (t) => {
  const it = await withList(t);
  await send(it, await documentOf(it, listOf(it, MAX_CARDHOLDERS, { revision: 2 })), 2);
  await inForce(it, 2);
  assert.equal(await opens(it), true);
  await eventually("the passage", () => it.passages().length > 0);
  assert.equal(it.passages()[0]?.person, idOf(MAX_CARDHOLDERS - 1));
  await it.restart();
  assert.equal(it.agent.status().revision, 2);
  assert.equal(await opens(it), true);
});

test("one more is refused by name, and the last good list goes on", async (t) => {
  const it = await withList(t);
  assert.throws(() => draftList(listOf(it, MAX_CARDHOLDERS + 1)), { code: "too-many-cardholders" });
  // Signed all the same, by a cloud that knows no such limit.
  const { manifest, body } = draftList(listOf(it, 1, { revision: 2 }));
  const many = { ...manifest, body: { ...manifest.body, persons: MAX_CARDHOLDERS + 1 } };
  await send(it, await signList(it.cloud.sign, { manifest: many, body }), 2);
  await refusedBy(it, "too-many-cardholders");
  assert.equal(it.agent.status().revision, 1);
  assert.equal(await opens(it), true);
});

test("another body than the signed one, one that is cut short or goes on, and one that is not decidable are refused", async (t) => {
  const it = await withList(t);
  const { manifest, body } = draftList(
    listOf(it, 3, { revision: 2, issuedAt: new Date().toISOString() }),
  );
  const changed = Uint8Array.from(body, (byte, at) => (at === body.length - 1 ? byte ^ 1 : byte));
  const longer = Buffer.concat([body, Buffer.alloc(8)]);
  for (const wrong of [changed, body.subarray(0, -1), longer, Buffer.alloc(0)]) {
    const before = it.agent.status().dropped;
    await send(it, await signList(it.cloud.sign, { manifest, body: wrong }), 2);
    await eventually("dropped", () => it.agent.status().dropped === before + 1);
  }
  assert.equal(it.lines.filter((line) => line.includes("wrong-body")).length, 4);
  // Well signed, and its credentials in no order.
  const disorder = Uint8Array.from(body).fill(0, body.length - 16);
  const sha256 = createHash("sha256").update(disorder).digest("base64url");
  const signed = { ...manifest, body: { ...manifest.body, sha256 } };
  await send(it, await signList(it.cloud.sign, { manifest: signed, body: disorder }), 2);
  await eventually("the refusal", () => it.lines.some((line) => line.includes("list-refused")));
  assert.equal(it.agent.status().revision, 1);
  assert.equal(await opens(it), true);
  await it.restart();
  assert.equal(await opens(it), true);
});

test("a list of which a part is missing is given up, and counts when it comes again", async (t) => {
  const it = await withList(t);
  const document = await documentOf(it, listOf(it, 20_000, { revision: 2 }));
  const frames = [...framesOf(document, 2)];
  assert.ok(frames.length > 2);
  for (const frame of frames.toSpliced(1, 1)) await it.cloud.send("list", frame);
  await refusedBy(it, "wrong-body");
  // A part that comes twice, as one may by MQTT, is no other.
  for (const frame of frames.flatMap((each, at) => (at === 1 ? [each, each] : [each])))
    await it.cloud.send("list", frame);
  await inForce(it, 2);
  assert.equal(await opens(it), true);
});
