import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openDoor, myDoors } from "@terskel/access/api/passages";
import { me, putPicture } from "@terskel/identity/api/me";
import { makeRequest, readRequest, requestFile, requests } from "@terskel/kernel/api/requests";
import { myData } from "@terskel/kernel/api/my-data";
import { pathOf } from "../support/client.ts";
import type { Client } from "../support/client.ts";
import { readCopy, rowsOf } from "../support/copy.ts";
import { eventually } from "../support/eventually.ts";
import { onePixel, refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

const address = "kari.nordlie@solhaug.example";

describe("C12: a person sees most of what is stored on My profile, and can ask for a copy of all of it", () => {
  let house: House;
  let kari: Client;
  let organisation: string;
  before(async () => {
    house = await startHouse();
    kari = await house.as("kari");
    organisation = await house.organisationOf(kari);
    await kari.call(putPicture, { body: { image: onePixel } });
    const [door] = (await kari.call(myDoors, { params: { organisation } })).items;
    assert.ok(door);
    const params = { organisation, door: door.id };
    await kari.call(openDoor, { params, body: { request: crypto.randomUUID() } });
  });
  after(async () => await house.stop());

  const ask = async (body: object = {}) =>
    (await kari.call(makeRequest, { body: { ...body, wish: { kind: "access" } } })).id;
  const fetchCopy = async (client: Client, request: string, language = "nb") =>
    await client.fetch(pathOf(requestFile, { params: { request } }), {
      headers: { "accept-language": language },
    });

  test("what the organisation stores comes at once, with the log of her doors, and of nobody else", async () => {
    const { state, id } = await kari.call(makeRequest, {
      body: { organisation, wish: { kind: "access" } },
    });
    assert.equal(state, "answered");
    const passages = await eventually("her opening is stored", async () => {
      const { data } = await readCopy(kari, await fetchCopy(kari, id));
      const rows = rowsOf(data, "access.passages");
      return rows.length > 0 && rows;
    });
    assert.equal(passages.length, 1);
    const { data, page, files } = await readCopy(kari, await fetchCopy(kari, id));
    assert.ok(files.includes("index.html"));
    const [membership, ...more] = rowsOf(data, "kernel.memberships");
    assert.deepEqual([membership?.["name"], membership?.["email"]], ["Kari Nordlie", address]);
    assert.deepEqual(more, []);
    assert.match(page, /<html lang="nb">/);
    assert.match(page, /Det som er lagret om deg/);
    assert.doesNotMatch(page, /Ingrid Solheim|demoens|&quot;kind/);
    // Each kind of record that is said to be stored stands in the copy, and as many.
    const { places } = await kari.call(myData, {});
    const place = places.find((each) => each.organisation?.id === organisation);
    assert.ok(place);
    for (const { table, records } of place.stored) {
      const copied = rowsOf(data, table).length;
      // To hand the copy out is an act too, that was not there yet when it was made.
      if (table === "kernel.audit_contents") assert.ok(copied > 0 && copied <= records, table);
      else assert.equal(copied, records, table);
    }
    assert.doesNotMatch(JSON.stringify(data), /Ingrid|Solheim|ola\./i);
  });

  test("a letter says how to fetch it, and its handing out stands in the trail", async () => {
    const { text } = await house.letter(address, /^Svar på/);
    assert.match(text, /Kopien av opplysningene dine er klar/);
    assert.match(text, new RegExp(`${house.url}/privacy\\b`));
    const { items } = await kari.call(requests, { query: {} });
    const { trail, fileUntil } = await kari.call(readRequest, {
      params: { request: items[0]?.id ?? "" },
    });
    assert.ok(fileUntil && Date.parse(fileUntil) > Date.now());
    assert.deepEqual(
      trail.slice(0, 2).map(({ step, by }) => [step, by]),
      [
        ["received", "person"],
        ["granted", "system"],
      ],
    );
    assert.ok(trail.some(({ step, by }) => step === "downloaded" && by === "person"));
    assert.equal(await refusal(ask({ organisation })), "copy-ready");
  });

  test("the account's copy holds everything, with the picture, in the reader's language", async () => {
    const id = await ask();
    const { data, page, files } = await readCopy(kari, await fetchCopy(kari, id, "sv"));
    assert.equal(rowsOf(data, "identity.persons").length, 1);
    assert.equal(rowsOf(data, "kernel.memberships").length, 1);
    assert.ok(files.some((file) => /^pictures\/identity-pictures-\d+\.webp$/.test(file)));
    const { language } = await kari.call(me, {});
    assert.match(page, new RegExp(`<html lang="${language ?? "sv"}">`));
    assert.match(page, /Innloggingsforsøk.*>logget inn<|Inloggningsförsök.*>inloggad</s);
    assert.doesNotMatch(page, />(signed-in|eid-started)<|\+47\d{3}/);
  });

  test("nobody else gets it, and there is none for whoever is not signed in", async () => {
    const id = (await kari.call(requests, { query: {} })).items[0]?.id ?? "";
    const others = [await house.as("ingrid"), await house.as("odd")];
    for (const other of others) assert.equal((await fetchCopy(other, id)).status, 404);
    assert.equal((await fetchCopy(house.nobody, id)).status, 401);
  });
});
