import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { myDoors, myPassages, openDoor, passages } from "@terskel/access/api/passages";
import { putPicture } from "@terskel/identity/api/me";
import { decideRequest } from "@terskel/kernel/api/desk";
import { myData } from "@terskel/kernel/api/my-data";
import { makeRequest, requestFile } from "@terskel/kernel/api/requests";
import { pathOf } from "../support/client.ts";
import type { Client } from "../support/client.ts";
import { validated } from "../support/copy.ts";
import { eventually } from "../support/eventually.ts";
import { onePixel, refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

describe("A17: a person objects to what rests on legitimate interest, and takes along the data they gave", () => {
  let house: House;
  let kari: Client;
  let chair: Client;
  let organisation: string;
  before(async () => {
    house = await startHouse();
    kari = await house.as("kari");
    chair = await house.as("ingrid");
    organisation = await house.organisationOf(kari);
    await kari.call(putPicture, { body: { image: onePixel } });
    const params = { organisation };
    const [door] = (await kari.call(myDoors, { params })).items;
    await kari.call(openDoor, {
      params: { organisation, door: door?.id ?? "" },
      body: { request: crypto.randomUUID() },
    });
    await eventually(
      "her opening is in her log",
      async () => (await kari.call(myPassages, { params, query: {} })).items.length > 0,
    );
  });
  after(async () => await house.stop());

  /** The file to take along, valid by its published schema. */
  async function takeAlong(of: { organisation?: string }) {
    const { id, state } = await kari.call(makeRequest, {
      body: { ...of, wish: { kind: "portability" } },
    });
    assert.equal(state, "answered");
    const answer = await kari.fetch(pathOf(requestFile, { params: { request: id } }));
    assert.equal(answer.headers.get("content-type"), "application/json");
    assert.match(answer.headers.get("content-disposition") ?? "", /^attachment; .*\.json"$/);
    const data = (await answer.json()) as Taken;
    return await validated(house.nobody, data);
  }
  type Taken = {
    $schema: string;
    tables: { table: string; rows: Record<string, unknown>[] }[];
    names: Record<string, Record<string, string>>;
  };
  const rowsOf = ({ tables }: Taken, table: string) =>
    tables.find((each) => each.table === table)?.rows ?? [];

  test("what she gave and what she was observed doing goes along; what others decided does not", async () => {
    const data = await takeAlong({ organisation });
    const [me] = rowsOf(data, "kernel.memberships");
    assert.deepEqual(
      [me?.["name"], me?.["email"]],
      ["Kari Nordlie", "kari.nordlie@solhaug.example"],
    );
    const [passage] = rowsOf(data, "access.passages");
    assert.ok(data.names["access.doors"]?.[String(passage?.["door_id"])]);
    // Her role, her access and her flat are the organisation's decisions.
    assert.equal(me?.["role"], undefined);
    assert.deepEqual(
      data.tables
        .map(({ table }) => table)
        .filter((table) => /grants|residents|requests/.test(table)),
      [],
    );
    assert.doesNotMatch(JSON.stringify(data), /Ingrid|Solheim|hash|token/);
  });

  test("of the account it is what she gave, with the picture", async () => {
    const data = await takeAlong({});
    const [account] = rowsOf(data, "identity.persons");
    assert.equal(account?.["name"], "Kari Nordlie");
    const [picture] = rowsOf(data, "identity.pictures");
    const image = Buffer.from(String(picture?.["image"]), "base64");
    assert.equal(image.toString("latin1", 8, 12), "WEBP");
    // What watches for misuse rests on legitimate interest; what happened at her sign-ins is hers.
    assert.doesNotMatch(JSON.stringify(data), /memberships|token/);
  });

  test("an objection that is upheld takes her out of what it was to, and nothing else", async () => {
    const to = "access.read-door-log";
    const logged = async () =>
      (await chair.call(passages, { params: { organisation }, query: {} })).items.length;
    assert.equal(await logged(), 1);
    const contract = { kind: "objection", to: "access.open-doors" } as const;
    assert.equal(
      await refusal(kari.call(makeRequest, { body: { organisation, wish: contract } })),
      "cannot-object",
    );
    const { id } = await kari.call(makeRequest, {
      body: { organisation, wish: { kind: "objection", to } },
    });
    assert.equal(await logged(), 1);
    await chair.call(decideRequest, {
      params: { organisation, request: id },
      body: { decision: "granted" },
    });
    assert.equal(await logged(), 0);
    const own = await kari.call(myPassages, { params: { organisation }, query: {} });
    assert.equal(own.items.length, 1);
    const { places } = await kari.call(myData, {});
    const purposes = places.find((each) => each.organisation?.id === organisation)?.activities;
    assert.deepEqual(
      purposes?.filter(({ objected }) => objected).map((each) => each.id),
      [to],
    );
  });
});
