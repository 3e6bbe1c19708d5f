import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, describe, test } from "node:test";
import * as explain from "../api/explain.ts";
import * as grants from "../api/grants.ts";
import * as api from "../api/leases.ts";
import * as passages from "../api/passages.ts";
import * as units from "../api/units.ts";
import { addHouse, forgetLists, queuedLists } from "../test-house.ts";
import type { TestHouse } from "../test-house.ts";
import { startTestServer } from "../test-server.ts";
import type { TestMember, TestServer } from "../test-server.ts";

const hourMs = 3_600_000;
let server: TestServer;
let house: TestHouse;
let kari: TestMember;
let ola: TestMember;
before(async () => {
  server = await startTestServer();
});
after(async () => await server.stop());
beforeEach(async () => {
  server.clock.now = () => new Date();
  house = await addHouse(server);
  kari = await server.addMember(house.organisation, { name: "Kari" });
  ola = await server.addMember(house.organisation, { name: "Ola" });
  await server.ok(grants.addGrant, { ...as(), body: { door: house.door, group: house.group } });
});

const as = () => ({ as: house.admin, params: house.params });
const inHours = (hours: number) => new Date(Date.now() + hours * hourMs).toISOString();
type Body = { unit?: string; tenants?: string[]; from?: string; until?: string };
/** Kari's, from an hour ago and for ten hours, unless said. */
const letting = (body: Body = {}, lease: string = randomUUID()) => ({
  as: house.admin,
  params: { ...house.params, lease },
  body: { unit: house.unit, tenants: [kari.id], from: inHours(-1), until: inHours(10), ...body },
});
const listed = async () =>
  (await server.ok(api.leases, { ...as(), query: { unit: house.unit } })).items;
const unit = async () =>
  await server.ok(units.oneUnit, { ...as(), params: { ...house.params, unit: house.unit } });
const mine = async (who: TestMember) =>
  (await server.ok(passages.myDoors, { as: who, params: house.params })).items;
const why = async (who: TestMember, at: string) =>
  (
    await server.ok(explain.explainAccess, {
      ...as(),
      params: { ...house.params, door: house.door, person: who.id },
      query: { at },
    })
  ).reason;

describe("a unit that is let", () => {
  test("changes hands at the hour: until then the one tenant may open, from then on the other", async () => {
    const handover = inHours(10);
    const first = letting({ until: handover });
    const next = letting({ tenants: [ola.id], from: handover, until: inHours(20) });
    // The next is entered long before, in any order.
    await server.ok(api.letUnit, next);
    await server.ok(api.letUnit, first);
    const [port] = await mine(kari);
    assert.equal(port?.openable, true);
    assert.deepEqual(port?.grants, [
      {
        role: "user",
        via: "H0101",
        asTenant: true,
        validFrom: first.body.from,
        validUntil: handover,
      },
    ]);
    assert.equal((await mine(ola))[0]?.openable, false);
    const just = new Date(Date.parse(handover) - 1).toISOString();
    assert.deepEqual([await why(kari, just), await why(ola, just)], ["granted", "not-yet-valid"]);
    assert.deepEqual([await why(kari, handover), await why(ola, handover)], ["expired", "granted"]);
    assert.equal(await why(ola, inHours(20)), "expired");
    assert.deepEqual(
      (await unit()).leases.map(({ from, tenants }) => [from, tenants.map(({ name }) => name)]),
      [
        [first.body.from, ["Kari"]],
        [handover, ["Ola"]],
      ],
    );
  });

  test("gives what the unit itself has too, and no longer than that lasts", async () => {
    const until = inHours(2);
    const body = { door: house.door, unit: house.unit, validUntil: until };
    await server.ok(grants.addGrant, { ...as(), body });
    await server.ok(api.letUnit, letting());
    const held = (await mine(kari))[0]?.grants ?? [];
    assert.deepEqual(
      [held.length, held.filter(({ validUntil }) => validUntil === until).length],
      [2, 1],
    );
    const [line] = (await server.ok(grants.grants, { ...as(), query: { unit: house.unit } })).items;
    assert.equal(line?.unit?.name, "H0101");
  });

  test("has several tenants, who belong to the unit's group for as long as they rent", async () => {
    await server.ok(api.letUnit, letting({ tenants: [kari.id, ola.id, kari.id] }));
    const people = async () => (await server.ok(grants.groups, as())).items[0]?.people;
    assert.equal(await people(), 2);
    server.clock.now = () => new Date(Date.now() + 11 * hourMs);
    assert.equal(await people(), 0);
  });

  test("is let once at a time; who lets it again is told which lease is met", async () => {
    const first = letting();
    await server.ok(api.letUnit, first);
    for (const body of [
      { from: inHours(9), until: inHours(12) },
      { from: inHours(-2), until: inHours(0.5) },
      { from: inHours(-2) },
    ]) {
      const { params, body: sent } = letting({ tenants: [ola.id], ...body });
      const answer = await server.app.inject({
        method: "PUT",
        url: `/api/v1/organisations/${params.organisation}/leases/${params.lease}`,
        headers: { "x-test-person": house.admin.person },
        payload: sent,
      });
      const { code, lease, from, until } = answer.json<Record<string, string>>();
      assert.deepEqual(
        [answer.statusCode, code, lease, from, until],
        [409, "lease-overlaps", first.params.lease, first.body.from, first.body.until],
      );
    }
    const atOnce = await Promise.all(
      [0, 1, 2].map(async () => {
        const call = letting({ from: inHours(30), until: inHours(40) });
        return await server.ok(api.letUnit, call).then(
          () => "let",
          () => "refused",
        );
      }),
    );
    assert.deepEqual(atOnce.sort(), ["let", "refused", "refused"]);
  });

  test("is let for ever until an end is set, moved or taken away", async () => {
    const { until: _, ...body } = letting().body;
    const call = { ...letting(), body };
    await server.ok(api.letUnit, call);
    const change = { as: house.admin, params: call.params };
    assert.equal((await listed())[0]?.until, undefined);
    const until = inHours(5);
    await server.ok(api.changeLease, { ...change, body: { until } });
    assert.equal((await listed())[0]?.until, until);
    const [row] = await server.rows<{ ends_at: Date }>(
      "select ends_at from access.tenants where lease_id = $1",
      [call.params.lease],
    );
    assert.equal(row?.ends_at.toISOString(), until, "what is stored about the person says so too");
    await server.ok(api.changeLease, { ...change, body: { until: null, tenants: [ola.id] } });
    const [lease] = await listed();
    assert.deepEqual([lease?.until, lease?.tenants[0]?.name], [undefined, "Ola"]);
    const past = { ...change, body: { until: inHours(-0.5) } };
    assert.equal(await server.refused(api.changeLease, past), "422 end-in-the-past");
    const start = { ...change, body: { from: inHours(1) } };
    assert.equal(await server.refused(api.changeLease, start), "409 lease-begun");
  });

  test("is ended at once, or cancelled before it has begun; over, it stays and is changed no more", async () => {
    const running = letting();
    const toCome = letting({ tenants: [ola.id], from: inHours(10), until: inHours(20) });
    await server.ok(api.letUnit, running);
    await server.ok(api.letUnit, toCome);
    const { params } = running;
    await server.ok(api.endLease, { ...as(), params });
    await server.ok(api.endLease, { ...as(), params });
    assert.deepEqual(await mine(kari), []);
    await server.ok(api.endLease, { ...as(), params: toCome.params });
    assert.deepEqual(await mine(ola), []);
    assert.deepEqual(
      (await listed()).map(({ id }) => id),
      [params.lease],
    );
    assert.equal(await why(kari, inHours(-0.5)), "granted", "and one can say why it opened");
    const change = { ...as(), params, body: { until: inHours(3) } };
    assert.equal(await server.refused(api.changeLease, change), "409 lease-over");
  });

  test("sent again it changes nothing; something else by the same id is refused", async () => {
    const call = letting();
    await server.ok(api.letUnit, call);
    await server.ok(api.letUnit, call);
    assert.equal((await listed()).length, 1);
    const other = { ...call, body: { ...call.body, until: inHours(11) } };
    assert.equal(await server.refused(api.letUnit, other), "409 lease-id-used");
  });

  test("is not removed; one whose leases are over is, and they go with it", async () => {
    const call = letting();
    await server.ok(api.letUnit, call);
    const remove = { ...as(), params: { ...house.params, unit: house.unit } };
    assert.equal(await server.refused(units.removeUnit, remove), "409 unit-let");
    await server.ok(api.endLease, { ...as(), params: call.params });
    await server.ok(units.removeUnit, remove);
    assert.deepEqual(
      await server.rows("select id from access.leases where unit_id = $1", [house.unit]),
      [],
    );
  });
});

test("the doors are told of every lease, also the second time", async () => {
  const call = letting({ from: inHours(1) });
  const { params } = call;
  for (const change of [
    () => server.ok(api.letUnit, call),
    () => server.ok(api.changeLease, { ...as(), params, body: { until: null } }),
    () => server.ok(api.endLease, { ...as(), params }),
  ]) {
    await forgetLists(server);
    await change();
    assert.equal(await queuedLists(server, house.organisation), 1);
  }
});

test("another organisation's units, people and leases are not there", async () => {
  const call = letting();
  await server.ok(api.letUnit, call);
  const other = await addHouse(server);
  const theirs = { ...other.params, lease: call.params.lease };
  const refused = [
    await server.refused(api.letUnit, { as: other.admin, params: theirs, body: call.body }),
    await server.refused(
      api.letUnit,
      letting({ unit: other.unit, from: inHours(20), until: inHours(30) }),
    ),
    await server.refused(
      api.letUnit,
      letting({ tenants: [other.admin.id], from: inHours(20), until: inHours(30) }),
    ),
    await server.refused(api.changeLease, { as: other.admin, params: theirs, body: {} }),
    await server.refused(api.endLease, { as: other.admin, params: theirs }),
  ];
  assert.deepEqual(new Set(refused), new Set(["404 not-found"]));
  const own = {
    as: other.admin,
    params: theirs,
    body: { ...call.body, unit: other.unit, tenants: [other.admin.id] },
  };
  assert.equal(await server.refused(api.letUnit, own), "409 lease-id-used");
});
