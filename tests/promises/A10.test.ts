import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { addOrganisation } from "@terskel/identity/api/operator";
import { addPerson, changePerson, people, removePerson } from "@terskel/identity/api/people";
import { openings } from "@terskel/kernel/api/openings";
import * as desk from "@terskel/support/api/desk";
import * as mine from "@terskel/support/api/mine";
import * as operator from "@terskel/support/api/operator";
import type { Client } from "../support/client.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

let house: House;
let chair: Client;
let kari: Client;
let nora: Client;
let params: { organisation: string };
before(async () => {
  house = await startHouse();
  [chair, kari, nora] = [await house.as("ingrid"), await house.as("kari"), await house.as("nora")];
  params = { organisation: await house.organisationOf(chair) };
});
after(async () => await house.stop());

describe("A10: accounts are administered on the organisation's behalf", () => {
  test("the operator creates its first account, which its administrator takes over", async () => {
    const email = "driftsleder@brygga.example";
    const { id: organisation } = await nora.call(addOrganisation, {
      body: {
        name: "Brygga kontorhus",
        number: "923609016",
        country: "NO",
        kind: "office",
        administrator: { name: "Tuva Brygge", email },
      },
    });
    const tuva = await house.asOwnerOf(email);
    const { items } = await tuva.call(people, { params: { organisation }, query: {} });
    assert.deepEqual(
      items.map(({ name, source, claimed }) => [name, source, claimed]),
      [["Tuva Brygge", "operator", true]],
    );
  });

  test("the organisation adds, corrects and removes its own, and no other's", async () => {
    const { id: person } = await chair.call(addPerson, {
      params,
      body: { name: "Mons Nabo", email: "mons.nabo@solhaug.example" },
    });
    const of = { ...params, person };
    await chair.call(changePerson, { params: of, body: { name: "Mons Naboe" } });
    const lise = await house.as("lise");
    const theirs = { organisation: await house.organisationOf(lise), person };
    assert.equal(await refusal(lise.call(removePerson, { params: theirs })), "not-found");
    await chair.call(removePerson, { params: of });
    const { items } = await chair.call(people, { params, query: { search: "Mons" } });
    assert.deepEqual(items, []);
  });
});

describe("A10: support cases are handled on the organisation's behalf", () => {
  const given = {
    id: randomUUID(),
    message: randomUUID(),
    subject: "The fob does not open",
    body: "It blinks red at stairwell A.",
  };
  let of: { organisation: string; case: string };
  before(async () => {
    await kari.call(mine.ask, { params, body: given });
    of = { ...params, case: given.id };
  });

  test("from the question to the answer, with a letter that says nothing of what is written", async () => {
    const { items } = await chair.call(desk.cases, { params, query: { limit: 200 } });
    const waiting = items.find(({ id }) => id === given.id);
    assert.deepEqual([waiting?.subject, waiting?.person.name], [given.subject, "Kari Nordlie"]);
    const body = { id: randomUUID(), body: "A new fob lies in your post box." };
    await chair.call(desk.answer, { params: of, body });
    const read = await kari.call(mine.myCase, { params: of });
    assert.deepEqual(
      read.messages.map(({ side, author, body: said }) => [side, author, said]),
      [
        ["person", undefined, given.body],
        ["organisation", "Ingrid Solheim", body.body],
      ],
    );
    const letter = await house.letter(
      "kari.nordlie@solhaug.example",
      new RegExp(`\\b${read.number}\\b.*Solhaug`),
    );
    assert.ok(letter.text.includes(`/support/${of.organisation}/${of.case}`));
    for (const secret of [given.subject, given.body, body.body])
      assert.ok(!letter.text.includes(secret));
  });

  test("the operator answers too, and the person sees that it has read the case", async () => {
    const { items } = await nora.call(operator.allCases, {
      query: { state: "waiting", limit: 200 },
    });
    assert.ok(items.some(({ id }) => id === given.id));
    assert.ok(!JSON.stringify(items).includes(given.subject));
    const read = await nora.call(operator.openCase, { params: of });
    assert.equal(read.messages[0]?.body, given.body);
    await nora.call(operator.answerOnBehalf, {
      params: of,
      body: { id: randomUUID(), body: "The reader has been restarted." },
    });
    const told = (await kari.call(openings, { query: {} })).items.map(({ name }) => name);
    assert.ok(told.includes("Terskel Drift AS"), String(told));
  });

  test("another member, another organisation's staff and whoever administers no more than a door get nothing", async () => {
    const [lise, per] = [await house.as("lise"), await house.as("per")];
    const theirs = { organisation: await house.organisationOf(lise), case: given.id };
    const amir = await house.as("amir");
    assert.equal(await refusal(amir.call(mine.myCase, { params: of })), "not-found");
    assert.equal(await refusal(amir.call(desk.oneCase, { params: of })), "not-found");
    assert.equal(await refusal(lise.call(desk.oneCase, { params: theirs })), "not-found");
    assert.equal(await refusal(lise.call(operator.openCase, { params: of })), "not-allowed");
    assert.equal(await refusal(per.call(desk.oneCase, { params: of })), "not-allowed");
    assert.equal(await refusal(per.call(mine.myCase, { params: of })), "not-found");
    assert.equal(await refusal(chair.call(mine.myCase, { params: of })), "not-found");
  });
});
