import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addOrganisation } from "@terskel/identity/api/operator";
import { addPerson, people } from "@terskel/identity/api/people";
import { addAssessment, assessments, breaches } from "@terskel/kernel/api/accountability";
import { myData } from "@terskel/kernel/api/my-data";
import { noticeTellings, recordNoticeTold } from "@terskel/kernel/api/notice-versions";
import { notice, putNoticeDetails } from "@terskel/kernel/api/notices";
import { record } from "@terskel/kernel/api/record";
import { suppliers } from "@terskel/kernel/api/suppliers";
import type { Client } from "../support/client.ts";
import { readable } from "../support/notice-page.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

let house: House;
let chair: Client;
let params: { organisation: string };
before(async () => {
  house = await startHouse();
  chair = await house.as("ingrid");
  params = { organisation: await house.organisationOf(chair) };
});
after(async () => await house.stop());

const pageOf = async (organisation: string, language: string) =>
  await (await fetch(`${house.url}/notices/${organisation}?lang=${language}`)).text();

describe("A3: the notice covers registering, visiting the site and other contact", () => {
  const covers = {
    nb: /Kontoen din[^]*besøk[^]*skriver, ringer/,
    sv: /Ditt konto[^]*besök[^]*skriver, ringer/,
    en: /Your account[^]*visits[^]*write, call/,
  };
  for (const language of ["nb", "sv", "en"] as const)
    test(`says so, and marks every link that leads out of its scope (${language})`, async () => {
      const html = await pageOf(params.organisation, language);
      const scope = /<section[^>]*id="scope"[^]*?<\/section>/.exec(html)?.[0] ?? "";
      assert.match(readable(scope), covers[language]);
      const links = [...html.matchAll(/<a\b[^>]*href="(https?:[^"]*)"[^>]*>[^]*?<\/a>/g)];
      const away = links.filter(([, href = ""]) => new URL(href).origin !== house.url);
      assert.ok(away.length > 0);
      for (const [link] of away) {
        assert.match(link, /rel="external/);
        assert.match(readable(link), /\(.{8,}\)$/);
      }
    });
});

describe("A7, B11: usage is counted as numbers, of nobody", () => {
  test("what is stored of it has no column that can hold a person, a device or an address", async () => {
    const { rows } = await house.owner.query<{ column_name: string }>(
      `select column_name from information_schema.columns
        where table_schema = 'kernel' and table_name = 'page_views' order by 1`,
    );
    assert.deepEqual(
      rows.map((row) => row.column_name),
      ["day", "language", "page", "screen", "views", "visits"],
    );
  });
});

describe("B13: the notice is linked where data is given, and staff record that somebody was told", () => {
  test("what was said on the telephone or at the counter is on record, with who, when and which version", async () => {
    const { items } = await chair.call(people, { params, query: { search: "Kari Nordlie" } });
    const kari = items[0]?.id ?? "";
    for (const how of ["telephone", "counter", "counter"] as const)
      await chair.call(recordNoticeTold, { params, body: { person: kari, how } });
    const { items: told } = await chair.call(noticeTellings, { params, query: {} });
    // Once for each version of the notice: written twice, the later one stands.
    assert.deepEqual(
      told.map(({ name, how, state }) => [name, how, state]),
      [["Kari Nordlie", "counter", "told"]],
    );
    assert.ok((told[0]?.number ?? 0) >= 1 && Date.now() - Date.parse(told[0]?.at ?? "") < 60_000);
  });

  test("nobody records it of a person of another organisation, nor does a member", async () => {
    const { items } = await chair.call(people, { params, query: { search: "Kari Nordlie" } });
    const body = { person: items[0]?.id ?? "", how: "counter" } as const;
    const lise = await house.as("lise");
    const hers = { organisation: await house.organisationOf(lise) };
    assert.equal(await refusal(lise.call(recordNoticeTold, { params: hers, body })), "not-found");
    const kari = await house.as("kari");
    assert.equal(await refusal(kari.call(recordNoticeTold, { params, body })), "not-allowed");
  });
});

describe("D10: as little as possible is processed, and what shows it is on record", () => {
  test("what identifies nobody is stored where identity is not needed: a sign-in attempt has no address", async () => {
    const { rows } = await house.owner.query<{ value: string }>(
      "select to_jsonb(a)::text as value from identity.sign_in_attempts a",
    );
    assert.ok(rows.length > 0);
    assert.ok(rows.every(({ value }) => !value.includes("@")));
  });

  test("risk assessments, audits, breaches, processor agreements and measures are on record", async () => {
    const made = { title: "Doors and log", outcome: "Low", madeOn: "2026-01-05" };
    for (const kind of ["risk", "audit"] as const)
      await chair.call(addAssessment, { params, body: { kind, ...made } });
    const { items } = await chair.call(assessments, { params, query: {} });
    assert.deepEqual(items.map(({ kind }) => kind).sort(), ["audit", "risk"]);
    assert.deepEqual((await chair.call(breaches, { params, query: {} })).items, []);
    const { controller } = await chair.call(record, { params });
    assert.ok(controller.measures.length >= 5);
    const nora = await house.as("nora");
    const { items: processors } = await nora.call(suppliers, { query: {} });
    assert.ok(processors.length > 0 && processors.every(({ agreement }) => agreement));
  });
});

describe("D14: a person reaches employer or operator first, and can complain to the authority", () => {
  test("an employee's notice and own page name both, and the authority with its address", async () => {
    const nora = await house.as("nora");
    const boss = "leder@verksted.example";
    const { id: organisation } = await nora.call(addOrganisation, {
      body: {
        name: "Verkstedet AB",
        number: "5560360793",
        country: "SE",
        kind: "employer",
        administrator: { name: "Siri Sjef", email: boss },
      },
    });
    const employer = await house.asOwnerOf(boss);
    const details = { address: "Storgatan 1, 111 22 Stockholm", phone: "+4684000000", email: boss };
    await employer.call(putNoticeDetails, { params: { organisation }, body: details });
    const email = "anna@verksted.example";
    await employer.call(addPerson, { params: { organisation }, body: { name: "Anna Ek", email } });
    const facts = await employer.call(notice, { params: { organisation } });
    assert.equal(facts.controller.phone, "+4684000000");
    assert.ok(facts.processor?.phone && facts.processor.email);
    const html = await pageOf(organisation, "sv");
    assert.match(html, /https:\/\/www\.imy\.se/);
    assert.ok(readable(html).includes("Verkstedet AB") && html.includes(facts.processor.email));
    const anna = await house.asOwnerOf(email);
    const { places } = await anna.call(myData, {});
    const place = places.find((each) => each.organisation?.id === organisation);
    assert.match(place?.authority.site ?? "", /imy\.se/);
  });
});
