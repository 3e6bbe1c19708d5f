import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addArea, resetArea } from "@terskel/access/api/areas";
import { credentialHolder } from "@terskel/access/api/credentials";
import { myDoors, passages } from "@terskel/access/api/passages";
import { changeDoor } from "@terskel/access/api/places";
import { me } from "@terskel/identity/api/me";
import { Client } from "./support/client.ts";
import { eventually } from "./support/eventually.ts";
import { sharePieces } from "./support/pieces.ts";
import type { Pieces } from "./support/pieces.ts";

describe("who is inside, at a controller that is a process of its own", () => {
  const house = sharePieces();
  let pieces: Pieces;
  let chair: Client;
  let params: { organisation: string };
  let door: string;
  let number: string;
  let area: string;
  before(async () => {
    pieces = await house.start();
    const kari = await new Client(pieces.url).signIn("kari");
    chair = await new Client(pieces.url).signIn("ingrid");
    params = { organisation: (await kari.call(me, {})).memberships[0]?.organisation.id ?? "" };
    const doors = (await kari.call(myDoors, { params })).items.map(({ id }) => id);
    door = doors.find((id) => pieces.doors.includes(id)) ?? "";
    for (const each of pieces.cards) {
      const { holders } = await chair.call(credentialHolder, { params, body: { number: each } });
      if (holders.some(({ person }) => person.name === "Kari Nordlie")) number = each;
    }
    const body = { name: "Lageret", passback: "hard" as const, forgiveHours: 8 };
    area = (await chair.call(addArea, { params, body })).id;
    const rules = { area, readerInside: true, heldAfterSeconds: null };
    await chair.call(changeDoor, { params: { ...params, door }, body: rules });
    await eventually("the door has a reader inside", async () => {
      const answer = await fetch(`${pieces.doorsUrl}/doors`, { signal: AbortSignal.timeout(5000) });
      const view = (await answer.json()) as { doors: { id: string; readerInside: boolean }[] };
      return view.doors.find(({ id }) => id === door)?.readerInside === true;
    });
  });
  after(async () => await house.stop());

  /** What the door says to her card. */
  async function present(at: "in" | "out"): Promise<string> {
    const answer = await fetch(`${pieces.doorsUrl}/doors/${door}/present`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ kind: "card", number, at }),
      signal: AbortSignal.timeout(5000),
    });
    return ((await answer.json()) as { reason: string }).reason;
  }

  test("is known without a broker and across the controller's death, and reset from the portal once it is back", async () => {
    assert.equal(await present("in"), "granted");
    await pieces.kill("broker");
    assert.equal(await present("in"), "passback");
    await pieces.kill("controller");
    await pieces.start("controller");
    assert.equal(await present("in"), "passback");
    await chair.call(resetArea, { params: { ...params, area }, body: {} });
    await pieces.start("broker");
    await eventually("she is let in", async () => (await present("in")) === "granted");
    assert.equal(await present("out"), "granted");
    assert.equal(await present("in"), "granted");
  });

  test("stands in the log by its reader, and in the cloud nowhere else", async () => {
    const query = { door, limit: 50 };
    const points = async () =>
      (await chair.call(passages, { params, query })).items.map(({ accessPoint }) => accessPoint);
    await eventually("both readers", async () => {
      const seen = new Set(await points());
      return seen.has("in") && seen.has("out");
    });
    const { rows } = await pieces.pool.query<{ member_id: string | null }>(
      "select member_id from access.area_resets",
    );
    assert.deepEqual(rows, [{ member_id: null }]);
  });
});
