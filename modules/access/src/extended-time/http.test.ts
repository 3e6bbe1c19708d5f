import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { credentials } from "../api/credentials.ts";
import * as api from "../api/extended-time.ts";
import { myDoors } from "../api/passages.ts";
import { changeDoor } from "../api/places.ts";
import { addHouse, forgetLists, queuedLists } from "../test-house.ts";
import type { TestHouse } from "../test-house.ts";
import { startTestServer } from "../test-server.ts";
import type { TestMember, TestServer } from "../test-server.ts";

let server: TestServer;
let house: TestHouse;
let kari: TestMember;
before(async () => {
  server = await startTestServer();
  house = await addHouse(server);
});
beforeEach(async () => {
  kari = await house.memberWith("user");
  await forgetLists(server);
});
after(async () => await server.stop());

const my = (as: TestMember) => ({ as, params: house.params });
const of = (person: TestMember) => ({
  as: house.admin,
  params: { ...house.params, person: person.id },
});
const secondsOf = async (as: TestMember) =>
  (await server.ok(myDoors, my(as))).items.map(({ openSeconds }) => openSeconds);

test("a person has the doors stay unlocked for longer, and no longer: one tap each, and the doors hear of it", async () => {
  assert.deepEqual(await server.ok(api.myExtendedTime, my(kari)), { on: false });
  assert.deepEqual(await secondsOf(kari), [5]);
  await server.ok(api.setMyExtendedTime, { ...my(kari), body: { on: true } });
  await server.ok(api.setMyExtendedTime, { ...my(kari), body: { on: true } });
  assert.deepEqual(await server.ok(api.extendedTimeOf, of(kari)), { on: true });
  assert.deepEqual(await secondsOf(kari), [20]);
  assert.equal(await queuedLists(server, house.organisation), 1);
  await server.ok(api.setMyExtendedTime, { ...my(kari), body: { on: false } });
  assert.deepEqual(await server.ok(api.myExtendedTime, my(kari)), { on: false });
  assert.deepEqual(await secondsOf(kari), [5]);
});

test("an administrator sets it for whoever asks; a member for nobody else, and nobody for a stranger", async () => {
  const per = await house.memberWith("user");
  await server.ok(api.setExtendedTimeOf, { ...of(kari), body: { on: true } });
  assert.deepEqual(await server.ok(api.myExtendedTime, my(kari)), { on: true });
  assert.deepEqual(await server.ok(api.myExtendedTime, my(per)), { on: false });
  const asPer = { ...of(kari), as: per, body: { on: false } };
  assert.equal(await server.refused(api.setExtendedTimeOf, asPer), "403 not-allowed");
  const nobody = { ...house.params, person: crypto.randomUUID() };
  assert.equal(
    await server.refused(api.setExtendedTimeOf, {
      as: house.admin,
      params: nobody,
      body: { on: true },
    }),
    "404 not-found",
  );
  assert.deepEqual(await server.ok(api.myExtendedTime, my(kari)), { on: true });
});

test("what an administrator saw of a person is on record, each kind of data once within an hour", async () => {
  for (let looks = 0; looks < 2; looks += 1) {
    await server.ok(api.extendedTimeOf, of(kari));
    await server.ok(credentials, of(kari));
  }
  const rows = await server.rows<{ opened_by: string; labels: string[] }>(
    "select opened_by, labels from kernel.openings where member_id = $1 order by id",
    [kari.id],
  );
  assert.deepEqual(rows, [
    { opened_by: house.admin.id, labels: ["access-right"] },
    { opened_by: house.admin.id, labels: ["access-right", "credential"] },
  ]);
});

test("a door is never unlocked for a shorter time than for everybody else", async () => {
  await server.ok(api.setMyExtendedTime, { ...my(kari), body: { on: true } });
  const params = { ...house.params, door: house.door };
  const change = async (body: object) =>
    await server.ok(changeDoor, { as: house.admin, params, body });
  await change({ openSeconds: 60 });
  assert.deepEqual(await secondsOf(kari), [60]);
  await change({ openSeconds: 5, extendedOpenSeconds: 120 });
  assert.deepEqual(await secondsOf(kari), [120]);
  await change({ extendedOpenSeconds: 20 });
  for (const extendedOpenSeconds of [0, 121, 1.5])
    assert.equal(
      await server.refused(changeDoor, { as: house.admin, params, body: { extendedOpenSeconds } }),
      "400 malformed-request",
    );
});
