import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import * as api from "../api/orders.ts";
import { addHouse } from "../test-house.ts";
import type { TestHouse } from "../test-house.ts";
import { startTestServer } from "../test-server.ts";
import type { TestServer } from "../test-server.ts";

let server: TestServer;
let house: TestHouse;
before(async () => {
  server = await startTestServer();
  house = await addHouse(server);
});
after(async () => await server.stop());

test("what was ordered of a door is there afterwards, newest first, with who, why and when it ended", async () => {
  const owner = await house.memberWith("owner");
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const given: string[] = [];
  for (const kind of ["lockdown", "evacuation", "lockdown"] as const) {
    const order = randomUUID();
    given.unshift(order);
    const body = { kind, doors: [house.door], why: "Øvelse", until };
    await server.ok(api.orderDoors, { as: owner, params: { ...house.params, order }, body });
  }
  const params = { ...house.params, door: house.door };
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 2, ...(cursor && { cursor }) };
    const page = await server.ok(api.pastDoorOrders, { as: house.admin, params, query });
    for (const item of page.items) {
      assert.deepEqual([item.by?.id, item.why], [owner.id, "Øvelse"]);
      assert.equal(item.ended === undefined, item.order === given[0], "only the last is in force");
      found.push(item.order);
    }
    cursor = page.next;
  } while (cursor);
  assert.deepEqual(found, given);
});

test("to who does not administer the door it has no orders and is not there", async () => {
  const resident = await house.memberWith("user");
  const params = { ...house.params, door: house.door };
  assert.equal(await server.refused(api.pastDoorOrders, { as: resident, params }), "404 not-found");
});
