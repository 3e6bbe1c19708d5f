import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { deletePicture, getPicture, me, putPicture } from "@terskel/identity/api/me";
import type { Client } from "../support/client.ts";
import { onePixel, startHouse } from "./people.ts";
import type { House } from "./people.ts";

describe("C3: a profile picture can be uploaded, seen, changed and removed", () => {
  let house: House;
  let kari: Client;
  before(async () => {
    house = await startHouse();
    kari = await house.as("kari");
  });
  after(async () => await house.stop());

  const seen = async (client: Client) => await client.fetch(getPicture.path);
  const stored = async () => {
    const { owner } = house;
    const { rows } = await owner.query<{ n: number }>(
      "select count(*)::int as n from identity.pictures",
    );
    return rows[0]?.n;
  };

  test("uploaded it is seen by her, and is nobody else's", async () => {
    assert.equal((await seen(kari)).status, 404);
    await kari.call(putPicture, { body: { image: onePixel } });
    const answer = await seen(kari);
    assert.equal(answer.headers.get("content-type"), "image/webp");
    assert.equal((await kari.call(me, {})).hasPicture, true);
    assert.equal((await seen(await house.as("ingrid"))).status, 404);
  });

  test("changed, the new one stands in its place", async () => {
    const before = (await kari.call(me, {})).pictureVersion;
    const otherPixel =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
    await kari.call(putPicture, { body: { image: otherPixel } });
    assert.notEqual((await kari.call(me, {})).pictureVersion, before);
    assert.equal(await stored(), 1);
  });

  test("removed, it stands nowhere", async () => {
    await kari.call(deletePicture, {});
    assert.equal((await seen(kari)).status, 404);
    assert.equal((await kari.call(me, {})).hasPicture, false);
    assert.equal(await stored(), 0);
  });
});
