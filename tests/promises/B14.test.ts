import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { handoverSources, previewHandover, takeHandover } from "@terskel/identity/api/handover";
import { correctMe, getPicture, me, putPicture } from "@terskel/identity/api/me";
import { declarations } from "@terskel/kernel/api/declarations";
import { decideRequest, deskRequests } from "@terskel/kernel/api/desk";
import { installation } from "@terskel/kernel/api/handover";
import { myData } from "@terskel/kernel/api/my-data";
import { makeRequest, requestFile, requests } from "@terskel/kernel/api/requests";
import { pathOf } from "../support/client.ts";
import type { Client } from "../support/client.ts";
import { readCopy, rowsOf, validated } from "../support/copy.ts";
import { handoverOf, sent, signedAnew } from "../support/handover.ts";
import type { HandoverFile } from "../support/handover.ts";
import { onePixel, refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

const secret = Buffer.alloc(32, 14).toString("base64");
const address = "kari.nordlie@solhaug.example";

describe("B14: access, correction, removal, objection, withdrawal, portability, contact, complaint", () => {
  let there: House;
  let here: House;
  let kariThere: Client;
  let kari: Client;
  let ingrid: Client;
  let file: HandoverFile;
  before(async () => {
    there = await startHouse({ TERSKEL_SECRET: secret });
    const { trustedAs } = await there.nobody.call(installation, {});
    here = await startHouse({ TERSKEL_TRUSTED_INSTALLATIONS: trustedAs });
    kariThere = await there.as("kari");
    kari = await here.as("kari");
    ingrid = await here.as("ingrid");
    await kariThere.call(correctMe, { body: { language: "sv" } });
    await kariThere.call(putPicture, { body: { image: onePixel } });
    file = await handoverOf(kariThere);
  });
  after(async () => {
    await Promise.all([there.stop(), here.stop()]);
  });

  const preview = async (client: Client, given: unknown) =>
    await client.call(previewHandover, { body: { file: sent(given) } });
  const take = async (client: Client, given: unknown, sections: ("language" | "picture")[]) =>
    await client.call(takeHandover, { body: { file: sent(given), sections } });
  const own = async () => {
    const { language, hasPicture, pictureVersion } = await kari.call(me, {});
    return { language, hasPicture, pictureVersion };
  };
  /** All that identity holds of its accounts, and what others hang on them. */
  const everything = async () => {
    const { rows } = await here.owner.query<{ all: string }>(
      `select md5(jsonb_build_object(
         'persons', (select jsonb_agg(to_jsonb(p) order by p.id) from identity.persons p),
         'pictures', (select count(*) from identity.pictures),
         'handovers', (select jsonb_agg(to_jsonb(h)) from identity.handovers h),
         'memberships', (select jsonb_agg(to_jsonb(m) order by m.id) from kernel.memberships m),
         'grants', (select count(*) from access.grants))::text) as all`,
    );
    return rows[0]?.all;
  };

  test("portability: the file says whose it is and until when, is valid by its published schema, and signed", async () => {
    await validated(there.nobody, file);
    assert.equal(file.installation, new URL(there.url).origin);
    assert.deepEqual([file.holder.name, file.holder.email], ["Kari Nordlie", address]);
    const { keys } = await there.nobody.call(installation, {});
    assert.deepEqual(
      keys.map(({ kid }) => kid),
      [file["keyId"]],
    );
    assert.doesNotMatch(JSON.stringify(file), /token|secret|test-eid-7f3a1c/);
  });

  test("portability: what an organisation stores does not go that way, and nobody else gets the file", async () => {
    const organisation = await there.organisationOf(kariThere);
    const { id } = await kariThere.call(makeRequest, {
      body: { organisation, wish: { kind: "portability" } },
    });
    const path = `/api/v1/privacy/requests/${id}/handover`;
    const code = async (client: Client) => {
      const { body } = await client.send("GET", path);
      return (body as { code: string }).code;
    };
    assert.equal(await code(kariThere), "handover-account-only");
    assert.equal(await code(await there.as("ingrid")), "not-found");
    assert.equal(await code(there.nobody), "not-signed-in");
  });

  test("portability: whatever is wrong with a file is told, and nothing is half-done", async () => {
    const stood = await everything();
    const whole = JSON.stringify(file);
    const data = { ...file.data, version: 2 };
    const tables = file.data.tables.map((table) =>
      table.table === "identity.pictures" ? { ...table, rows: [{ image: "AAAA" }] } : table,
    );
    const cases: [code: string, given: unknown][] = [
      ["handover-unreadable", whole.slice(0, -40)],
      ["handover-not-one", { some: "file" }],
      ["handover-unsigned", file.data],
      ["handover-newer", { ...file, version: 2 }],
      ["handover-newer", signedAnew(secret, file, { data })],
      ["handover-not-trusted", { ...file, installation: "https://attacker.example" }],
      ["handover-unknown-key", { ...file, keyId: "another" }],
      ["handover-wrong-signature", whole.replaceAll("Kari Nordlie", "Ola Vik")],
      ["handover-not-one", signedAnew(secret, file, { role: "administrator" })],
      ["handover-expired", signedAnew(secret, file, { expiresAt: "2026-01-01T00:00:00.000Z" })],
      // The language before it could be written; a picture that is none undoes both.
      ["handover-section", signedAnew(secret, file, { data: { ...file.data, tables } })],
    ];
    for (const [code, given] of cases) {
      assert.equal(await refusal(take(kari, given, ["language", "picture"])), code);
    }
    const huge = await kari.announce("POST", takeHandover.path, 5_700_000);
    assert.equal(huge.status, 413);
    assert.equal(await refusal(preview(ingrid, file)), "handover-of-another");
    assert.equal(await refusal(take(ingrid, file, ["language"])), "handover-of-another");
    // This installation is trusted by the other as little as anybody who was not named.
    assert.equal(await refusal(preview(kariThere, file)), "handover-not-trusted");
    assert.equal(await everything(), stood);
    const texts = await Promise.all(
      ["nb", "sv", "en"].map(async (language) => {
        const headers = { "accept-language": language };
        const body = { file: sent({ ...file, version: 2 }) };
        const answer = await kari.send("POST", previewHandover.path, body, headers);
        return (answer.body as { title: string }).title;
      }),
    );
    assert.equal(new Set(texts).size, 3);
  });

  test("portability: at the other installation she sees first what would be taken over, and what not", async () => {
    assert.deepEqual((await kari.call(handoverSources, {})).installations, [file.installation]);
    const stood = await everything();
    const { sections, leftOut } = await preview(kari, file);
    assert.deepEqual(
      sections.map(({ section, state }) => [section, state]),
      [
        ["name", "same"],
        ["language", "takes"],
        ["email", "same"],
        ["phone", "same"],
        ["picture", "takes"],
      ],
    );
    assert.ok(leftOut.some(({ title, records }) => title === "Steder du er logget inn" && records));
    assert.equal(await everything(), stood);
  });

  test("portability: what she chooses becomes hers there, with where it came from; twice changes nothing", async () => {
    const memberships = await kari.call(me, {}).then((known) => known.memberships);
    assert.deepEqual(await take(kari, file, ["picture"]), { taken: ["picture"], unchanged: [] });
    assert.notEqual((await own()).language, "sv");
    const picture = await kari.fetch(getPicture.path);
    assert.equal(picture.headers.get("content-type"), "image/webp");
    await picture.body?.cancel();
    assert.deepEqual(await take(kari, file, ["language", "picture"]), {
      taken: ["language"],
      unchanged: ["picture"],
    });
    // Afterwards it is hers to change, and the same file does not change it back.
    await kari.call(correctMe, { body: { language: "en" } });
    const [first, second] = await Promise.all([
      take(kari, file, ["language"]),
      take(kari, file, ["language"]),
    ]);
    assert.deepEqual([first.taken, second.taken], [[], []]);
    assert.equal((await own()).language, "en");
    const { rows } = await here.owner.query(
      "select installation, sections from identity.handovers",
    );
    assert.deepEqual(rows, [
      { installation: file.installation, sections: ["picture", "language"] },
    ]);
    // It gave her no role and no access anywhere.
    assert.deepEqual((await kari.call(me, {})).memberships, memberships);
    const { activities } = await here.nobody.call(declarations, {});
    const account = activities.find(({ id }) => id === "identity.account");
    assert.ok(account?.sources.includes("another installation"));
  });

  test("access: she gets a copy, in which also stands what she brought along", async () => {
    const { id } = await kari.call(makeRequest, { body: { wish: { kind: "access" } } });
    const answer = await kari.fetch(pathOf(requestFile, { params: { request: id } }));
    const { data, page } = await readCopy(kari, answer);
    const [brought] = rowsOf(data, "identity.handovers");
    assert.equal(brought?.["installation"], file.installation);
    assert.match(page, /another installation, by your own choice/);
  });

  test("profiling and marketing: there is none of who lives here, and to both she objects everywhere at once", async () => {
    const { activities } = await here.nobody.call(declarations, {});
    const marketing = activities.filter(({ objection }) => objection);
    assert.deepEqual(
      [...new Set(marketing.flatMap(({ subjects }) => subjects))],
      ["contact person"],
    );
    for (const to of ["direct-marketing", "profiling"]) {
      const { state } = await kari.call(makeRequest, {
        body: { wish: { kind: "objection", to } },
      });
      assert.equal(state, "answered");
    }
  });

  test("withdrawal: nothing that is stored about her rests on consent, and so it is told", async () => {
    const { anyConsent, places } = await kari.call(myData, {});
    assert.equal(anyConsent, false);
    const { activities } = await here.nobody.call(declarations, {});
    const resting = activities.filter(({ basis, groundOf }) =>
      [basis, ...Object.values(groundOf ?? {}).map((ground) => ground.basis)].includes("consent"),
    );
    assert.ok(resting.every(({ usesNoColumn }) => usesNoColumn));
    assert.ok(
      places.flatMap((place) => place.activities).every(({ basis }) => basis !== "consent"),
    );
  });

  test("contact and complaint: she reaches who is responsible, and is told where to complain", async () => {
    const organisation = await here.organisationOf(kari);
    const wrong = { record: "Navn", wrong: "Kari Nordlie", right: "Kari Nordli" };
    const { id } = await kari.call(makeRequest, {
      body: { organisation, wish: { kind: "rectification", ...wrong } },
    });
    const desk = await ingrid.call(deskRequests, { params: { organisation }, query: {} });
    const asked = desk.items.find((each) => each.id === id);
    await ingrid.call(decideRequest, {
      params: { organisation, request: id },
      body: { decision: "refused", reasonCode: "accurate" },
    });
    const letter = await here.letter(
      address,
      new RegExp(`^The answer to your request no. ${asked?.number}$`),
    );
    assert.match(letter.text, /Datatilsynet/);
    const { places } = await kari.call(myData, {});
    assert.ok(places.every(({ authority }) => /Datatilsynet|IMY/.test(authority.name)));
  });

  test("correction and removal: what is wrong she corrects, and what is hers goes when she asks", async () => {
    await kari.call(correctMe, { body: { language: "nb" } });
    assert.equal((await own()).language, "nb");
    const organisation = await here.organisationOf(kari);
    const { id } = await kari.call(makeRequest, {
      body: { organisation, wish: { kind: "erasure", account: true } },
    });
    await ingrid.call(decideRequest, {
      params: { organisation, request: id },
      body: { decision: "granted" },
    });
    assert.equal(await refusal(kari.call(requests, { query: {} })), "not-signed-in");
    const left = await here.owner.query("select from identity.handovers");
    assert.equal(left.rows.length, 0);
  });
});
