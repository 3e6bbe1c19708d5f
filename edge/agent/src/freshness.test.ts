import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Confirmation } from "@terskel/edge-protocol";
import { eventually } from "./eventually.ts";
import { createFreshness } from "./freshness.ts";
import { unlocks, withList } from "./site.test-support.ts";
import { openInMemory } from "./store.ts";

const HOUR_MS = 3_600_000;

/** A controller whose clock the test moves, and whose first door decides alone for a day, the second for ever. */
async function alone(t: TestContext) {
  let aheadMs = 0;
  const clock = () => Date.now() + aheadMs;
  const it = await withList(t, { clock });
  const list = it.cloud.list({ revision: 2, issuedAt: new Date(clock()).toISOString() });
  const doors = list.doors.map((door, at) =>
    at === 0 ? { ...door, aloneHours: 24 } : { ...door, grants: [{ subject: 1, schedule: 0 }] },
  );
  await it.cloud.sendList({ ...list, doors });
  await eventually("the list in force", () => it.agent.status().revision === 2);
  const confirm = async (change: Partial<Confirmation> = {}) => {
    const { controller } = it.cloud.enrolment;
    const message = { controller, revision: 2, at: new Date(clock()).toISOString(), ...change };
    await it.cloud.send("confirmation", await it.cloud.sign("confirmation", message));
  };
  const show = async (door = 0) =>
    (await it.doors.present(it.cloud.doors[door]!.id, "card", "4711")).reason;
  return Object.assign(it, {
    confirm,
    show,
    later: (hours: number) => void (aheadMs += hours * HOUR_MS),
  });
}

test("without contact a door goes by its list for as long as it is set to, and then lets nobody in", async (t) => {
  const it = await alone(t);
  await it.cloud.brokerDown();
  it.later(23.9);
  assert.equal(await it.show(), "granted");
  it.later(0.2);
  assert.equal(await it.show(), "list-too-old");
  assert.equal(
    await it.show(1),
    "granted",
    "the other door is set to decide for as long as it takes",
  );
  assert.equal(unlocks(it), 1);
});

test("it is still too old after a restart, and new again by the cloud's word", async (t) => {
  const it = await alone(t);
  it.later(25);
  await it.restart();
  assert.equal(await it.show(), "list-too-old");
  await it.confirm();
  let reason = "";
  for (let tries = 0; reason !== "granted" && tries < 500; tries += 1) {
    await sleep(20);
    reason = await it.show();
  }
  assert.equal(reason, "granted");
  await it.restart();
  assert.equal(await it.show(), "granted", "and after another restart");
});

test("a word on another list, an old word said again and a command make it no newer", async (t) => {
  const it = await alone(t);
  const old = new Date(Date.now()).toISOString();
  it.later(25);
  await it.confirm({ revision: 3 });
  await it.confirm({ at: old });
  await it.cloud.send("confirmation", await it.cloud.sign("command", it.cloud.command()));
  await eventually("what is no confirmation is dropped", () => it.agent.status().dropped === 1);
  assert.equal(await it.show(), "list-too-old");
});

test("a clock that gives no time makes a list too old; one that is behind the cloud's word does not", () => {
  const freshness = createFreshness(openInMemory(), () => {});
  freshness.heard(1_000 * HOUR_MS);
  assert.equal(freshness.isTooOld(24, Number.NaN), true);
  assert.equal(freshness.isTooOld(24, 900 * HOUR_MS), false);
  freshness.heard(Number.NaN);
  assert.equal(freshness.isTooOld(24, 1_023 * HOUR_MS), false);
  assert.equal(freshness.isTooOld(24, 1_024 * HOUR_MS), true);
  assert.equal(freshness.isTooOld(undefined, Number.POSITIVE_INFINITY), false);
});
