import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addOrganisation } from "@terskel/identity/api/operator";
import { addPerson } from "@terskel/identity/api/people";
import {
  decideRequest,
  deskRequests,
  passOnRequest,
  readDeskRequest,
} from "@terskel/kernel/api/desk";
import { myData } from "@terskel/kernel/api/my-data";
import { makeRequest, requestFile, requests } from "@terskel/kernel/api/requests";
import { pathOf } from "../support/client.ts";
import type { Client } from "../support/client.ts";
import { readCopy, rowsOf } from "../support/copy.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

const address = "eva.lund@arbeid.example";
const boss = "sjef@arbeid.example";

describe("D13: an employee's request goes through the employer, who passes it on", () => {
  let house: House;
  let eva: Client;
  let employer: Client;
  let operator: Client;
  let organisation: string;
  before(async () => {
    house = await startHouse();
    operator = await house.as("nora");
    const added = await operator.call(addOrganisation, {
      body: {
        name: "Arbeid AS",
        number: "310040045",
        country: "NO",
        kind: "employer",
        administrator: { name: "Siri Sjef", email: boss },
      },
    });
    organisation = added.id;
    employer = await house.asOwnerOf(boss);
    await employer.call(addPerson, {
      params: { organisation },
      body: { name: "Eva Lund", email: address, phone: "+4740000777" },
    });
    eva = await house.asOwnerOf(address);
  });
  after(async () => await house.stop());

  test("she always sees which contact details are stored about her", async () => {
    const { places } = await eva.call(myData, {});
    const place = places.find((each) => each.organisation?.id === organisation);
    assert.deepEqual(place?.contact, { name: "Eva Lund", email: address, phone: "+4740000777" });
  });

  test("the employer reads of her as it knows her, not by an address that only her account has", async () => {
    await house.owner.query(
      "update identity.persons set phone = '+4740000778', phone_verified_at = now() where email = $1",
      [address],
    );
    await eva.call(makeRequest, {
      body: { organisation, wish: { kind: "restriction", ground: "unlawful" } },
    });
    const { items } = await employer.call(deskRequests, { params: { organisation } });
    const known = { name: "Eva Lund", email: address, phone: "+4740000777" };
    assert.deepEqual(
      items.map(({ person }) => person),
      [known],
    );
  });

  test("a copy waits for the employer, who passes it on with a receipt to her; the operator carries it out", async () => {
    const { id, state } = await eva.call(makeRequest, {
      body: { organisation, wish: { kind: "access" } },
    });
    assert.equal(state, "received");
    assert.match((await house.letter(address, /mottatt henvendelse/)).text, /Arbeid AS/);
    await house.letter(boss, /Ny henvendelse/);
    const operatorId = await house.organisationOf(operator);
    const atOperator = { organisation: operatorId, request: id };
    assert.equal(
      await refusal(operator.call(readDeskRequest, { params: atOperator })),
      "not-found",
    );

    await employer.call(passOnRequest, { params: { organisation, request: id } });
    const { text } = await house.letter(address, /sendt videre/);
    assert.match(text, /Arbeid AS.*Terskel Drift AS/s);
    assert.equal(
      await refusal(
        employer.call(decideRequest, {
          params: { organisation, request: id },
          body: { decision: "granted" },
        }),
      ),
      "not-allowed",
    );
    const { items } = await operator.call(deskRequests, { params: { organisation: operatorId } });
    assert.deepEqual(
      items.map((each) => [each.id, each.onBehalf]),
      [[id, true]],
    );
    await operator.call(decideRequest, { params: atOperator, body: { decision: "granted" } });
    const answer = await eva.fetch(pathOf(requestFile, { params: { request: id } }));
    const { data } = await readCopy(eva, answer);
    assert.equal(rowsOf(data, "kernel.memberships")[0]?.["name"], "Eva Lund");
    const own = (await eva.call(requests, { query: {} })).items.find((each) => each.id === id);
    assert.equal(own?.passedOnTo, "Terskel Drift AS");
  });

  test("her account's own copy comes at once, without what the employer stores", async () => {
    const { id, state } = await eva.call(makeRequest, { body: { wish: { kind: "access" } } });
    assert.equal(state, "answered");
    const answer = await eva.fetch(pathOf(requestFile, { params: { request: id } }));
    const { data, page } = await readCopy(eva, answer);
    assert.equal(rowsOf(data, "identity.persons").length, 1);
    assert.deepEqual(rowsOf(data, "kernel.memberships"), []);
    assert.doesNotMatch(page + JSON.stringify(data), /Arbeid AS/);
  });
});
