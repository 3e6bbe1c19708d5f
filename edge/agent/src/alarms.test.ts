import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { eventually } from "./eventually.ts";
import { withList, type Site } from "./site.test-support.ts";

/** A controller whose first door has a contact and may stand open for 30 seconds, and whose clock the test moves. */
async function watched(t: TestContext) {
  let aheadMs = 0;
  const it = await withList(t, { clock: () => Date.now() + aheadMs });
  return Object.assign(it, { later: (ms: number) => void (aheadMs += ms) });
}
const told = (it: Site) =>
  it.alarms().map(({ kind, ended }) => `${kind} ${ended ? "ended" : "began"}`);
const comes = async (it: Site, ...wanted: string[]) => {
  await eventually(wanted.join(), () => it.alarms().length >= wanted.length);
  assert.deepEqual(told(it), wanted);
};
const positions = (it: Site) =>
  it.cloud.received.state.filter(({ door }) => door === it.door).map(({ position }) => position);

test("a door that is forced is told of at once and once, and again when it is closed", async (t) => {
  const it = await watched(t);
  it.doors.act(it.door, "pull");
  assert.equal(it.doors.all()[0]?.position, "closed", "locked, it cannot be pulled open");
  it.doors.act(it.door, "force");
  await comes(it, "forced began");
  await sleep(1200);
  it.doors.act(it.door, "close");
  await comes(it, "forced began", "forced ended");
  const [began, ended] = it.alarms();
  assert.equal(began?.alarm, ended?.alarm);
  assert.equal(began?.began, ended?.began);
  assert.deepEqual(positions(it), ["closed", "open", "closed"]);
});

test("a card, the handle inside and an evacuation ring nothing", async (t) => {
  const it = await watched(t);
  await it.doors.present(it.door, "card", "4711");
  it.doors.act(it.door, "pull");
  it.doors.act(it.door, "close");
  await eventually("locked again", () => it.doors.all()[0]?.lock === "locked");
  it.doors.act(it.door, "handle");
  it.doors.act(it.door, "close");
  const list = it.cloud.list({ revision: 2 });
  const order = { kind: "evacuation", until: "2999-01-01T00:00:00.000Z" } as const;
  const doors = list.doors.map((door) => ({ ...door, order }));
  await it.cloud.sendList({ ...list, doors });
  await eventually("held open", () => it.doors.all()[0]?.held === true);
  it.doors.act(it.door, "pull");
  it.later(3_600_000);
  await sleep(1200);
  assert.equal(it.doors.all()[0]?.position, "open");
  assert.deepEqual(told(it), []);
});

test("a door that is held open warns, is told of, and is quiet when it is closed", async (t) => {
  const it = await watched(t);
  it.doors.act(it.door, "handle");
  it.later(25_000);
  await eventually("the warning", () => it.doors.all()[0]?.warning === true);
  assert.deepEqual(told(it), []);
  it.later(10_000);
  await comes(it, "held began");
  it.doors.act(it.door, "close");
  await comes(it, "held began", "held ended");
  assert.equal(it.doors.all()[0]?.warning, false);
});

test("without a broker nothing is lost: an alarm that has ended meanwhile is told once, with its times", async (t) => {
  const it = await watched(t);
  await it.cutOff();
  it.doors.act(it.door, "force");
  it.later(600_000);
  it.doors.act(it.door, "close");
  await it.cloud.brokerUp();
  await comes(it, "forced ended");
  const [alarm] = it.alarms();
  assert.ok(Date.parse(alarm!.ended!) - Date.parse(alarm!.began) >= 600_000);
  await eventually("the receipt", () => it.agent.status().buffered === 0);
});

test("an alarm that stands is not told twice across a restart, and ends after one that came too late", async (t) => {
  const it = await watched(t);
  it.doors.act(it.door, "force");
  await comes(it, "forced began");
  await eventually("the receipt", () => it.agent.status().buffered === 0);
  // The simulated doors begin anew, closed; the door was closed while nobody looked.
  await it.restart();
  await comes(it, "forced began", "forced ended");
});

test("a door whose contact is taken out of the list says nothing more of its leaf, and its alarm ends", async (t) => {
  const it = await watched(t);
  it.doors.act(it.door, "force");
  await comes(it, "forced began");
  const list = it.cloud.list({ revision: 2 });
  const doors = list.doors.map(({ heldAfterSeconds: _, ...door }) => door);
  await it.cloud.sendList({ ...list, doors });
  await comes(it, "forced began", "forced ended");
  await eventually("its state", () => positions(it).at(-1) === "unknown");
});
