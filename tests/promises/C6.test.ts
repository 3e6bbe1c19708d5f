import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addGrant } from "@terskel/access/api/grants";
import { myDoors } from "@terskel/access/api/passages";
import { people } from "@terskel/identity/api/people";
import type { Client } from "../support/client.ts";
import { startHouse } from "./people.ts";
import type { House } from "./people.ts";

describe("C6: a person's every access, with its role, is listed", () => {
  let house: House;
  let kari: Client;
  let chair: Client;
  let organisation: string;
  before(async () => {
    house = await startHouse();
    kari = await house.as("kari");
    chair = await house.as("ingrid");
    organisation = await house.organisationOf(kari);
  });
  after(async () => await house.stop());

  const listed = async (client: Client) =>
    (await client.call(myDoors, { params: { organisation } })).items;

  test("also two to one door: what is given by her flat, and what is given to her", async () => {
    const [door, ...others] = await listed(kari);
    assert.deepEqual(others, []);
    assert.deepEqual(
      door?.grants.map(({ role, via }) => [role, via]),
      [["user", "A-H0301"]],
    );
    const query = { search: "Kari Nordlie" };
    const [person] = (await chair.call(people, { params: { organisation }, query })).items;
    const validUntil = new Date(Date.now() + 3_600_000).toISOString();
    await chair.call(addGrant, {
      params: { organisation },
      body: {
        door: door?.id ?? "",
        person: person?.id ?? "",
        role: "door_administrator",
        validUntil,
      },
    });
    const [now] = await listed(kari);
    assert.deepEqual(
      now?.grants.map(({ role, via, validUntil: until }) => [role, via, until]).sort(),
      [
        ["door_administrator", undefined, validUntil],
        ["user", "A-H0301", undefined],
      ],
    );
  });

  test("and nobody else's", async () => {
    const roles = (await listed(chair)).flatMap(({ grants }) => grants.map(({ role }) => role));
    assert.ok(roles.length >= 3 && roles.every((role) => role === "owner" || role === "user"));
  });
});
