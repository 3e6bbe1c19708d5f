import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, describe, test } from "node:test";
import type { Alarm, State } from "@terskel/edge-protocol";
import * as api from "../api/alarms.ts";
import { changeDoor, oneDoor } from "../api/places.ts";
import { eventually, startTestWorld } from "../runtime/test-world.ts";
import type { TestController, TestWorld } from "../runtime/test-world.ts";
import type { TestMember } from "../test-server.ts";

let world: TestWorld;
let controller: TestController;
let door: string;
let caretaker: TestMember;
let params: { organisation: string };
before(async () => {
  world = await startTestWorld();
  params = { organisation: world.organisation };
  caretaker = await world.addMember("Vidar Vaktmester");
});
beforeEach(async () => {
  controller = await world.addController();
  door = await world.addDoor(controller);
  await world.server.rows("update access.doors set held_after_seconds = 30 where id = $1", [door]);
  await world.grant(door, { member: caretaker }, { role: "door_administrator" });
  await controller.connect();
  await state("closed");
});
after(async () => await world.stop());

const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
const alarm = (change: Partial<Alarm> = {}): Alarm => {
  const id = randomUUID();
  return { id, alarm: id, door, kind: "forced", began: ago(1000), ...change };
};
const tell = async (...events: Alarm[]) => await controller.say("events", { events });
const state = async (position: State["position"], lock: State["lock"] = "locked") =>
  await controller.say("state", { door, lock, position, at: ago(0) });
const read = async (as: TestMember = caretaker, only?: "waiting") =>
  (await world.server.ok(api.doorAlarms, { as, params, query: { door, ...(only && { only }) } }))
    .items;
const waiting = async () => (await read(caretaker, "waiting")).map(({ id }) => id);
const shown = async () =>
  await world.server.ok(oneDoor, { as: caretaker, params: { ...params, door } });
const acknowledge = (of: Alarm, as: TestMember = caretaker) => ({
  as,
  params: { ...params, door, alarm: of.alarm },
});

describe("an alarm", () => {
  test("is there once however often it is told, stands until it ends, and its end is told once", async () => {
    const began = alarm();
    await state("open");
    await tell(began, began);
    await tell(began);
    assert.deepEqual(await waiting(), [began.alarm]);
    assert.deepEqual([(await shown()).state, (await shown()).since], ["forced", began.began]);
    const ended = { ...began, id: randomUUID(), ended: ago(0) };
    await tell(ended, { ...ended, id: randomUUID(), ended: ago(500) });
    await tell(began);
    const [item, ...more] = await read();
    assert.deepEqual([item?.ended, more], [ended.ended, []]);
    assert.deepEqual(await waiting(), [began.alarm], "nobody has seen to it");
    assert.equal((await shown()).state, "open");
    await eventually(async () => (await controller.receipts()).length >= 4);
  });

  test("that comes a minute after it began is late: history, that waits for nobody", async () => {
    const late = alarm({ began: ago(61_000), ended: ago(30_000) });
    const inTime = alarm({ began: ago(50_000), ended: ago(30_000) });
    await tell(late, inTime);
    assert.deepEqual(
      (await read()).map(({ id, late: isLate }) => [id, isLate]),
      [
        [inTime.alarm, false],
        [late.alarm, true],
      ],
    );
    assert.deepEqual(await waiting(), [inTime.alarm]);
  });

  test("that stands and comes late is shown as the door's state all the same", async () => {
    await state("open");
    await tell(alarm({ kind: "held", began: ago(600_000) }));
    assert.deepEqual([(await shown()).state, await waiting()], ["held", []]);
  });

  test("has ended when its door is closed, gets a new one, another controller, or loses its contact", async () => {
    const to = { as: world.administrator, params: { ...params, door } };
    const stands = async () => (await read()).filter(({ ended }) => !ended).map(({ id }) => id);
    const forgotten = alarm({ began: ago(9000) });
    const next = alarm();
    await tell(forgotten);
    await tell(next);
    assert.deepEqual(await stands(), [next.alarm]);
    await state("closed");
    assert.deepEqual(await stands(), []);
    for (const body of [{ heldAfterSeconds: null }, { controller: null }]) {
      await tell(alarm({ began: ago(0) }));
      assert.equal((await stands()).length, 1);
      await world.server.ok(changeDoor, { ...to, body });
      assert.deepEqual(await stands(), []);
    }
    assert.equal((await shown()).state, "unknown");
  });

  test("of another controller's door is not taken", async () => {
    const mallory = await world.addController();
    await mallory.say("events", { events: [alarm()] });
    assert.deepEqual(await read(), []);
  });
});

describe("acknowledging", () => {
  test("names the first who does, is safe to do twice, and leaves the door as it stands", async () => {
    const forced = alarm();
    await state("open");
    await tell(forced);
    await world.server.ok(api.acknowledgeAlarm, acknowledge(forced));
    await world.server.ok(api.acknowledgeAlarm, acknowledge(forced, world.administrator));
    const [item] = await read();
    assert.equal(item?.by?.name, "Vidar Vaktmester");
    assert.ok(item.acknowledged);
    assert.deepEqual([await waiting(), (await shown()).state], [[], "forced"]);
  });

  test("is for whoever administers the door, and for an alarm of that door", async () => {
    const forced = alarm();
    await tell(forced);
    const resident = await world.addMember();
    await world.grant(door, { member: resident });
    const { server } = world;
    assert.equal(
      await server.refused(api.acknowledgeAlarm, acknowledge(forced, resident)),
      "404 not-found",
    );
    assert.deepEqual(await read(resident), []);
    assert.equal(await server.refused(api.acknowledgeAlarm, acknowledge(alarm())), "404 not-found");
    assert.deepEqual(await waiting(), [forced.alarm]);
  });
});

test("the list goes on where a page ended", async () => {
  const all = [1, 2, 3].map((n) => alarm({ began: ago(n * 1000), ended: ago(0) }));
  await tell(...all);
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { door, limit: 2, ...(cursor && { cursor }) };
    const page = await world.server.ok(api.doorAlarms, { as: caretaker, params, query });
    found.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor);
  assert.deepEqual(
    found,
    all.map((each) => each.alarm),
  );
});
