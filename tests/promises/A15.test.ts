import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { confirmContactChange, me, requestContactChange } from "@terskel/identity/api/me";
import { changePerson, people } from "@terskel/identity/api/people";
import { decideRequest, readDeskRequest } from "@terskel/kernel/api/desk";
import { makeRequest } from "@terskel/kernel/api/requests";
import type { Client } from "../support/client.ts";
import { startHouse } from "./people.ts";
import type { House } from "./people.ts";

const address = "kari.nordlie@solhaug.example";
const newAddress = "kari@nyadresse.example";

describe("A15: a person corrects their own data; other corrections can be requested", () => {
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

  test("what only others can correct is asked for, corrected, and told to her and to who keeps a copy", async () => {
    const { id } = await kari.call(makeRequest, {
      body: {
        organisation,
        wish: { kind: "rectification", record: "Navn", wrong: "Kari Nordlie", right: "Kari Nord" },
      },
    });
    const params = { organisation, request: id };
    const { wish } = await chair.call(readDeskRequest, { params });
    assert.ok(wish?.kind === "rectification" && wish.right === "Kari Nord");
    const query = { search: "Kari Nordlie" };
    const [person] = (await chair.call(people, { params: { organisation }, query })).items;
    await chair.call(changePerson, {
      params: { organisation, person: person?.id ?? "" },
      body: { name: "Kari Nord" },
    });
    await chair.call(decideRequest, { params, body: { decision: "granted" } });
    assert.match((await house.letter(address, /^Svar på/)).text, /rettet/);
    await house.letter("ingrid.solheim@solhaug.example", /rettet|Rett/);
  });

  test("her e-mail address she corrects herself, and it counts once it is proven", async () => {
    const since = Date.now();
    const { code } = await kari.call(requestContactChange, {
      body: { channel: "email", email: newAddress },
    });
    assert.notEqual((await kari.call(me, {})).email, newAddress);
    const digits = await house.digits(newAddress, since);
    await kari.call(confirmContactChange, { body: { code, digits } });
    assert.equal((await kari.call(me, {})).email, newAddress);
  });
});
