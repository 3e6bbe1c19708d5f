import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import * as orders from "../api/orders.ts";
import * as api from "../api/passages.ts";
import type { TestMember } from "../test-server.ts";
import { eventually, startTestWorld, type TestController, type TestWorld } from "./test-world.ts";

let world: TestWorld;
let kari: TestMember;
let door: string;
let controller: TestController;
const hourMs = 3_600_000;

before(async () => {
  world = await startTestWorld();
});
after(async () => {
  await world.stop();
});
beforeEach(async () => {
  const { server } = world;
  await server.rows("delete from access.doors");
  await server.rows("delete from access.controllers");
  kari = await world.addMember();
  controller = await world.addController();
  door = await world.addDoor(controller);
  await world.grant(door, { member: kari });
  controller.onCommand = controller.obey;
  await controller.connect();
  await server.runJobs();
  await takes();
});

const params = () => ({ organisation: world.organisation });
const newest = async () => (await controller.lists()).at(-1)!;
const takes = async () => await controller.connect((await newest()).revision);
const listed = async () => (await newest()).doors.find(({ id }) => id === door)?.order;
const ordering = (kind: "lockdown" | "evacuation") => ({
  as: world.administrator,
  params: { ...params(), order: randomUUID() as string },
  body: { kind, doors: [door], why: "Røyk", until: new Date(Date.now() + hourMs).toISOString() },
});
const open = async (request: string = randomUUID()) =>
  await world.server.ok(api.openDoor, {
    as: kari,
    params: { ...params(), door },
    body: { request },
  });
const mine = async () =>
  (await world.server.ok(api.myDoors, { as: kari, params: params() })).items[0]!;

test("locked down, the portal opens nothing: refused with the hour before anything is sent, and logged", async () => {
  const call = ordering("lockdown");
  await world.server.ok(orders.orderDoors, call);
  const sent = (await controller.commands()).length;
  const request = randomUUID();
  const { outcome, reason, until } = await open(request);
  assert.deepEqual([outcome, reason, until], ["refused", "lockdown", call.body.until]);
  assert.equal((await controller.commands()).length, sent);
  assert.equal((await open(request)).reason, "lockdown", "the same request again");
  const [row, ...more] = await world.log(door);
  assert.deepEqual([row?.reason, row?.member_id, more.length], ["lockdown", kari.id, 0]);
});

test("a resident sees until when, and neither why nor by whom; ended, the door opens", async () => {
  const call = ordering("lockdown");
  await world.server.ok(orders.orderDoors, call);
  const seen = await mine();
  assert.equal(seen.openable, false);
  assert.deepEqual(seen.order, { kind: "lockdown", until: call.body.until });
  assert.ok(!JSON.stringify(seen).includes(call.body.why));
  await world.server.ok(orders.endDoorOrder, { ...call, body: {} });
  assert.equal((await mine()).order, undefined);
  assert.equal((await open()).outcome, "opened");
});

test("at its hour the cloud lets in again by itself", async (t) => {
  const call = ordering("lockdown");
  await world.server.ok(orders.orderDoors, call);
  t.after(() => (world.server.clock.now = () => new Date()));
  world.server.clock.now = () => new Date(Date.parse(call.body.until));
  assert.equal((await mine()).openable, true);
  assert.equal((await mine()).order, undefined);
});

test("evacuated, a door opens by the portal to who has access, and to nobody else", async () => {
  await world.server.ok(orders.orderDoors, ordering("evacuation"));
  assert.equal((await mine()).order?.kind, "evacuation");
  assert.equal((await open()).outcome, "opened");
  kari = await world.addMember();
  assert.equal((await open()).reason, "no-grant");
});

test("the list carries the order at once and no more of it; who administers sees that the door knows", async () => {
  const known = async () =>
    (
      await world.server.ok(orders.doorOrders, { as: world.administrator, params: params() })
    ).items.map((item) => item.known);
  const call = ordering("evacuation");
  await world.server.ok(orders.orderDoors, call);
  assert.deepEqual(await known(), [false]);
  await world.server.runJobs();
  const { kind, until } = call.body;
  assert.deepEqual(await listed(), { kind, until });
  assert.ok(!JSON.stringify(await newest()).includes(call.body.why));
  assert.deepEqual(await known(), [false], "sent is not known");
  await takes();
  assert.deepEqual(await known(), [true]);
  await world.server.ok(orders.endDoorOrder, { ...call, body: {} });
  await world.server.runJobs();
  assert.equal(await listed(), undefined);
});

test("whoever has the door on a page is told at once, of its end too", async () => {
  const stream = await world.server.app.inject({
    method: "GET",
    url: "/api/v1/me/live",
    headers: { "x-test-person": kari.person },
    payloadAsStream: true,
  });
  let heard = "";
  // It ends with the world.
  void (async () => {
    for await (const chunk of stream.stream()) heard += String(chunk);
  })().catch(() => undefined);
  const call = ordering("lockdown");
  await world.server.ok(orders.orderDoors, call);
  await eventually(() => /event: lock\n.*"kind":"lockdown"/.test(heard));
  const before = heard.length;
  await world.server.ok(orders.endDoorOrder, { ...call, body: {} });
  await eventually(() => heard.slice(before).includes("event: lock\n"));
  assert.ok(!heard.slice(before).includes("lockdown"));
});
