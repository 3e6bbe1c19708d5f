import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addOrganisation } from "@terskel/identity/api/operator";
import { declarations } from "@terskel/kernel/api/declarations";
import { notice, putNoticeDetails, readNoticeDetails } from "@terskel/kernel/api/notices";
import type { Client } from "../support/client.ts";
import { lacking, placesOf, readable, requiredItems } from "../support/notice-page.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

const languages = ["nb", "sv", "en"] as const;
let house: House;
/** By kind: the demo's three. */
let organisations: Record<string, { id: string; name: string; number: string }>;
let ingrid: Client;
before(async () => {
  house = await startHouse();
  const { rows } = await house.owner.query<{
    id: string;
    name: string;
    number: string;
    kind: string;
  }>("select id, name, number, kind from kernel.organisations");
  organisations = Object.fromEntries(rows.map((row) => [row.kind, row]));
  ingrid = await house.as("ingrid");
});
after(async () => await house.stop());

const get = async (path: string, accepts = "nb-NO") =>
  await fetch(`${house.url}${path}`, { headers: { "accept-language": accepts } });
async function pageOf(kind: string, language: (typeof languages)[number]) {
  const answer = await get(`/notices/${organisations[kind]?.id}?lang=${language}`);
  assert.equal(answer.status, 200);
  return await answer.text();
}

describe("the notice stands at one stable public address", () => {
  test("for every organisation, without sign-in, cookie or script, and under the content security policy", async () => {
    for (const { id } of Object.values(organisations)) {
      const answer = await get(`/notices/${id}`);
      assert.equal(answer.status, 200);
      assert.match(answer.headers.get("content-type") ?? "", /^text\/html/);
      assert.match(answer.headers.get("content-security-policy") ?? "", /default-src 'self'/);
      assert.equal(answer.headers.get("set-cookie"), null);
      const html = await answer.text();
      assert.doesNotMatch(html, /<script|<style|\bstyle=|\bon\w+=/);
    }
  });

  test("the reader's language is the one asked for, else the browser's", async () => {
    const id = organisations["housing"]?.id ?? "";
    const languageOf = async (path: string, accepts: string) =>
      /<html lang="(\w\w)">/.exec(await (await get(path, accepts)).text())?.[1];
    assert.equal(await languageOf(`/notices/${id}`, "sv-SE,sv;q=0.9"), "sv");
    assert.equal(await languageOf(`/notices/${id}`, "en-GB"), "en");
    assert.equal(await languageOf(`/notices/${id}?lang=nb`, "en-GB"), "nb");
  });

  test("the bare address is the operator's own; one that is nobody's says so, in words", async () => {
    assert.match(await (await get("/notices")).text(), /Terskel Drift AS/);
    for (const path of [
      "/notices/0190b6a0-0000-7000-8000-0000000000ff",
      "/notices/x",
      "/notices/%00",
    ]) {
      const answer = await get(path);
      assert.ok([400, 404].includes(answer.status), path);
      if (answer.status === 404) assert.match(await answer.text(), /finnes ikke/);
    }
  });
});

describe("what GDPR Art. 13 and 14 want told, in the page that people read", () => {
  test("all 21 items, of every organisation of the demo, in three languages", async () => {
    assert.equal(requiredItems.length, 21);
    for (const kind of Object.keys(organisations)) {
      for (const language of languages) {
        const html = await pageOf(kind, language);
        assert.deepEqual(lacking(html, language), [], `${kind} ${language}`);
      }
    }
  });

  test("of one that has not said yet how it is reached: by way of the operator, its processor", async () => {
    const nora = await house.as("nora");
    const body = { name: "Nyby AS", number: "123456785", country: "NO", kind: "employer" } as const;
    const { id } = await nora.call(addOrganisation, {
      body: { ...body, administrator: { name: "Siv Ny", email: "siv@nyby.example" } },
    });
    for (const language of languages) {
      const html = await (await get(`/notices/${id}?lang=${language}`)).text();
      assert.deepEqual(lacking(html, language), [], language);
      assert.match(html, /Nyby AS/);
    }
  });

  test("the checker misses what is not there", async () => {
    const html = await pageOf("housing", "nb");
    for (const item of requiredItems) {
      const without = html.replaceAll(`data-item="${item}"`, "");
      assert.deepEqual(lacking(without, "nb"), [`${item} stands nowhere.`]);
    }
    assert.deepEqual(lacking(html.replaceAll("styret@solhaug.example", ""), "nb").length, 1);
  });

  test("each purpose, ground, source, recipient and keep time is that of the declarations, and names its own", async () => {
    const { activities } = await house.nobody.call(declarations, {});
    const html = await pageOf("housing", "nb");
    // As it is at a housing cooperative, and without what it does not do.
    const told = activities
      .filter(({ subjects, kinds }) => subjects.length > 0 && (kinds?.includes("housing") ?? true))
      .map((each) => ({
        ...each,
        ...each.groundOf?.housing,
        purpose: each.purposeFor?.housing ?? each.purpose,
      }));
    assert.deepEqual(
      placesOf(html, "purposes").sort(),
      told.map(({ purpose }) => purpose.nb).sort(),
    );
    for (const { id, interest } of told) {
      assert.match(html, new RegExp(`data-from="${id}\\.basis"`));
      if (interest) assert.ok(readable(html).includes(interest.nb), id);
    }
    assert.match(html, /data-from="access.passages.keep"/);
  });

  test("the same as data names for each item the articles and the declarations it comes from", async () => {
    for (const { id } of Object.values(organisations)) {
      const { items } = await house.nobody.call(notice, { params: { organisation: id } });
      assert.deepEqual(items.map(({ item }) => item).sort(), [...requiredItems].sort());
      for (const { item, articles, from } of items) {
        assert.ok(articles.length > 0 && from.length > 0, item);
      }
    }
  });
});

describe("the notice says what it covers, and marks what leads out of it", () => {
  test("every link to another site is marked, for the eye and for whoever hears it", async () => {
    for (const language of languages) {
      const html = await pageOf("housing", language);
      const out = [...html.matchAll(/<a\b[^>]*href="https?:[^>]*>[^]*?<\/a>/g)].map(
        ([link]) => link,
      );
      assert.ok(out.length > 0);
      for (const link of out) {
        assert.match(link, /class="away"/);
        assert.match(readable(link), /↗ \(.+\)/);
      }
    }
    assert.match(readable(await pageOf("housing", "nb")), /besøkene dine på dette nettstedet/);
  });
});

describe("A4: the controller is named, and for each purpose the operator's role", () => {
  test("of a housing cooperative it is the controller, and the operator its processor", async () => {
    const html = await pageOf("housing", "nb");
    const [controller] = placesOf(html, "controller-name");
    assert.match(controller ?? "", /Solhaug borettslag[^]*310020028/);
    assert.match(
      placesOf(html, "controller-contact")[0] ?? "",
      /Solhaugveien 12[^]*\+47 22 00 00 20[^]*styret@/,
    );
    const roles = [...html.matchAll(/data-role="(\w+)"/g)].map(([, role]) => role);
    const purposes = placesOf(html, "purposes").length;
    assert.equal(roles.length, purposes);
    // What the operator decides itself, such as keeping sign-in safe, it answers for itself.
    assert.deepEqual(new Set(roles), new Set(["controller", "processor"]));
  });

  test("of the operator it is the controller, and nobody's processor", async () => {
    const html = await pageOf("operator", "en");
    const roles = [...html.matchAll(/data-role="(\w+)"/g)].map(([, role]) => role);
    assert.deepEqual([...new Set(roles)], ["controller"]);
    assert.match(placesOf(html, "controller-name")[0] ?? "", /Terskel Drift AS/);
  });
});

describe("A19: the notice says truthfully whether anything rests on consent", () => {
  test("what does in the declarations, does on the page", async () => {
    const { activities } = await house.nobody.call(declarations, {});
    const resting = activities.filter(({ basis }) => basis === "consent");
    assert.equal(resting.length, 1);
    const told = placesOf(await pageOf("housing", "nb"), "withdrawal")[0] ?? "";
    assert.match(told, /Disse formålene bygger på samtykket ditt/);
    for (const { purpose } of resting) assert.ok(told.includes(purpose.nb), told);
  });
});

describe("A20: the supervisory authority is that of the reader's country", () => {
  test("a Swedish reader is told of IMY first, a Norwegian of Datatilsynet, and each of the controller's", async () => {
    const id = organisations["housing"]?.id ?? "";
    const named = async (accepts: string) => {
      const html = await (await get(`/notices/${id}`, accepts)).text();
      return placesOf(html, "complaint")[0]?.match(/Datatilsynet|IMY/g);
    };
    assert.deepEqual(await named("nb-NO"), ["Datatilsynet"]);
    assert.deepEqual(await named("sv-SE"), ["IMY", "Datatilsynet"]);
    assert.deepEqual(await named("en-SE"), ["IMY", "Datatilsynet"]);
    assert.deepEqual(await named("en-GB"), ["Datatilsynet"]);
  });
});

describe("A21: support is one step from the notice", () => {
  test("a link at its top leads to the organisation's and the operator's telephone and e-mail", async () => {
    const html = await pageOf("housing", "en");
    assert.match(html, /<header>[^]*href="#contact"[^]*<\/header>/);
    const contact = /<section id="contact">[^]*?<\/section>/.exec(html)?.[0] ?? "";
    for (const address of ["styret@solhaug.example", "hjelp@terskel-drift.example"])
      assert.ok(contact.includes(`href="mailto:${address}"`), address);
    for (const phone of ["+4722000020", "+4722000010"])
      assert.ok(contact.includes(`href="tel:${phone}"`), phone);
  });

  test("whoever has an account asks in a case, where they find the answer too", async () => {
    for (const language of ["nb", "sv", "en"] as const) {
      const html = await pageOf("housing", language);
      const contact = /<section id="contact">[^]*?<\/section>/.exec(html)?.[0] ?? "";
      assert.match(contact, /<a href="\/support">[^<]{20,}<\/a>/);
    }
  });
});

describe("what the organisation says itself", () => {
  test("its privacy officer changes how it is reached, and its own words stand where they are marked", async () => {
    const organisation = organisations["housing"]?.id ?? "";
    const params = { organisation };
    const before = await ingrid.call(readNoticeDetails, { params });
    assert.equal(before.email, "styret@solhaug.example");
    const about = { nb: "Vi er <sju>.\n\nKom innom.", sv: "Vi är sju.", en: "We are seven." };
    await ingrid.call(putNoticeDetails, {
      params,
      body: { ...before, phone: "22 00 00 21", about },
    });
    const html = await pageOf("housing", "nb");
    const own =
      /<aside class="own" data-from="kernel.notice_details.words.about">[^]*?<\/aside>/.exec(
        html,
      )?.[0];
    assert.match(
      readable(own ?? ""),
      /egne ord fra Solhaug borettslag\nVi er <sju>\.\nKom innom\./,
    );
    assert.match(placesOf(html, "controller-contact")[0] ?? "", /\+47 22 00 00 21/);
    await ingrid.call(putNoticeDetails, { params, body: before });
  });

  test("words that are missing in one language are refused, and so is a telephone number that is none", async () => {
    const organisation = organisations["housing"]?.id ?? "";
    const path = `/api/v1/organisations/${organisation}/notice/details`;
    const missing = await ingrid.send("PUT", path, { about: { nb: "Hei", en: "Hello" } });
    assert.equal(missing.status, 400);
    assert.match(JSON.stringify(missing.body), /body\.about\.sv/);
    const params = { organisation };
    assert.equal(
      await refusal(ingrid.call(putNoticeDetails, { params, body: { phone: "0000" } })),
      "no-telephone-number",
    );
  });

  test("nobody else changes it", async () => {
    const params = { organisation: organisations["housing"]?.id ?? "" };
    const kari = await house.as("kari");
    assert.equal(await refusal(kari.call(putNoticeDetails, { params, body: {} })), "not-allowed");
  });
});
