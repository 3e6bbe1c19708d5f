import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { test, type TestContext } from "node:test";
import type { AccessList } from "@terskel/edge-protocol";
import { eventually } from "./eventually.ts";
import { withList, type Site } from "./site.test-support.ts";

type Door = AccessList["doors"][number];
/** Eight on a Tuesday, where the clock goes by UTC; open from nine to twelve and from one to four. */
const START_MS = Date.parse("2026-12-01T08:00:00Z");
const schedules: AccessList["schedules"] = [
  {
    clock: 0,
    week: Array.from({ length: 7 }, () => [
      [36, 48],
      [52, 64],
    ]),
    dates: [{ date: "2026-12-25", hours: [] }],
  },
];
const clocks = [
  { offsets: [{ from: "2025-01-01T00:00:00Z", minutes: 0 }], until: "2028-01-01T00:00:00Z" },
];
const byTheClock = { schedule: 1, firstPerson: false };
const withFirst = { schedule: 1, firstPerson: true };

/** A controller whose clock the test sets, and whose first door stands unlocked in the hours of a schedule. */
async function scheduled(t: TestContext, unlock: Door["unlock"]) {
  let nowMs = START_MS;
  const it = await withList(t, { clock: () => nowMs });
  let revision = 1;
  const self = Object.assign(it, {
    at: (time: string) => void (nowMs = Date.parse(`2026-12-${time}Z`)),
    async tell(change: Partial<Door>): Promise<void> {
      revision += 1;
      const list = it.cloud.list({ revision, schedules, clocks });
      const doors = list.doors.map((door, at) => (at === 0 ? { ...door, ...change } : door));
      await it.cloud.sendList({ ...list, doors });
      await eventually("the list in force", () => it.agent.status().revision === revision);
    },
  });
  await self.tell({ unlock });
  return self;
}

const first = (it: Site) => it.doors.all()[0]!;
const card = async (it: Site, number = "4711") =>
  (await it.doors.present(it.door, "card", number)).reason;
const stands = async (it: Site, lock: "locked" | "unlocked") =>
  await eventually(lock, () => first(it).lock === lock && first(it).held === (lock === "unlocked"));
/** Longer than the door's own time and a review. */
const settle = async () => await sleep(1700);

test("unlocks and locks by itself as its hours begin and end, also without the cloud", async (t) => {
  const it = await scheduled(t, byTheClock);
  await settle();
  assert.equal(first(it).lock, "locked");
  await it.cloud.brokerDown();
  it.at("01T09:00:00");
  await stands(it, "unlocked");
  assert.equal(it.doors.all()[1]?.lock, "locked", "the other door has no schedule");
  it.at("01T12:00:00");
  await stands(it, "locked");
  it.at("01T13:00:00");
  await stands(it, "unlocked");
  it.at("25T09:30:00");
  await stands(it, "locked");
});

test("stands unlocked across a restart, and is locked by an agent that was away at the end of its hours", async (t) => {
  const it = await scheduled(t, byTheClock);
  it.at("01T09:00:00");
  await stands(it, "unlocked");
  await it.cloud.brokerDown();
  await it.cloud.brokerUp();
  await it.restart();
  await stands(it, "unlocked");
  it.at("01T16:00:00");
  await it.restart();
  await stands(it, "locked");
});

test("locked down within its hours it locks and lets nobody in; at the lockdown's end it stands unlocked again", async (t) => {
  const it = await scheduled(t, byTheClock);
  it.at("01T09:00:00");
  await stands(it, "unlocked");
  await it.tell({ unlock: byTheClock, order: { kind: "lockdown", until: "2026-12-01T10:00:00Z" } });
  await stands(it, "locked");
  assert.equal(await card(it), "lockdown");
  it.at("01T10:00:00");
  await stands(it, "unlocked");
});

test("kept locked it lets in who has access, locks again, and stands unlocked when that is over", async (t) => {
  const it = await scheduled(t, byTheClock);
  it.at("01T09:00:00");
  await stands(it, "unlocked");
  await it.tell({ unlock: { ...byTheClock, keptLockedUntil: "2026-12-01T10:00:00Z" } });
  await stands(it, "locked");
  assert.equal(await card(it), "granted");
  await settle();
  assert.equal(first(it).lock, "locked");
  it.at("01T10:00:00");
  await stands(it, "unlocked");
});

test("waits for the first person, stays unlocked across a restart, and waits anew in its next hours", async (t) => {
  const it = await scheduled(t, withFirst);
  assert.equal(await card(it), "granted", "too early: lets in and locks again");
  it.at("01T09:00:00");
  assert.equal(await card(it, "1234"), "unknown-credential");
  await settle();
  assert.equal(first(it).lock, "locked");
  assert.equal(await card(it), "granted");
  await stands(it, "unlocked");
  await it.restart();
  await settle();
  await stands(it, "unlocked");
  it.at("01T12:00:00");
  await stands(it, "locked");
  it.at("01T13:00:00");
  await settle();
  assert.equal(first(it).lock, "locked");
  assert.equal(await card(it), "granted");
  await stands(it, "unlocked");
});

test("whoever opens from afar has not come", async (t) => {
  const it = await scheduled(t, withFirst);
  it.at("01T09:00:00");
  const command = it.cloud.command({ expiresAt: "2026-12-01T09:00:30Z" });
  await it.cloud.send("command", await it.cloud.sign("command", command));
  await eventually("the ack", () => it.cloud.received.ack.length === 1);
  assert.equal(it.cloud.received.ack[0]?.reason, "granted");
  await settle();
  assert.equal(first(it).lock, "locked");
});

test("as long as it stands unlocked it is neither forced nor open for too long; after its hours it is", async (t) => {
  const it = await scheduled(t, byTheClock);
  await it.tell({ unlock: byTheClock, heldAfterSeconds: 30 });
  it.at("01T09:00:00");
  await stands(it, "unlocked");
  it.doors.act(it.door, "pull");
  it.at("01T11:00:00");
  await settle();
  assert.deepEqual(it.alarms(), []);
  it.at("01T12:00:00");
  await stands(it, "locked");
  it.at("01T12:00:30");
  await eventually("the alarm", () => it.alarms().length === 1);
  assert.equal(it.alarms()[0]?.kind, "held");
});

test("without contact for longer than the door decides alone, it does not unlock by its schedule either", async (t) => {
  const it = await scheduled(t, byTheClock);
  const issuedAt = new Date(START_MS).toISOString();
  const list = it.cloud.list({ revision: 3, issuedAt, schedules, clocks });
  const doors = list.doors.map((door) => ({ ...door, unlock: byTheClock, aloneHours: 24 }));
  await it.cloud.sendList({ ...list, doors });
  await eventually("the list in force", () => it.agent.status().revision === 3);
  await it.cloud.brokerDown();
  it.at("01T15:00:00");
  await stands(it, "unlocked");
  it.at("03T09:00:00");
  await stands(it, "locked");
  assert.equal(await card(it), "list-too-old");
});
