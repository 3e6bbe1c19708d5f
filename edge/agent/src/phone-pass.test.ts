import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { hashCredential, passStepAt, writePass } from "@terskel/edge-protocol";
import { readPassVectors } from "@terskel/edge-protocol/pass-vectors";
import { eventually } from "./eventually.ts";
import { examine } from "./phone-pass.ts";
import { unlocks, withList, type Site } from "./site.test-support.ts";

const NUMBER = "00112233445566778899AABBCCDDEEFF";
const HOUR_MS = 3_600_000;

/** A controller whose clock the test sets, and whose list has one person's phone pass beside their card. */
async function withPass(t: TestContext) {
  let aheadMs = 0;
  const clock = () => Date.now() + aheadMs;
  const it = await withList(t, { clock });
  const { credentialKey } = it.cloud.enrolment;
  // In the middle of a step, so that no test runs over its edge.
  const middle = passStepAt(Date.now()) * 30_000 + 15_000;
  aheadMs = middle - Date.now();
  const hash = hashCredential(credentialKey, "phone-pass", NUMBER);
  const grants = [{ subject: 1, schedule: 0 }];
  let revision = 1;
  const self = Object.assign(it, {
    later: (ms: number) => void (aheadMs += ms),
    clock,
    text: (stepsAhead = 0, key = credentialKey) =>
      writePass(key, { number: NUMBER, step: passStepAt(middle) + stepsAhead }),
    /** A newer list: without the pass when it is blocked; in which the person may open this many doors. */
    async list({ isBlocked = false, doors = 1 } = {}): Promise<void> {
      revision += 1;
      const list = it.cloud.list({ revision });
      const pass = { hash, kind: "phone-pass", person: 0 } as const;
      const next = {
        ...list,
        doors: list.doors.map((door, at) => (at < doors ? { ...door, grants } : door)),
        credentials: isBlocked ? list.credentials : [...list.credentials, pass],
      };
      await it.cloud.sendList(next);
      await eventually("the list in force", () => it.agent.status().revision === revision);
    },
  });
  await self.list();
  return self;
}

const hold = async (it: Site, text: string) =>
  (await it.doors.present(it.door, "phone-pass", text)).reason;

test("a controller reads the shared vectors in their time", () => {
  for (const { credentialKey, text, number, step, why } of readPassVectors()) {
    assert.deepEqual(examine(credentialKey, text, step * 30_000), { number, step }, why);
  }
});

test("a phone pass opens without the cloud, in its step and those beside it, and says so in its passage", async (t) => {
  const it = await withPass(t);
  await it.cloud.brokerDown();
  for (const stepsAhead of [0, -1, 1]) assert.equal(await hold(it, it.text(stepsAhead)), "granted");
  assert.equal(unlocks(it), 3);
  await it.cloud.brokerUp();
  await eventually("the passages", () => it.passages().length === 3);
  const person = it.cloud.list().persons[0]!.id;
  for (const passage of it.passages()) {
    assert.deepEqual([passage.credential, passage.person], ["phone-pass", person]);
  }
});

test("a code opens once, at all doors of the controller and across a restart, and its replay names nobody", async (t) => {
  const it = await withPass(t);
  await it.list({ doors: 2 });
  const second = it.cloud.doors[1]!.id;
  assert.equal(await hold(it, it.text()), "granted");
  const inside = await it.doors.present(second, "phone-pass", it.text());
  assert.equal(inside.reason, "pass-replayed");
  await it.restart();
  assert.equal(await hold(it, it.text()), "pass-replayed");
  const next = await it.doors.present(second, "phone-pass", it.text(1));
  assert.equal(next.reason, "granted", "the next code is another");
  await eventually("the passages", () => it.passages().length === 4);
  const replayed = it.passages().filter(({ reason }) => reason === "pass-replayed");
  assert.deepEqual(
    replayed.map(({ person, outcome }) => [person, outcome]),
    [
      [undefined, "refused"],
      [undefined, "refused"],
    ],
  );
});

test("of two readings of one code at the same moment one opens", async (t) => {
  const it = await withPass(t);
  const reasons = await Promise.all(Array.from({ length: 5 }, () => hold(it, it.text())));
  assert.deepEqual(reasons.toSorted(), ["granted", ...Array(4).fill("pass-replayed")]);
  assert.equal(unlocks(it), 1);
});

test("a code of another time opens nothing, nor does any at a clock that is an hour wrong", async (t) => {
  const it = await withPass(t);
  for (const stepsAhead of [2, -2]) {
    assert.equal(await hold(it, it.text(stepsAhead)), "pass-expired");
  }
  for (const wrong of [HOUR_MS, -2 * HOUR_MS]) {
    it.later(wrong);
    assert.equal(await hold(it, it.text()), "pass-expired");
  }
  assert.equal(unlocks(it), 0);
});

test("what was used before the clock was set back opens no second time", async (t) => {
  const it = await withPass(t);
  assert.equal(await hold(it, it.text()), "granted");
  it.later(HOUR_MS / 2);
  assert.equal(await hold(it, it.text(60)), "granted");
  it.later(-HOUR_MS / 2);
  assert.equal(await hold(it, it.text()), "pass-replayed");
});

test("a forged pass, one of another organisation and a number by itself open nothing", async (t) => {
  const it = await withPass(t);
  const other = Buffer.alloc(32, 9).toString("base64url");
  const [own, another] = [it.text(), it.text(0, other)];
  const changed = `${own.slice(0, -1)}${own.endsWith("0") ? "1" : "0"}`;
  for (const text of [another, changed, NUMBER, "", "TP1...", own.replace("TP1", "TP2")]) {
    assert.equal(await hold(it, text), "pass-invalid");
  }
  assert.equal((await it.doors.present(it.door, "card", own)).reason, "unknown-credential");
  assert.equal((await it.doors.present(it.door, "card", NUMBER)).reason, "unknown-credential");
  assert.equal(unlocks(it), 0);
});

test("a blocked pass is unknown by the next list, and the other door stays shut to a good one", async (t) => {
  const it = await withPass(t);
  const [, second] = it.cloud.doors;
  const elsewhere = await it.doors.present(second!.id, "phone-pass", it.text());
  assert.equal(elsewhere.reason, "no-grant");
  await it.list({ isBlocked: true });
  assert.equal(await hold(it, it.text()), "unknown-credential");
  assert.equal(unlocks(it), 0);
});

test("nothing that a reader read of a pass is in a log line or sent to the cloud", async (t) => {
  const it = await withPass(t);
  for (const text of [it.text(), it.text(), it.text(5)]) await hold(it, text);
  await eventually("the passages", () => it.passages().length === 3);
  const said = it.lines.join("\n") + JSON.stringify(it.cloud.received);
  for (const part of it.text().split(".").slice(1)) assert.ok(!said.includes(part));
});
