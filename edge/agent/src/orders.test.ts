import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { test, type TestContext } from "node:test";
import type { AccessList } from "@terskel/edge-protocol";
import { eventually } from "./eventually.ts";
import { unlocks, withList, type Site } from "./site.test-support.ts";

type Order = NonNullable<AccessList["doors"][number]["order"]>;
const HOUR_MS = 3_600_000;

/** A controller whose clock the test moves, and whose first door may be under an order. */
async function orderable(t: TestContext) {
  let aheadMs = 0;
  const clock = () => Date.now() + aheadMs;
  const it = await withList(t, { clock });
  let revision = 1;
  return Object.assign(it, {
    clock,
    /** An hour from now. */
    until: () => new Date(clock() + HOUR_MS).toISOString(),
    later: (ms: number) => void (aheadMs += ms),
    async order(order: Order | undefined): Promise<void> {
      revision += 1;
      const list = it.cloud.list({ revision });
      const doors = list.doors.map((door, at) => (at === 0 && order ? { ...door, order } : door));
      await it.cloud.sendList({ ...list, doors });
      await eventually("the list in force", () => it.agent.status().revision === revision);
    },
  });
}

const first = (it: Site) => it.doors.all()[0]!;
const card = async (it: Site) => (await it.doors.present(it.door, "card", "4711")).reason;
const isHeld = async (it: Site, held: boolean) =>
  await eventually(held ? "held open" : "locked", () => {
    const door = first(it);
    return door.held === held && door.lock === (held ? "unlocked" : "locked");
  });

test("locked down, nobody is let in by card or by command, and each attempt is a passage", async (t) => {
  const it = await orderable(t);
  await it.order({ kind: "lockdown", until: it.until() });
  assert.equal(await card(it), "lockdown");
  const command = it.cloud.command();
  await it.cloud.send("command", await it.cloud.sign("command", command));
  await eventually("the ack", () => it.cloud.received.ack.length === 1);
  assert.equal(it.cloud.received.ack[0]?.reason, "lockdown");
  await eventually("the passages", () => it.passages().length === 2);
  assert.deepEqual(
    it.passages().map((each) => [each.credential, each.outcome, each.reason]),
    [
      ["card", "refused", "lockdown"],
      ["remote", "refused", "lockdown"],
    ],
  );
  assert.equal(unlocks(it), 0);
});

test("a lockdown ends by itself at its hour, without the cloud, and not before", async (t) => {
  const it = await orderable(t);
  await it.order({ kind: "lockdown", until: it.until() });
  await it.cutOff();
  it.later(HOUR_MS - 60_000);
  assert.equal(await card(it), "lockdown");
  it.later(60_000);
  assert.equal(await card(it), "granted");
});

test("a lockdown holds across a restart, and ends for an agent that was away at its hour", async (t) => {
  const it = await orderable(t);
  await it.order({ kind: "lockdown", until: it.until() });
  await it.restart();
  assert.equal(await card(it), "lockdown");
  it.later(2 * HOUR_MS);
  await it.restart();
  assert.equal(await card(it), "granted");
});

test("a lockdown that is ended opens at once; the list before it, sent again, locks nothing down", async (t) => {
  const it = await orderable(t);
  await it.order({ kind: "lockdown", until: it.until() });
  const [door] = it.cloud.list().doors;
  const order = { kind: "lockdown", until: it.until() } as const;
  const before = it.cloud.list({ revision: 2, doors: [{ ...door!, order }] });
  await it.order(undefined);
  await it.cloud.sendList(before);
  await eventually("the refusal", () => it.lines.some((line) => line.includes("older-revision")));
  assert.equal(await card(it), "granted");
});

test("a command that was carried out before a lockdown, and one that comes late, open nothing in it", async (t) => {
  const it = await orderable(t);
  const command = await it.cloud.sign("command", it.cloud.command());
  await it.cloud.send("command", command);
  await eventually("the ack", () => it.cloud.received.ack.length === 1);
  const late = it.cloud.command({ expiresAt: new Date(it.clock() - 1).toISOString() });
  await it.order({ kind: "lockdown", until: it.until() });
  for (const again of [command, await it.cloud.sign("command", late)]) {
    const before = it.cloud.received.ack.length;
    await it.cloud.send("command", again);
    await eventually("its ack", () => it.cloud.received.ack.length > before);
  }
  assert.deepEqual(
    it.cloud.received.ack.map((ack) => ack.reason),
    ["granted", "lockdown", "command-expired"],
  );
  assert.equal(unlocks(it), 1);
});

test("evacuated, a door unlocks at once, says so, and a card does not lock it again", async (t) => {
  const it = await orderable(t);
  const told = it.cloud.received.state.length;
  await it.order({ kind: "evacuation", until: it.until() });
  await isHeld(it, true);
  await eventually("the state", () => it.cloud.received.state.length > told);
  assert.deepEqual(it.cloud.received.state.at(-1)?.lock, "unlocked");
  assert.equal(await card(it), "granted");
  await sleep(1300);
  assert.equal(first(it).lock, "unlocked", "a second after the lock's time was over");
  assert.equal(it.doors.all()[1]?.lock, "locked", "the other door is not evacuated");
});

test("an evacuation ends by itself at its hour, without the cloud: the door locks", async (t) => {
  const it = await orderable(t);
  await it.order({ kind: "evacuation", until: it.until() });
  await isHeld(it, true);
  await it.cutOff();
  it.later(HOUR_MS - 60_000);
  await sleep(700);
  assert.equal(first(it).lock, "unlocked");
  it.later(60_000);
  await isHeld(it, false);
});

test("an evacuation holds across a restart, also without the cloud, and not past its hour", async (t) => {
  const it = await orderable(t);
  await it.order({ kind: "evacuation", until: it.until() });
  await isHeld(it, true);
  const before = it.doors;
  await it.restart();
  assert.equal(before.all()[0]?.lock, "unlocked", "nobody is shut in while the agent is away");
  await isHeld(it, true);
  it.later(2 * HOUR_MS);
  await it.restart();
  assert.equal(first(it).lock, "locked");
});

test("an evacuation that is ended, or takes a lockdown's place or gives way to one, is so at once", async (t) => {
  const it = await orderable(t);
  await it.order({ kind: "evacuation", until: it.until() });
  await isHeld(it, true);
  await it.order({ kind: "lockdown", until: it.until() });
  await isHeld(it, false);
  assert.equal(await card(it), "lockdown");
  await it.order({ kind: "evacuation", until: it.until() });
  await isHeld(it, true);
  await it.order(undefined);
  await isHeld(it, false);
});

test("a lock that does not obey is told of once, and tried until it does", async (t) => {
  const it = await orderable(t);
  it.doors.jam(it.door, true);
  await it.order({ kind: "evacuation", until: it.until() });
  await sleep(1300);
  assert.equal(first(it).lock, "locked");
  it.doors.jam(it.door, false);
  await isHeld(it, true);
  assert.equal(it.lines.filter((line) => line.includes("hardware-fault")).length, 1);
});
