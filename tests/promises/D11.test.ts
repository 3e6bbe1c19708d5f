import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { me } from "@terskel/identity/api/me";
import { organisations, signInAttempts } from "@terskel/identity/api/operator";
import { people } from "@terskel/identity/api/people";
import {
  boundStaff,
  confidentiality,
  signConfidentiality,
} from "@terskel/kernel/api/confidentiality";
import { deskRequests } from "@terskel/kernel/api/desk";
import type { Client } from "../support/client.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

let house: House;
let nora: Client;
let operator: string;
before(async () => {
  house = await startHouse();
  nora = await house.as("nora");
  operator = await house.organisationOf(nora);
});
after(async () => await house.stop());

describe("D11: whoever works with the data has signed a confidentiality declaration; without one there is no access", () => {
  test("without it the operator's administrator gets no list with persons, at the operator or of its own", async () => {
    await house.owner.query("delete from kernel.confidentiality");
    const params = { organisation: operator };
    assert.equal(await refusal(nora.call(signInAttempts, {})), "not-signed");
    assert.equal(await refusal(nora.call(organisations, {})), "not-signed");
    assert.equal(await refusal(nora.call(people, { params })), "not-signed");
    assert.equal(await refusal(nora.call(deskRequests, { params })), "not-signed");
    assert.equal(await refusal(nora.call(boundStaff, {})), "not-signed");
    const own = await nora.call(me, {});
    assert.deepEqual(
      own.memberships.map(({ mustSign }) => mustSign),
      [true],
    );
  });

  test("it is read and signed in the product, in the version in force, by the person alone", async () => {
    const { version, text, signedAt } = await nora.call(confidentiality, {});
    assert.equal(signedAt, undefined);
    assert.ok(Object.values(text).every((words) => words.length > 100));
    const older = nora.call(signConfidentiality, { body: { version: version + 1 } });
    assert.equal(await refusal(older), "conflict");
    await nora.call(signConfidentiality, { body: { version } });
    await nora.call(signConfidentiality, { body: { version } });
    assert.ok((await nora.call(signInAttempts, {})).items.length > 0);
    const { items } = await nora.call(boundStaff, {});
    assert.ok(items.every((each) => each.signedAt));
  });

  test("a new version has to be signed anew: the old signature admits nobody", async () => {
    await house.owner.query("update kernel.confidentiality set version = 1000");
    assert.equal(await refusal(nora.call(signInAttempts, {})), "not-signed");
    await house.owner.query("update kernel.confidentiality set version = 1");
  });

  test("whoever is no staff of the operator has nothing to sign, and is not asked", async () => {
    const kari = await house.as("kari");
    assert.equal(await refusal(kari.call(confidentiality, {})), "not-found");
    const body = { version: 1 };
    assert.equal(await refusal(kari.call(signConfidentiality, { body })), "not-found");
    assert.ok((await kari.call(me, {})).memberships.every(({ mustSign }) => !mustSign));
  });
});
