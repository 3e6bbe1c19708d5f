import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { credentialHolder } from "@terskel/access/api/credentials";
import { myDoors } from "@terskel/access/api/passages";
import { changeDoor, oneDoor } from "@terskel/access/api/places";
import { addSchedule } from "@terskel/access/api/schedules";
import { endKeptLocked, keepLocked } from "@terskel/access/api/unlocking";
import { me } from "@terskel/identity/api/me";
import { Client } from "./support/client.ts";
import { eventually } from "./support/eventually.ts";
import { sharePieces } from "./support/pieces.ts";
import type { Pieces } from "./support/pieces.ts";

describe("a door that a schedule unlocks, at a controller that is a process of its own", () => {
  const house = sharePieces();
  let pieces: Pieces;
  let chair: Client;
  let to: { organisation: string; door: string };
  let number: string;
  let schedule: string;
  before(async () => {
    pieces = await house.start();
    const kari = await new Client(pieces.url).signIn("kari");
    chair = await new Client(pieces.url).signIn("ingrid");
    const [membership] = (await kari.call(me, {})).memberships;
    const params = { organisation: membership?.organisation.id ?? "" };
    const doors = (await kari.call(myDoors, { params })).items.map(({ id }) => id);
    to = { ...params, door: doors.find((id) => pieces.doors.includes(id)) ?? "" };
    for (const each of pieces.cards) {
      const { holders } = await chair.call(credentialHolder, { params, body: { number: each } });
      if (holders.some(({ person }) => person.name === "Kari Nordlie")) number = each;
    }
    // At any hour, so that it is the same whenever this runs.
    const week = Array.from({ length: 7 }, (): [string, string][] => [["00:00", "24:00"]]);
    schedule = (await chair.call(addSchedule, { params, body: { name: "Butikken", week } })).id;
  });
  after(async () => await house.stop());

  async function present(): Promise<string> {
    const answer = await fetch(`${pieces.doorsUrl}/doors/${to.door}/present`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ kind: "card", number }),
      signal: AbortSignal.timeout(5000),
    });
    return ((await answer.json()) as { reason: string }).reason;
  }
  async function isOpen(): Promise<boolean> {
    const answer = await fetch(`${pieces.doorsUrl}/doors`, { signal: AbortSignal.timeout(5000) });
    const { doors } = (await answer.json()) as {
      doors: { id: string; held: boolean; lock: string }[];
    };
    const found = doors.find(({ id }) => id === to.door);
    return found?.held === true && found.lock === "unlocked";
  }
  const opens = async () => await eventually("it stands unlocked", isOpen);
  const locks = async () => await eventually("it is locked", async () => !(await isOpen()));
  const now = async () => (await chair.call(oneDoor, { params: to })).unlocking?.now;
  const says = async (stand: string) =>
    await eventually(`the door is ${stand}`, async () => (await now()) === stand);
  const change = async (body: { unlockSchedule?: string; firstPerson?: boolean }) =>
    await chair.call(changeDoor, { params: to, body });

  test("stands unlocked at once, and so again after its controller's death, without a broker", async () => {
    await change({ unlockSchedule: schedule });
    await opens();
    await says("unlocked");
    await pieces.kill("broker");
    await pieces.kill("controller");
    await pieces.start("controller");
    await opens();
    await pieces.start("broker");
  });

  test("kept locked it lets in by card alone, until that is ended", async () => {
    await chair.call(keepLocked, { params: to, body: {} });
    await locks();
    await says("kept-locked");
    assert.equal(await present(), "granted");
    await chair.call(endKeptLocked, { params: to });
    await opens();
  });

  test("kept locked it stands unlocked again at the hour, at a door that has no broker any more", async () => {
    const until = new Date(Date.now() + 8000);
    await chair.call(keepLocked, { params: to, body: { until: until.toISOString() } });
    await locks();
    await pieces.kill("broker");
    await eventually("the hour", () => Date.now() >= until.getTime());
    await opens();
    await pieces.start("broker");
  });

  test("waits for the first person, who has come also after its controller's death", async () => {
    await change({ firstPerson: true });
    await locks();
    await says("waiting");
    assert.equal(await present(), "granted");
    await opens();
    await says("unlocked");
    await pieces.kill("controller");
    await pieces.start("controller");
    await opens();
  });
});
