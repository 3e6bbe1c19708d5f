import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { enrolment as enrolmentSchema } from "@terskel/edge-protocol";
import * as controllersApi from "./api/controllers.ts";
import * as api from "./api/places.ts";
import { controllerToken, credentialKey } from "./controller-keys.ts";
import { addHouse, queuedLists } from "./test-house.ts";
import type { TestHouse } from "./test-house.ts";
import { startTestServer } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";

let server: TestServer;
let house: TestHouse;
before(async () => {
  server = await startTestServer();
  house = await addHouse(server);
});
after(async () => await server.stop());

const asAdmin = () => ({ as: house.admin, params: house.params });

describe("200", () => {
  test("a site is listed with its address, time zone and number of doors", async () => {
    const { items } = await server.ok(api.sites, asAdmin());
    assert.deepEqual(items, [
      { id: house.site, name: "Storgata 1", address: "", timeZone: "Europe/Oslo", doors: 1 },
    ]);
  });

  test("a long list comes in pages, each site once", async () => {
    const { admin, params } = await addHouse(server);
    for (const name of ["C", "A", "B"]) {
      await server.ok(api.addSite, { as: admin, params, body: { name } });
    }
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 3, ...(cursor ? { cursor } : {}) };
      const page = await server.ok(api.sites, { as: admin, params, query });
      names.push(...page.items.map((site) => site.name));
      cursor = page.next;
    } while (cursor);
    assert.deepEqual(names, ["A", "B", "C", "Storgata 1"]);
  });
});

describe("201", () => {
  test("a new controller gets the site's free doors and everything it needs, once", async () => {
    const { admin, params, organisation, site, door } = await addHouse(server);
    const body = { name: "Skap 1", site };
    const { id, enrolment } = await server.ok(controllersApi.addController, {
      as: admin,
      params,
      body,
    });
    const { keys, brokerUrl } = server.ports;
    const parsed = enrolmentSchema.parse(enrolment);
    assert.equal(parsed.controller, id);
    assert.equal(parsed.token, controllerToken(keys, id, 1));
    assert.equal(parsed.credentialKey, credentialKey(keys, organisation));
    assert.equal(parsed.brokerUrl, brokerUrl);
    const run = await server.ok(api.oneDoor, { as: admin, params: { ...params, door } });
    assert.deepEqual([run.controller, run.output], [{ id, name: body.name }, 1]);
    assert.equal(await queuedLists(server, organisation), 1);

    const { items } = await server.ok(controllersApi.controllers, { as: admin, params });
    assert.deepEqual(items, [
      {
        id,
        name: "Skap 1",
        site: { id: site, name: "Storgata 1" },
        online: false,
        revisionWanted: 0,
        revisionReported: 0,
      },
    ]);
  });

  test("a controller may come before its doors", async () => {
    const { admin, params } = await addHouse(server);
    const add = { as: admin, params };
    const { id: site } = await server.ok(api.addSite, { ...add, body: { name: "Tomt" } });
    const made = await server.ok(controllersApi.addController, {
      ...add,
      body: { name: "Skap", site },
    });
    const names = ["Bod", "Arkiv"];
    for (const name of names) {
      await server.ok(api.addDoor, { ...add, body: { name, site, controller: made.id } });
    }
    const { items } = await server.ok(api.doors, add);
    const wired = items.filter((door) => door.controller?.id === made.id);
    assert.deepEqual(
      wired.map(({ name, output }) => [name, output]),
      [
        ["Arkiv", 2],
        ["Bod", 1],
      ],
    );
  });

  test("a renewed enrolment has another token", async () => {
    const { admin, params, site } = await addHouse(server);
    const body = { name: "Skap 1", site };
    const { id } = await server.ok(controllersApi.addController, { as: admin, params, body });
    const renewed = await server.ok(controllersApi.renewEnrolment, {
      as: admin,
      params: { ...params, controller: id },
    });
    const { token } = enrolmentSchema.parse(renewed.enrolment);
    assert.equal(token, controllerToken(server.ports.keys, id, 2));
  });
});

describe("400", () => {
  for (const timeZone of ["Europe/Atlantis", "+02:00", "'; drop table kernel.sites; --"]) {
    test(`${timeZone} is no time zone`, async () => {
      const call = { ...asAdmin(), body: { name: "Nytt", timeZone } };
      assert.equal(await server.refused(api.addSite, call), "400 malformed-request");
    });
  }

  test("what an administrator may not set is no field", async () => {
    for (const field of [{ id: house.site }, { organisation_id: house.organisation }]) {
      const call = { ...asAdmin(), body: { name: "Nytt", ...field } };
      assert.equal(await server.refused(api.addSite, call), "400 malformed-request");
    }
    const call = { ...asAdmin(), body: { name: "S", site: house.site, token_generation: 1 } };
    assert.equal(await server.refused(controllersApi.addController, call), "400 malformed-request");
  });

  test("a text that the database cannot hold is refused, not failed on", async () => {
    const call = { ...asAdmin(), body: { name: "Storgata \u0000 2" } };
    assert.equal(await server.refused(api.addSite, call), "400 malformed-request");
  });

  test("a cursor that we did not write is refused", async () => {
    for (const cursor of ["x", Buffer.from('["a"]').toString("base64url"), "' or 1=1"]) {
      const call = { ...asAdmin(), query: { cursor } };
      assert.equal(await server.refused(api.sites, call), "400 malformed-request");
    }
  });
});

describe("409", () => {
  test("two sites of one organisation have two names; two organisations may share one", async () => {
    const call = { ...asAdmin(), body: { name: "Storgata 1" } };
    assert.equal(await server.refused(api.addSite, call), "409 name-taken");
    await addHouse(server);
  });
});

describe("422", () => {
  test("a national identity number is not stored in a name or an address", async () => {
    // An invented number of the Norwegian Tax Administration's synthetic test population.
    for (const body of [{ name: "Leil. 17912099997" }, { name: "Ny", address: "179120 99997" }]) {
      const call = { ...asAdmin(), body };
      assert.equal(await server.refused(api.addSite, call), "422 national-identity-number");
    }
  });
});
