import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { acknowledgeAlarm, doorAlarms } from "@terskel/access/api/alarms";
import { controllers } from "@terskel/access/api/controllers";
import { changeDoor, doors as allDoors, oneDoor } from "@terskel/access/api/places";
import { me } from "@terskel/identity/api/me";
import { Client } from "./support/client.ts";
import { eventually } from "./support/eventually.ts";
import { sharePieces } from "./support/pieces.ts";
import type { Pieces } from "./support/pieces.ts";

type Act = "pull" | "handle" | "force" | "close";

describe("alarms of a door, at a controller that is a process of its own", () => {
  const house = sharePieces();
  let pieces: Pieces;
  let chair: Client;
  let params: { organisation: string };
  let door: string;
  before(async () => {
    pieces = await house.start();
    chair = await new Client(pieces.url).signIn("ingrid");
    params = { organisation: (await chair.call(me, {})).memberships[0]?.organisation.id ?? "" };
    const { items } = await chair.call(allDoors, { params });
    door = items.find(({ id }) => pieces.doors.includes(id))?.id ?? "";
    await says("locked");
  });
  after(async () => await house.stop());

  const act = async (what: Act) => {
    const answer = await fetch(`${pieces.doorsUrl}/doors/${door}/act`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ act: what }),
      signal: AbortSignal.timeout(5000),
    });
    assert.equal(answer.status, 200);
  };
  const shown = async () => await chair.call(oneDoor, { params: { ...params, door } });
  const says = async (state: string) =>
    await eventually(`the door is ${state}`, async () => (await shown()).state === state);
  const waiting = async () =>
    (await chair.call(doorAlarms, { params, query: { only: "waiting" } })).items;
  /** The revision of the list that the door's controller has. */
  const reported = async () => {
    const { items } = await chair.call(controllers, { params });
    const { controller } = await shown();
    return items.find(({ id }) => id === controller?.id)?.revisionReported ?? 0;
  };
  const history = async () => (await chair.call(doorAlarms, { params, query: { door } })).items;

  test("a door that is opened by the handle inside is open, and nobody is called", async () => {
    await act("handle");
    await says("open");
    await act("close");
    await says("locked");
    assert.deepEqual(await history(), []);
  });

  test("a door that is forced calls whoever administers it; acknowledged, it is forced still until it is closed", async () => {
    await act("force");
    const [alarm] = await eventually("the alarm", async () => {
      const found = await waiting();
      return found.length > 0 && found;
    });
    assert.deepEqual([alarm?.kind, alarm?.door.id, alarm?.late], ["forced", door, false]);
    await says("forced");
    await chair.call(acknowledgeAlarm, { params: { ...params, door, alarm: alarm!.id } });
    assert.deepEqual(await waiting(), []);
    assert.equal((await shown()).state, "forced");
    await act("close");
    await says("locked");
    const [past] = await history();
    assert.ok(past?.ended && past.by?.name.startsWith("Ingrid"));
  });

  test("held open while the broker is away, and its controller dies: it is known when they are back, as late, and calls nobody", async () => {
    const before = await reported();
    const body = { heldAfterSeconds: 5 };
    await chair.call(changeDoor, { params: { ...params, door }, body });
    await eventually("the controller has it", async () => (await reported()) > before);
    await pieces.kill("broker");
    await act("handle");
    const openedMs = Date.now();
    await eventually(
      "it has begun more than a minute ago",
      () => Date.now() > openedMs + 67_000,
      90_000,
    );
    await act("close");
    await pieces.kill("controller");
    await pieces.start("broker");
    await pieces.start("controller");
    const late = await eventually("the alarm", async () =>
      (await history()).find(({ kind }) => kind === "held"),
    );
    assert.ok(late.late && late.ended);
    assert.ok(Date.parse(late.ended) - Date.parse(late.began) > 60_000);
    assert.deepEqual(await waiting(), []);
    await says("locked");
    assert.equal((await history()).length, 2, "each once");
  });
});
