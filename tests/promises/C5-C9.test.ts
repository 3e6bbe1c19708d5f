import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setDoorLog } from "@terskel/access/api/log";
import { doors as doorList } from "@terskel/access/api/places";
import { myDoors, myPassages, openDoor, passages } from "@terskel/access/api/passages";
import { me } from "@terskel/identity/api/me";
import type { Client } from "../support/client.ts";
import { eventually } from "../support/eventually.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

const dayMs = 24 * 3_600_000;

describe("C5: the log is kept for an interval that the door's administrator sets, door by door", () => {
  let house: House;
  let chair: Client;
  let organisation: string;
  let doors: string[];
  before(async () => {
    house = await startHouse();
    chair = await house.as("ingrid");
    organisation = await house.organisationOf(chair);
    const { items } = await chair.call(myDoors, { params: { organisation } });
    doors = items.map(({ id }) => id).slice(0, 2);
    for (const door of doors) {
      const params = { organisation, door };
      await chair.call(openDoor, { params, body: { request: crypto.randomUUID() } });
    }
    await eventually("both are in the log", async () => (await kept()).size === 2);
  });
  after(async () => await house.stop());

  /** How many days each door's passage is kept after it happened. */
  async function kept(): Promise<Map<string, number>> {
    const { items } = await chair.call(passages, { params: { organisation }, query: {} });
    return new Map(
      items.map(({ door, at, keptUntil }) => [
        door.id,
        (Date.parse(keptUntil) - Date.parse(at)) / dayMs,
      ]),
    );
  }

  test("a new interval counts for that door alone, also for what is in the log", async () => {
    const [one = "", other = ""] = doors;
    const before = await kept();
    for (const logDays of [3, 60]) {
      await chair.call(setDoorLog, { params: { organisation, door: one }, body: { logDays } });
      const now = await eventually(
        "it counts",
        async () => {
          const each = await kept();
          return each.get(one) === logDays && each;
        },
        60_000,
      );
      assert.equal(now.get(other), before.get(other));
      // The person reads the same in their own log.
      const own = await chair.call(myPassages, { params: { organisation }, query: {} });
      const mine = own.items.find(({ door }) => door.id === one);
      assert.equal(
        (Date.parse(mine?.keptUntil ?? "") - Date.parse(mine?.at ?? "")) / dayMs,
        logDays,
      );
    }
  });

  test("what the log tells is chosen too: without names nothing leads to the person, off there is nothing", async () => {
    const [, door = ""] = doors;
    const params = { organisation, door };
    const ofDoor = async () =>
      (await chair.call(passages, { params: { organisation }, query: { door } })).items;
    assert.ok((await ofDoor())[0]?.person);
    await chair.call(setDoorLog, { params, body: { logMode: "anonymous" } });
    await eventually("it is without a name", async () => (await ofDoor()).length === 1, 60_000);
    assert.equal((await ofDoor())[0]?.person, undefined);
    const own = await chair.call(myPassages, { params: { organisation }, query: {} });
    assert.ok(own.items.every((each) => each.door.id !== door));
    await chair.call(setDoorLog, { params, body: { logMode: "off" } });
    assert.deepEqual(await ofDoor(), []);
    await chair.call(openDoor, { params, body: { request: crypto.randomUUID() } });
    const behind = async () =>
      (await house.owner.query("select from access.passages where door_id = $1", [door])).rows;
    await eventually("nothing is stored", async () => (await behind()).length === 0, 60_000);
  });

  test("whoever does not administer the door does not set it", async () => {
    const kari = await house.as("kari");
    const params = { organisation, door: doors[0] ?? "" };
    const refused = await refusal(kari.call(setDoorLog, { params, body: { logDays: 1 } }));
    assert.match(refused, /^not-(allowed|found)$|administrator/);
    assert.equal((await kept()).get(doors[0] ?? ""), 60);
  });

  test("C9: a person sees whose policy that is, door by door, and reads it", async () => {
    const kari = await house.as("kari");
    const { items } = await kari.call(myDoors, { params: { organisation } });
    assert.ok(items.length > 0);
    const { memberships } = await kari.call(me, {});
    const name = memberships.find((each) => each.organisation.id === organisation)?.organisation
      .name;
    const policy = await (await fetch(`${house.url}/notices/${organisation}?lang=en`)).text();
    assert.ok(name && policy.includes(name));
    assert.match(policy, /as many days as the door's administrator has set/);
    const set = await chair.call(doorList, { params: { organisation }, query: { limit: 100 } });
    for (const { id, logDays } of items)
      assert.equal(logDays, set.items.find((each) => each.id === id)?.logDays);
  });
});
