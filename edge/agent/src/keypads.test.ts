import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test, type TestContext } from "node:test";
import { hashCredential, type HashedKind } from "@terskel/edge-protocol";
import { eventually } from "./eventually.ts";
import { countWrong } from "./keypads.ts";
import { unlocks, withList, type Site } from "./site.test-support.ts";

const PIN = "048213";
const DURESS = "991370";
const CODE = "55501234";
const ONE_TIME = "00418822";
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type ListOptions = { isBlocked?: boolean; keypads?: number; log?: "anonymous" | "off" };

/** A controller whose clock the test sets: a person with a PIN beside their card, a code for many uses and one for one. */
async function withKeypad(t: TestContext) {
  let aheadMs = 0;
  const nowMs = Date.now();
  const clock = () => nowMs + aheadMs;
  const it = await withList(t, { clock });
  const { credentialKey } = it.cloud.enrolment;
  const [many, once] = [randomUUID(), randomUUID()];
  const at = (ms: number) => new Date(nowMs + ms).toISOString();
  const hashed = (kind: HashedKind, number: string) => hashCredential(credentialKey, kind, number);
  let revision = 1;
  const self = Object.assign(it, {
    many,
    once,
    person: it.cloud.list().persons[0]!.id,
    later: (ms: number) => void (aheadMs += ms),
    /** It begins anew in 1970, as one without a battery does. */
    loseTime: () => void (aheadMs = -nowMs),
    async list({ isBlocked = false, keypads = 2, log }: ListOptions = {}): Promise<void> {
      revision += 1;
      const list = it.cloud.list({ revision });
      const window = { schedule: 0, from: at(HOUR_MS), until: at(2 * HOUR_MS) };
      const next = {
        ...list,
        doors: list.doors.map((door, index) => ({
          ...door,
          ...(index < keypads ? { keypad: true as const } : {}),
          ...(log ? { log } : {}),
          grants: [
            ...door.grants,
            { subject: 2, ...window },
            { subject: 3, schedule: 0, from: at(0), until: at(2 * HOUR_MS) },
          ],
        })),
        persons: [...list.persons, { id: many, subjects: [2] }, { id: once, subjects: [3] }],
        credentials: [
          ...list.credentials,
          ...(isBlocked
            ? []
            : [
                { hash: hashed("pin", PIN), kind: "pin" as const, person: 0 },
                { hash: hashed("duress", DURESS), kind: "pin" as const, person: 0 },
              ]),
          { hash: hashed("code", CODE), kind: "code" as const, person: 1 },
          { hash: hashed("one-time-code", ONE_TIME), kind: "code" as const, person: 2 },
        ],
      };
      await it.cloud.sendList(next);
      await eventually("the list in force", () => it.agent.status().revision === revision);
    },
  });
  await self.list();
  return self;
}

const type = async (it: Site, digits: string, door = it.door) =>
  (await it.doors.present(door, "pin", digits)).reason;
const guess = async (it: Site, times: number) => {
  const reasons: string[] = [];
  for (let each = 0; each < times; each += 1) reasons.push(await type(it, `00000${each}`));
  return reasons;
};
const card = async (it: Site) => (await it.doors.present(it.door, "card", "4711")).reason;

test("a PIN opens without the cloud where its holder may, and only at a door with a keypad", async (t) => {
  const it = await withKeypad(t);
  await it.cutOff();
  assert.equal(await type(it, PIN), "granted");
  assert.equal(await type(it, PIN, it.cloud.doors[1]!.id), "no-grant");
  await it.cloud.brokerUp();
  await eventually("the passages", () => it.passages().length === 2);
  for (const { credential, person } of it.passages())
    assert.deepEqual([credential, person], ["pin", it.person]);
  await it.list({ keypads: 0 });
  assert.equal(await type(it, PIN), "unknown-credential");
  assert.equal(unlocks(it), 1);
});

test("what is no PIN opens nothing: wrong, of another length, a card's number, no digits at all; and it names nobody", async (t) => {
  const it = await withKeypad(t);
  for (const typed of ["048214", "48213", "4711", "o48213", ""])
    assert.equal(await type(it, typed), "pin-wrong", typed);
  await eventually("the passages", () => it.passages().length === 5);
  assert.ok(it.passages().every(({ person }) => person === undefined));
  assert.equal(unlocks(it), 0);
});

test("a blocked PIN is as wrong as any, by the next list, and so is its duress PIN", async (t) => {
  const it = await withKeypad(t);
  await it.list({ isBlocked: true });
  assert.equal(await type(it, PIN), "pin-wrong");
  assert.equal(await type(it, DURESS), "pin-wrong");
  assert.deepEqual(it.alarms(), []);
});

test("the fifth wrong one in a row closes the keypad for a minute, each after it for twice as long, at most a quarter of an hour", async (t) => {
  const it = await withKeypad(t);
  assert.deepEqual(await guess(it, 6), [...Array<string>(5).fill("pin-wrong"), "keypad-closed"]);
  assert.equal(await type(it, PIN), "keypad-closed", "also to the right one");
  assert.equal(await card(it), "granted", "cards go on working");
  for (const minutes of [1, 2, 4, 8, 15, 15]) {
    it.later(minutes * MINUTE_MS - 1);
    assert.equal(await type(it, PIN), "keypad-closed");
    it.later(1);
    assert.equal(await type(it, "000000"), "pin-wrong");
  }
  it.later(15 * MINUTE_MS);
  assert.equal(await type(it, PIN), "granted");
  assert.deepEqual(await guess(it, 4), Array(4).fill("pin-wrong"), "it is counted from the start");
  assert.equal(await type(it, PIN), "granted");
  await eventually("the alarm", () => it.alarms().length === 1);
  const [alarm] = it.alarms();
  assert.deepEqual([alarm?.kind, alarm?.ended], ["pin-guessed", alarm?.began]);
});

test("one door's keypad is closed and not the other's, also across a restart and for a clock that is set back", async (t) => {
  const it = await withKeypad(t);
  await guess(it, 5);
  assert.equal(await type(it, "000000", it.cloud.doors[1]!.id), "pin-wrong");
  await it.restart();
  assert.equal(await type(it, PIN), "keypad-closed");
  it.later(-24 * HOUR_MS);
  assert.equal(await type(it, PIN), "keypad-closed");
  it.later(MINUTE_MS);
  assert.equal(await type(it, PIN), "granted", "a minute by the clock as it is now");
});

test("four wrong ones an hour close nothing, and begin anew after it", () => {
  const four = [0, 1, 2, 3].reduce<ReturnType<typeof countWrong> | undefined>(
    (count, minute) => countWrong(count, minute * MINUTE_MS),
    undefined,
  );
  assert.equal(four?.closings, 0);
  assert.equal(countWrong(four, four.lastMs + HOUR_MS).closings, 1);
  assert.equal(countWrong(four, four.lastMs + HOUR_MS + 1).wrong, 1);
});

test("a duress PIN opens as the other, and an alarm says so that is over as it happens; nothing at the door or in its log does", async (t) => {
  const it = await withKeypad(t);
  const shown = await it.doors.present(it.door, "pin", DURESS);
  assert.deepEqual(shown, { outcome: "opened", reason: "granted" });
  await eventually("the alarm", () => it.alarms().length === 1);
  const [alarm] = it.alarms();
  assert.deepEqual([alarm?.kind, alarm?.door, alarm?.ended], ["duress", it.door, alarm?.began]);
  assert.equal(await type(it, PIN), "granted");
  await eventually("the passages", () => it.passages().length === 2);
  const [under, after] = it.passages().map(({ id: _id, at: _at, ...rest }) => rest);
  assert.deepEqual(under, after);
  assert.ok(!it.lines.some((line) => line.includes("duress")));
});

test("a duress PIN calls somebody also where its holder may not open, and when the cloud is away", async (t) => {
  const it = await withKeypad(t);
  await it.cutOff();
  assert.equal(await type(it, DURESS, it.cloud.doors[1]!.id), "no-grant");
  await it.cloud.brokerUp();
  await eventually("the alarm", () => it.alarms().length === 1);
});

test("a code opens from its beginning until its end, at the doors it is for, without the cloud", async (t) => {
  const it = await withKeypad(t);
  await it.cutOff();
  assert.equal(await type(it, CODE), "not-yet-valid");
  it.later(HOUR_MS);
  assert.equal(await type(it, CODE), "granted");
  assert.equal(await type(it, CODE, it.cloud.doors[1]!.id), "granted");
  assert.equal(await type(it, "55501235"), "pin-wrong");
  it.later(HOUR_MS);
  assert.equal(await type(it, CODE), "expired");
  await it.cloud.brokerUp();
  await eventually("the passages", () => it.passages().length === 5);
  assert.deepEqual(
    it.passages().map(({ credential, person }) => [credential, person]),
    [undefined, it.many, it.many, undefined, undefined].map((person) => ["code", person]),
  );
});

test("a clock that has lost the time opens to no code", async (t) => {
  const it = await withKeypad(t);
  it.loseTime();
  for (const digits of [CODE, ONE_TIME]) assert.equal(await type(it, digits), "not-yet-valid");
  assert.equal(unlocks(it), 0);
});

test("a code for one use opens once, at all doors of the controller and across a restart, and its second use names nobody", async (t) => {
  const it = await withKeypad(t);
  await it.cutOff();
  const reasons = await Promise.all([1, 2, 3].map(() => type(it, ONE_TIME)));
  assert.deepEqual(reasons.toSorted(), ["code-used", "code-used", "granted"]);
  await it.cloud.brokerUp();
  await it.restart();
  assert.equal(await type(it, ONE_TIME, it.cloud.doors[1]!.id), "code-used");
  it.later(HOUR_MS);
  it.later(-HOUR_MS);
  assert.equal(await type(it, ONE_TIME), "code-used");
  assert.equal(unlocks(it), 0, "since the restart");
  await eventually("the passages", () => it.passages().length === 5);
  assert.deepEqual(
    it.passages().flatMap(({ person }) => person ?? []),
    [it.once],
  );
});

test("that a code for one use is used up is told of a door whose log tells nothing, and of no other code", async (t) => {
  const it = await withKeypad(t);
  await it.list({ log: "off" });
  it.later(HOUR_MS);
  for (const digits of [CODE, PIN, ONE_TIME]) assert.equal(await type(it, digits), "granted");
  await eventually("the use", () => it.passages().length === 1);
  assert.equal(it.passages()[0]?.person, it.once);
});

test("nothing that was typed is in a log line or sent to the cloud", async (t) => {
  const it = await withKeypad(t);
  const typed = [PIN, DURESS, ONE_TIME, "123987"];
  for (const digits of typed) await type(it, digits);
  await eventually("the passages", () => it.passages().length === 4);
  const said = it.lines.join("\n") + JSON.stringify(it.cloud.received);
  for (const digits of typed) assert.ok(!said.includes(digits), digits);
});
