import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addPerson } from "@terskel/identity/api/people";
import { declarations } from "@terskel/kernel/api/declarations";
import { myData } from "@terskel/kernel/api/my-data";
import { makeRequest } from "@terskel/kernel/api/requests";
import type { Client } from "../support/client.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

const address = "per.vangen@vaktmester.example";
let house: House;
let per: Client;
before(async () => {
  house = await startHouse();
  // He takes care of the office too.
  const lise = await house.as("lise");
  await lise.call(addPerson, {
    params: { organisation: await house.organisationOf(lise) },
    body: { name: "Per Vangen", email: address },
  });
  per = await house.asOwnerOf(address);
});
after(async () => await house.stop());

describe("A18: after an objection there is no direct marketing to, and no profiling of, that person anywhere", () => {
  const object = async (to: string) =>
    await per.call(makeRequest, { body: { wish: { kind: "objection", to } } });

  test("it is granted as it is made, for the account and at every organisation, and a letter says so", async () => {
    for (const to of ["direct-marketing", "profiling"]) {
      assert.equal((await object(to)).state, "answered");
    }
    const { places } = await per.call(myData, {});
    const organisations = places.flatMap(({ organisation }) => organisation?.id ?? []);
    assert.equal(organisations.length, 2);
    const { rows } = await house.owner.query<{ activity: string; places: number }>(
      `select activity, count(*)::int as places from kernel.withholdings w
        where person_id = (select id from identity.persons where name = 'Per Vangen')
           or member_id in (select id from kernel.memberships where name = 'Per Vangen')
        group by 1 order by 1`,
    );
    const everywhere = organisations.length + 1;
    assert.deepEqual(rows, [
      { activity: "direct-marketing", places: everywhere },
      { activity: "profiling", places: everywhere },
    ]);
    await house.letter(address, /^Svar på/);
  });

  test("made twice it is the same; to what is no legitimate interest there is none", async () => {
    assert.equal((await object("profiling")).state, "answered");
    assert.equal(await refusal(object("no-such-thing")), "cannot-object");
  });

  test("any activity that markets or profiles says so in its declaration; none does today", async () => {
    const { activities } = await house.nobody.call(declarations, {});
    assert.deepEqual(
      activities.filter(({ objection }) => objection !== undefined).map(({ id }) => id),
      [],
    );
  });
});

describe("A19: whether anything rests on consent is said truthfully", () => {
  test("nothing does, in the declarations and in what a person reads of each purpose", async () => {
    const { activities } = await house.nobody.call(declarations, {});
    const bases = activities.flatMap(({ basis, groundOf }) => [
      basis,
      ...Object.values(groundOf ?? {}).map((ground) => ground.basis),
    ]);
    assert.ok(bases.length > 10);
    const rests = bases.includes("consent");
    const { anyConsent, places } = await per.call(myData, {});
    const read = places.flatMap((place) => place.activities.map(({ basis }) => basis));
    assert.ok(read.length > 5);
    assert.deepEqual([rests, read.includes("consent"), anyConsent], [false, false, false]);
  });
});
