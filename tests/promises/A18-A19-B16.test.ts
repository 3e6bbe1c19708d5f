import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addPerson } from "@terskel/identity/api/people";
import { choiceRecord, choices, choose, countView, pageViews } from "@terskel/kernel/api/consents";
import { declarations } from "@terskel/kernel/api/declarations";
import { myData } from "@terskel/kernel/api/my-data";
import { makeRequest } from "@terskel/kernel/api/requests";
import { Client } from "../support/client.ts";
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

  test("any activity that markets or profiles says so in its declaration", async () => {
    const { activities } = await house.nobody.call(declarations, {});
    assert.deepEqual(
      activities.flatMap(({ id, objection }) => (objection ? [[id, objection]] : [])),
      [
        ["customers.marketing", "direct-marketing"],
        ["customers.surveys", "direct-marketing"],
      ],
    );
  });
});

const yesTo = async (client: Client) => {
  const { asked } = await client.call(choices, {});
  const question = asked.find(({ activity }) => activity === "kernel.measure-use");
  assert.ok(question);
  const { activity, version } = question;
  return {
    question,
    answer: async (given: boolean, how: "banner" | "foot") =>
      await client.call(choose, { body: { activity, version, given, how } }),
  };
};
const view = { page: "sign-in", screen: "narrow", first: true } as const;
const counted = async () => {
  const { rows } = await house.owner.query<{ views: number; visits: number }>(
    "select coalesce(sum(views), 0)::int as views, coalesce(sum(visits), 0)::int as visits from kernel.page_views",
  );
  return rows[0];
};

describe("A19: a consent is withdrawn as easily as given, and a notice says truthfully what rests on one", () => {
  test("the declarations name what rests on consent; of what is stored about a person, nothing does", async () => {
    const { activities } = await house.nobody.call(declarations, {});
    assert.deepEqual(
      activities.filter(({ basis }) => basis === "consent").map(({ id }) => id),
      ["kernel.measure-use"],
    );
    const { anyConsent, places } = await per.call(myData, {});
    const read = places.flatMap((place) => place.activities.map(({ basis }) => basis));
    assert.ok(read.length > 5);
    assert.deepEqual([read.includes("consent"), anyConsent], [false, false]);
  });

  test("given by one request and withdrawn by one like it; what rested on it stops at once", async () => {
    const visitor = new Client(house.nobody.url);
    const { question, answer } = await yesTo(visitor);
    const before = await counted();
    await answer(true, "banner");
    await visitor.call(countView, { body: view });
    assert.deepEqual(await counted(), { views: before!.views + 1, visits: before!.visits + 1 });
    await answer(false, "foot");
    assert.equal(await refusal(visitor.call(countView, { body: view })), "no-consent");
    assert.equal((await counted())?.views, before!.views + 1);
    const { items } = await visitor.call(choiceRecord, {});
    assert.deepEqual(
      items.map(({ given, how, wording }) => [given, how, wording]),
      [
        [false, "foot", question.wording.nb],
        [true, "banner", question.wording.nb],
      ],
    );
  });

  test("the record is appended to, and changed by nobody", async () => {
    for (const change of [
      "update kernel.consents set given = true",
      "delete from kernel.consents",
    ]) {
      await assert.rejects(house.owner.query(change), /appended to, and never changed/, change);
    }
  });

  test("an answer given twice stands once; a no alone, and a no to who never said yes, stand nowhere", async () => {
    const [twice, never] = [new Client(house.nobody.url), new Client(house.nobody.url)];
    const yes = await yesTo(twice);
    await yes.answer(true, "banner");
    await yes.answer(true, "banner");
    assert.equal((await twice.call(choiceRecord, {})).items.length, 1);
    await (await yesTo(never)).answer(false, "banner");
    assert.deepEqual((await never.call(choiceRecord, {})).items, []);
    assert.equal((await never.call(choices, {})).asked[0]?.answer, "no");
  });

  test("words that are not in force, and words for something else, are consented to by nobody", async () => {
    const visitor = new Client(house.nobody.url);
    const { question } = await yesTo(visitor);
    const { activity, version } = question;
    for (const [wrong, problem] of [
      [{ activity, version: "000000000000" }, "wording-changed"],
      [{ activity: "identity.account", version }, "wording-changed"],
      [{ activity, version: "new" }, "wording-changed"],
    ] as const) {
      const body = { ...wrong, given: true, how: "banner" } as const;
      assert.equal(await refusal(visitor.call(choose, { body })), problem);
    }
  });
});

describe("B16: what is kept on a device is declared, and nothing that needs consent before the choice", () => {
  test("before a choice, and with a cookie of one's own making, nothing is counted", async () => {
    const before = await counted();
    const visitor = new Client(house.nobody.url);
    const { question } = await yesTo(visitor);
    const forged = `${crypto.randomUUID()}~${question.version}.yes`;
    for (const cookie of [
      "",
      "terskel_choices=",
      `terskel_choices=${forged}`,
      "terskel_choices=~~..",
    ]) {
      const { status, body } = await visitor.send("POST", countView.path, view, { cookie });
      assert.deepEqual([status, (body as { code: string }).code], [403, "no-consent"], cookie);
    }
    assert.deepEqual(await counted(), before);
  });

  test("Global Privacy Control says no: to the question, and to what was allowed before", async () => {
    const visitor = new Client(house.nobody.url);
    const { question, answer } = await yesTo(visitor);
    await answer(true, "banner");
    const signal = { "sec-gpc": "1" };
    const asked = await visitor.send("GET", choices.path, undefined, signal);
    assert.equal((asked.body as { signal: boolean }).signal, true);
    const counting = await visitor.send("POST", countView.path, view, signal);
    assert.equal(counting.status, 403);
    const { activity, version } = question;
    const body = { activity, version, given: true, how: "banner" };
    const yes = await new Client(house.nobody.url).send("PUT", choose.path, body, signal);
    assert.deepEqual([yes.status, (yes.body as { code: string }).code], [409, "signal-says-no"]);
    assert.deepEqual(yes.headers.getSetCookie(), []);
  });

  test("each cookie and key is listed with its purpose and time; none is a third party's", async () => {
    const { stored } = await house.nobody.call(choices, {});
    const cookies = stored.filter(({ where }) => where === "cookie");
    assert.ok(cookies.length >= 5);
    assert.ok(cookies.every(({ category }) => category === "necessary"));
    const byConsent = stored.filter(
      ({ category }) => !["necessary", "functional"].includes(category),
    );
    assert.deepEqual(
      byConsent.map(({ name, where, consent }) => [name, where, consent]),
      [["terskel.counted", "local storage", "kernel.measure-use"]],
    );
    for (const { purpose } of stored) assert.ok(purpose.nb && purpose.sv && purpose.en);
  });

  test("who runs the installation sees numbers, and nobody else does", async () => {
    const operator = await house.as("nora");
    const { items } = await operator.call(pageViews, {});
    const today = new Date().toISOString().slice(0, 10);
    assert.ok(
      items.some(({ day, page, narrow }) => day === today && page === "sign-in" && narrow > 0),
    );
    assert.equal(await refusal(per.call(pageViews, {})), "not-allowed");
  });
});
