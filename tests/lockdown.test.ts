import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { credentialHolder } from "@terskel/access/api/credentials";
import { doorOrders, endDoorOrder, orderDoors } from "@terskel/access/api/orders";
import { myDoors, openDoor } from "@terskel/access/api/passages";
import { me } from "@terskel/identity/api/me";
import { Client } from "./support/client.ts";
import { eventually } from "./support/eventually.ts";
import { sharePieces } from "./support/pieces.ts";
import type { Pieces } from "./support/pieces.ts";

describe("lockdown and evacuation, at a controller that is a process of its own", () => {
  const house = sharePieces();
  let pieces: Pieces;
  let kari: Client;
  let chair: Client;
  let params: { organisation: string };
  let door: string;
  let number: string;
  before(async () => {
    pieces = await house.start();
    kari = await new Client(pieces.url).signIn("kari");
    chair = await new Client(pieces.url).signIn("ingrid");
    params = { organisation: (await kari.call(me, {})).memberships[0]?.organisation.id ?? "" };
    const doors = (await kari.call(myDoors, { params })).items.map(({ id }) => id);
    door = doors.find((id) => pieces.doors.includes(id)) ?? "";
    for (const each of pieces.cards) {
      const { holders } = await chair.call(credentialHolder, { params, body: { number: each } });
      if (holders.some(({ person }) => person.name === "Kari Nordlie")) number = each;
    }
  });
  after(async () => await house.stop());

  /** What the door says to her card. */
  async function present(): Promise<string> {
    const answer = await fetch(`${pieces.doorsUrl}/doors/${door}/present`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ kind: "card", number }),
      signal: AbortSignal.timeout(5000),
    });
    return ((await answer.json()) as { reason: string }).reason;
  }
  const says = async (reason: string) =>
    await eventually(`the door says ${reason}`, async () => (await present()) === reason);
  async function held(): Promise<boolean> {
    const answer = await fetch(`${pieces.doorsUrl}/doors`, { signal: AbortSignal.timeout(5000) });
    const { doors } = (await answer.json()) as {
      doors: { id: string; held: boolean; lock: string }[];
    };
    const found = doors.find(({ id }) => id === door);
    return found?.held === true && found.lock === "unlocked";
  }
  async function order(kind: "lockdown" | "evacuation", forMs: number) {
    const to = { ...params, order: randomUUID() };
    const until = new Date(Date.now() + forMs);
    const body = { kind, doors: [door], why: "Røyk i trappen", until: until.toISOString() };
    await chair.call(orderDoors, { params: to, body });
    return {
      until,
      end: async () => await chair.call(endDoorOrder, { params: to, body: {} }),
    };
  }
  const known = async () =>
    (await chair.call(doorOrders, { params })).items.map((item) => item.known);
  const hourMs = 3_600_000;

  test("a lockdown is at the door at once, is known to be, and ends when it is ended", async () => {
    await says("granted");
    const { end } = await order("lockdown", hourMs);
    await says("lockdown");
    await eventually("the door is known to know", async () => (await known())[0] === true);
    const to = { ...params, door };
    const { outcome, reason } = await kari.call(openDoor, {
      params: to,
      body: { request: randomUUID() },
    });
    assert.deepEqual([outcome, reason], ["refused", "lockdown"]);
    await end();
    await says("granted");
  });

  test("a lockdown ends at its hour at a door that has no broker any more", async () => {
    const { until } = await order("lockdown", 6000);
    await says("lockdown");
    await pieces.kill("broker");
    assert.equal(await present(), "lockdown");
    await eventually("its hour", () => Date.now() >= until.getTime());
    await says("granted");
    await pieces.start("broker");
  });

  test("an evacuation that is ordered while the door is away holds it open when it is back, and is ended", async () => {
    await pieces.kill("controller");
    const { end } = await order("evacuation", hourMs);
    await pieces.start("controller");
    await eventually("it stands open", held);
    assert.equal(await present(), "granted");
    await end();
    await eventually("it is locked", async () => !(await held()));
  });

  test("an evacuation holds the door open across its controller's death, without a broker, until its hour", async () => {
    const { until } = await order("evacuation", 15_000);
    await eventually("it stands open", held);
    await pieces.kill("broker");
    await pieces.kill("controller");
    await pieces.start("controller");
    await eventually("it stands open again", held);
    assert.ok(Date.now() < until.getTime(), "before its hour");
    await eventually("its hour", () => Date.now() >= until.getTime());
    await eventually("it is locked", async () => !(await held()));
    await pieces.start("broker");
  });

  test("who ordered and who ended stands in the trail, and why in no process's log", async () => {
    const { rows } = await pieces.pool.query<{ action: string }>(
      `select distinct action from kernel.audit_contents
        where action in ('access.orderDoors', 'access.endDoorOrder') and by_role = 'administrator' order by action`,
    );
    assert.deepEqual(
      rows.map(({ action }) => action),
      ["access.endDoorOrder", "access.orderDoors"],
    );
    for (const kind of ["server", "controller", "broker"] as const)
      assert.ok(!pieces.output(kind).includes("Røyk"), kind);
  });
});
