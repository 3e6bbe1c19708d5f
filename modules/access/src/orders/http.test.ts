import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, describe, test } from "node:test";
import { explainAccess } from "../api/explain.ts";
import * as api from "../api/orders.ts";
import { addDoor } from "../api/places.ts";
import { addHouse, forgetLists, queuedLists } from "../test-house.ts";
import type { TestHouse } from "../test-house.ts";
import { startTestServer } from "../test-server.ts";
import type { TestMember, TestServer } from "../test-server.ts";

let server: TestServer;
let house: TestHouse;
let cellar: string;
let owner: TestMember;
const hourMs = 3_600_000;
before(async () => {
  server = await startTestServer();
  house = await addHouse(server);
  const body = { name: "Kjeller", site: house.site };
  cellar = (await server.ok(addDoor, { as: house.admin, params: house.params, body })).id;
  owner = await house.memberWith("owner");
});
after(async () => await server.stop());
beforeEach(async () => {
  server.clock.now = () => new Date();
  await server.rows("delete from access.door_orders");
  await server.rows("delete from access.order_reasons");
});

type Body = { kind: "lockdown" | "evacuation"; doors: string[]; why: string; until: string };
const ahead = (ms: number) => new Date(Date.now() + ms).toISOString();
const ordering = (change: Partial<Body> = {}, as: TestMember = house.admin) => ({
  as,
  params: { ...house.params, order: randomUUID() as string },
  body: {
    kind: "lockdown" as const,
    doors: [house.door, cellar],
    why: "Noen har brutt seg inn",
    until: ahead(hourMs),
    ...change,
  },
});
const list = async (as: TestMember = house.admin) =>
  (await server.ok(api.doorOrders, { as, params: house.params })).items;
const shown = async (as?: TestMember) =>
  (await list(as)).map(({ door, kind, why, by }) => [door.name, kind, why, !!by]);

describe("an order", () => {
  test("is in force at once at each of its doors: with who, why and until", async () => {
    await forgetLists(server);
    const call = ordering();
    await server.ok(api.orderDoors, call);
    assert.equal(await queuedLists(server, house.organisation), 1);
    const items = await list();
    assert.deepEqual(
      items.map((each) => [each.door.name, each.kind, each.why, each.until, each.by?.id]),
      ["Kjeller", "Port"].map((name) => [
        name,
        "lockdown",
        call.body.why,
        call.body.until,
        house.admin.id,
      ]),
    );
    assert.ok(items.every(({ order, known }) => order === call.params.order && !known));
  });

  test("sent again changes nothing; something else by its id is refused", async () => {
    const call = ordering();
    await server.ok(api.orderDoors, call);
    const before = await list();
    await forgetLists(server);
    await server.ok(api.orderDoors, call);
    assert.deepEqual(await list(), before);
    assert.equal(await queuedLists(server, house.organisation), 0);
    for (const change of [{ kind: "evacuation" }, { doors: [cellar] }, { until: ahead(1000) }]) {
      const other = { ...call, body: { ...call.body, ...change } };
      assert.equal(await server.refused(api.orderDoors, other), "409 order-id-used");
    }
    await server.ok(api.endDoorOrder, { ...call, body: {} });
    await server.ok(api.orderDoors, call);
    assert.deepEqual(await list(), [], "one that has ended is not begun again");
  });

  test("takes the place of what was ordered before, at its own doors only", async () => {
    await server.ok(api.orderDoors, ordering());
    await server.ok(api.orderDoors, ordering({ kind: "evacuation", doors: [cellar], why: "Røyk" }));
    assert.deepEqual(await shown(), [
      ["Kjeller", "evacuation", "Røyk", true],
      ["Port", "lockdown", "Noen har brutt seg inn", true],
    ]);
  });

  test("sent by several at once leaves one in force a door", async () => {
    await Promise.all(
      (["lockdown", "evacuation", "lockdown", "evacuation"] as const).map(async (kind, at) =>
        server.ok(
          api.orderDoors,
          ordering({ kind, doors: at % 2 ? [cellar, house.door] : [house.door, cellar] }),
        ),
      ),
    );
    assert.equal((await list()).length, 2);
  });

  test("ends by itself at its hour, and the next is not kept out by it", async () => {
    const call = ordering();
    await server.ok(api.orderDoors, call);
    server.clock.now = () => new Date(Date.parse(call.body.until) - 1);
    assert.equal((await list()).length, 2);
    server.clock.now = () => new Date(Date.parse(call.body.until));
    assert.deepEqual(await list(), []);
    await server.ok(api.orderDoors, ordering({ until: ahead(2 * hourMs) }));
    assert.equal((await list()).length, 2);
  });

  test("is ended at one door, then at the rest, and ended again is as once", async () => {
    const call = ordering();
    await server.ok(api.orderDoors, call);
    await forgetLists(server);
    await server.ok(api.endDoorOrder, { ...call, body: { doors: [cellar] } });
    assert.equal(await queuedLists(server, house.organisation), 1);
    assert.deepEqual(
      (await list()).map(({ door }) => door.name),
      ["Port"],
    );
    for (let time = 0; time < 2; time += 1) {
      await server.ok(api.endDoorOrder, { ...call, body: {} });
      assert.deepEqual(await list(), []);
    }
  });

  test("goes with its door", async () => {
    const body = { name: "Bod", site: house.site };
    const { id } = await server.ok(addDoor, { as: house.admin, params: house.params, body });
    await server.ok(api.orderDoors, ordering({ doors: [id] }));
    await server.rows("delete from access.doors where id = $1", [id]);
    assert.deepEqual(await list(), []);
  });
});

describe("who may", () => {
  test("a door's administrators may for their door, and see that one only", async () => {
    const administrator = await house.memberWith("door_administrator");
    for (const who of [owner, administrator]) {
      await server.ok(api.orderDoors, ordering({ doors: [house.door] }, who));
      await server.ok(api.orderDoors, ordering({ doors: [cellar] }));
      assert.deepEqual(
        (await list(who)).map(({ door, by }) => [door.name, by?.id]),
        [["Port", who.id]],
      );
    }
  });

  test("nobody may for a door they do not administer: all of an order or nothing of it", async () => {
    const other = await addHouse(server);
    const user = await house.memberWith("user");
    const calls = [
      ordering({}, owner),
      ordering({ doors: [house.door] }, user),
      ordering({ doors: [house.door, other.door] }),
      ordering({ doors: [house.door, randomUUID()] }),
    ];
    for (const call of calls)
      assert.equal(await server.refused(api.orderDoors, call), "404 not-found");
    assert.deepEqual(await list(), []);
    assert.deepEqual(await list(user), []);
  });

  test("nobody ends what is at doors they do not administer, or is at none", async () => {
    const call = ordering();
    await server.ok(api.orderDoors, call);
    const user = await house.memberWith("user");
    const wrong = [
      { ...call, as: user, body: {} },
      { ...call, as: owner, body: { doors: [cellar] } },
      { ...call, body: { doors: [house.door, randomUUID()] } },
      { ...call, params: { ...call.params, order: randomUUID() }, body: {} },
    ];
    for (const one of wrong)
      assert.equal(await server.refused(api.endDoorOrder, one), "404 not-found");
    assert.equal((await list()).length, 2);
    await server.ok(api.endDoorOrder, { ...call, as: owner, body: {} });
    assert.deepEqual(
      (await list()).map(({ door }) => door.name),
      ["Kjeller"],
      "an owner ends it at their own door",
    );
  });

  test("what somebody ordered stays in force, and can be ended, when they are restricted or gone", async () => {
    const gone = await house.memberWith("owner");
    const restricted = await house.memberWith("owner");
    const calls = [ordering({ doors: [house.door] }, gone), ordering({ doors: [cellar] })];
    await server.ok(api.orderDoors, calls[0]!);
    await server.ok(api.orderDoors, calls[1]!);
    await server.rows("update access.order_reasons set ordered_by = $1 where ordered_by <> $2", [
      restricted.id,
      gone.id,
    ]);
    const withhold = "insert into kernel.withholdings (organisation_id, member_id) values ($1, $2)";
    await server.rows(withhold, [house.organisation, restricted.id]);
    await server.rows("delete from kernel.memberships where id = $1", [gone.id]);
    assert.deepEqual(await shown(), [
      ["Kjeller", "lockdown", undefined, false],
      ["Port", "lockdown", "Noen har brutt seg inn", false],
    ]);
    for (const call of calls)
      await server.ok(api.endDoorOrder, { ...call, as: house.admin, body: {} });
    assert.deepEqual(await list(), []);
  });
});

describe("what is refused", () => {
  for (const [what, change, code] of [
    ["an end in the past", () => ({ until: ahead(-1000) }), "422 order-time"],
    ["an end 25 hours ahead", () => ({ until: ahead(25 * hourMs) }), "422 order-time"],
    ["an end that is none", () => ({ until: "later" }), "400 malformed-request"],
    ["no doors", () => ({ doors: [] }), "400 malformed-request"],
    ["a door that is none", () => ({ doors: ["Port"] }), "400 malformed-request"],
    ["no reason", () => ({ why: "  " }), "400 malformed-request"],
    ["a reason of 10,000 letters", () => ({ why: "a".repeat(10_000) }), "400 malformed-request"],
    ["a reason on two lines", () => ({ why: "Brann\ni kjelleren" }), "400 malformed-request"],
    ["an identity number", () => ({ why: "17912099997" }), "422 national-identity-number"],
    ["another kind", () => ({ kind: "party" }) as object, "400 malformed-request"],
  ] as const) {
    test(what, async () => {
      const refused = await server.refused(api.orderDoors, ordering(change()));
      assert.equal(refused, code);
      assert.deepEqual(await list(), []);
    });
  }

  test("24 hours to the second are not", async () => {
    const now = new Date();
    server.clock.now = () => now;
    const until = new Date(now.getTime() + 24 * hourMs).toISOString();
    await server.ok(api.orderDoors, ordering({ until }));
  });
});

test("why somebody could, or could not, open: also at an hour of a lockdown that is over", async () => {
  const user = await house.memberWith("user");
  const params = { ...house.params, door: house.door, person: user.id };
  const ask = async (at?: Date) => {
    const query = at ? { at: at.toISOString() } : {};
    const { allowed, reason, grants } = await server.ok(explainAccess, {
      as: house.admin,
      params,
      query,
    });
    assert.equal(allowed, reason === "granted");
    assert.deepEqual(
      grants.map((grant) => grant.reason),
      ["granted"],
      "what each access alone would say",
    );
    return reason;
  };
  const call = ordering();
  await server.ok(api.orderDoors, call);
  assert.equal(await ask(), "lockdown");
  assert.equal(await ask(new Date(call.body.until)), "granted");
  // As it would stand an hour later: ordered two hours ago, ended one hour ago.
  await server.ok(api.endDoorOrder, { ...call, body: {} });
  await server.rows(
    `update access.door_orders set ordered_at = ordered_at - interval '2 hours',
       ended_at = ended_at - interval '1 hour'`,
  );
  assert.equal(await ask(), "granted");
  assert.equal(await ask(new Date(Date.now() - 1.5 * hourMs)), "lockdown");
  assert.equal(await ask(new Date(Date.now() - 0.5 * hourMs)), "granted");
  assert.equal(await ask(new Date(Date.now() - 2.5 * hourMs)), "granted");
});
