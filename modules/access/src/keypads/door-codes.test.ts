import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import * as api from "../api/door-codes.ts";
import * as keypads from "../api/keypads.ts";
import { addDoor, changeDoor } from "../api/places.ts";
import { addGrant } from "../api/grants.ts";
import { addHouse, forgetLists, queuedLists } from "../test-house.ts";
import type { TestHouse } from "../test-house.ts";
import { startTestServer } from "../test-server.ts";
import type { TestMember, TestServer } from "../test-server.ts";

const HOUR_MS = 3_600_000;

let server: TestServer;
let house: TestHouse;
let kari: TestMember;
let caretaker: TestMember;
let garage: string;
before(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  house = await addHouse(server);
  const add = { as: house.admin, params: house.params };
  garage = (await server.ok(addDoor, { ...add, body: { name: "Garasje", site: house.site } })).id;
  for (const door of [house.door, garage]) {
    const params = { ...house.params, door };
    await server.ok(changeDoor, { as: house.admin, params, body: { keypad: true } });
  }
  kari = await house.memberWith("user");
  await server.ok(addGrant, { ...add, body: { door: garage, person: kari.id, role: "user" } });
  caretaker = await house.memberWith("door_administrator");
});
after(async () => await server.stop());

const ahead = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
async function give(doors: string[], change: object = {}, as = kari): Promise<string> {
  const code = randomUUID();
  const body = { name: "PostNord", doors, from: ahead(0), until: ahead(24), once: true, ...change };
  await server.ok(keypads.giveCode, { as, params: { ...house.params, code }, body });
  return code;
}
const at = (door: string, as = caretaker) => ({ as, params: { ...house.params, door } });
const codesAt = async (door: string, as = caretaker) =>
  (await server.ok(api.doorCodes, at(door, as))).items;
const stopping = (code: string, door = house.door, as = caretaker) => ({
  as,
  params: { ...house.params, door, code },
});

test("whoever administers a door sees who has given a code for it, and nothing of whom it is for", async () => {
  const code = await give([house.door]);
  await give([garage]);
  const later = await give([house.door], { from: ahead(48), until: ahead(72), once: false });
  const [last, first, ...more] = await codesAt(house.door);
  assert.deepEqual(more, []);
  assert.deepEqual([last?.id, last?.once, first?.id, first?.once], [later, false, code, true]);
  assert.equal(first?.by.id, kari.id);
  assert.doesNotMatch(JSON.stringify([last, first]), /PostNord/);
});

test("not what is over: withdrawn, used up, at its end", async () => {
  const [used, withdrawn, ended] = [
    await give([house.door]),
    await give([house.door]),
    await give([house.door]),
  ];
  await server.rows("update access.codes set used_at = now() where id = $1", [used]);
  const params = { ...house.params, code: withdrawn };
  await server.ok(keypads.withdrawCode, { as: kari, params });
  await server.rows(
    "update access.codes set valid_from = now() - interval '2 hours', valid_until = now() - interval '1 hour' where id = $1",
    [ended],
  );
  assert.deepEqual(await codesAt(house.door), []);
});

test("stopped, it opens this door no more, and others still; its giver sees what is left", async () => {
  const code = await give([house.door, garage]);
  await forgetLists(server);
  await server.ok(api.stopDoorCode, stopping(code));
  assert.equal(await queuedLists(server, house.organisation), 1);
  assert.deepEqual(await codesAt(house.door), []);
  const mine = async () =>
    (await server.ok(keypads.myCodes, { as: kari, params: house.params })).items.find(
      ({ id }) => id === code,
    );
  assert.deepEqual(
    (await mine())?.doors.map(({ id }) => id),
    [garage],
  );
  assert.equal((await mine())?.withdrawn, undefined);
  await server.ok(api.stopDoorCode, stopping(code, garage, house.admin));
  assert.deepEqual(
    (await mine())?.doors.map(({ id }) => id),
    [garage],
  );
  assert.ok((await mine())?.withdrawn);
  assert.equal(
    await server.refused(api.stopDoorCode, stopping(code, garage, house.admin)),
    "404 not-found",
  );
});

test("is for whoever administers that door", async () => {
  const code = await give([house.door, garage]);
  for (const [door, as] of [
    [house.door, kari],
    [garage, caretaker],
  ] as const) {
    assert.equal(await server.refused(api.doorCodes, at(door, as)), "404 not-found");
    assert.equal(await server.refused(api.stopDoorCode, stopping(code, door, as)), "404 not-found");
  }
  assert.equal((await codesAt(house.door)).length, 1);
});
