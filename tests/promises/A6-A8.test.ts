import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addContact, contacts } from "@terskel/customers/api/contacts";
import { addMailing, mailings, oneMailing, sendMailing } from "@terskel/customers/api/mailings";
import { answerSurvey } from "@terskel/customers/api/answers";
import { addSurvey, oneSurvey, sendSurvey, surveyResults } from "@terskel/customers/api/surveys";
import { readUnsubscribe, unsubscribe } from "@terskel/customers/api/unsubscribe";
import {
  addressFile,
  makeAddressRequest,
  requestAddressCode,
} from "@terskel/kernel/api/address-requests";
import { decideRequest } from "@terskel/kernel/api/desk";
import { makeRequest } from "@terskel/kernel/api/requests";
import type { Call } from "@terskel/platform/contract";
import type { Client } from "../support/client.ts";
import { readCopy, rowsOf } from "../support/copy.ts";
import { eventually } from "../support/eventually.ts";
import { readable } from "../support/notice-page.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

let house: House;
let nora: Client;
let organisation: string;
before(async () => {
  house = await startHouse();
  nora = await house.as("nora");
  organisation = await house.organisationOf(nora);
});
after(async () => await house.stop());

let count = 0;
const add = async (email = `kontakt${(count += 1)}@kunde.example`) => {
  const lastContactAt = new Date(Date.now() - 60_000).toISOString();
  const body = {
    name: "Guro Helland",
    email,
    company: "Helland AS",
    customerKind: "office",
    language: "nb",
    source: "customer",
    lastContactAt,
  } as const;
  await nora.call(addContact, { body });
  return email;
};

/** Sends to everybody who can get it, until all have; gives how many of its mails an address got. */
async function sendOut(subject: string) {
  const letter = { subject, text: "Vi har noe nytt å vise dere." };
  const texts = { nb: letter, sv: letter, en: letter };
  const { id: mailing } = await nora.call(addMailing, { body: { texts } });
  const params = { mailing };
  const { recipients } = await nora.call(oneMailing, { params });
  const all = recipients.nb + recipients.sv + recipients.en;
  await nora.call(sendMailing, { params, body: { recipients: all } });
  await eventually("it is sent to everybody", async () => {
    const { state } = await nora.call(oneMailing, { params });
    return state === "sent";
  });
  return async (email: string) =>
    (await house.inbox(email)).filter((message) => message.subject === subject).length;
}
/** The token in the mail with this subject. */
const tokenOf = async (email: string, subject: string) => {
  const { text } = await house.letter(email, new RegExp(`^${subject}$`));
  return /\/unsubscribe\/([\w-]{43})\n/.exec(text)?.[1] ?? "";
};

/** Makes a request by an address alone, and gives its id. */
async function ask(
  email: string,
  wish: Call<typeof makeAddressRequest>["body"]["wish"],
): Promise<string> {
  const made = await house.nobody.call(makeAddressRequest, {
    body: { ...(await prove(email)), wish },
  });
  const { rows } = await house.owner.query<{ id: string }>(
    "select id from kernel.requests where number = $1 and organisation_id = $2",
    [made.requests[0]?.number, organisation],
  );
  return rows[0]?.id ?? "";
}
async function prove(email: string) {
  const since = Date.now();
  const { code } = await house.nobody.call(requestAddressCode, { body: { email } });
  return { code, digits: await house.digits(email, since) };
}

describe("A6: offers and marketing go to contact persons at companies, and each mail-out is ended in one step without signing in", () => {
  test("to open the link ends nothing, one press ends it for good, and a second says the same", async () => {
    const email = await add();
    await sendOut("Første tilbud");
    const token = await tokenOf(email, "Første tilbud");
    const page = await house.nobody.fetch(`/unsubscribe/${token}`);
    assert.match(page.headers.get("content-type") ?? "", /text\/html/);
    const body = { token };
    assert.equal((await house.nobody.call(readUnsubscribe, { body })).unsubscribed, false);
    const pressed = await house.nobody.call(unsubscribe, { body });
    assert.deepEqual(await house.nobody.call(unsubscribe, { body }), pressed);
    const other = await add();
    const got = await sendOut("Andre tilbud");
    assert.deepEqual([await got(email), await got(other)], [0, 1]);
  });

  test("the mail programme's own button does it by a form that it posts, and a cut link is told so", async () => {
    const email = await add();
    await sendOut("Tilbud med knapp");
    const token = await tokenOf(email, "Tilbud med knapp");
    const post = async (path: string, type: string, body: string) =>
      await house.nobody.fetch(`/unsubscribe/${path}`, {
        method: "POST",
        headers: { "content-type": type },
        body,
      });
    const form = "application/x-www-form-urlencoded";
    const oneClick = "List-Unsubscribe=One-Click";
    assert.equal((await post(token.slice(1), form, oneClick)).status, 404);
    assert.equal((await post(token, form, oneClick)).status, 200);
    const parts = `--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n`;
    assert.equal((await post(token, "multipart/form-data; boundary=x", parts)).status, 200);
    assert.equal(
      (await house.nobody.call(readUnsubscribe, { body: { token } })).unsubscribed,
      true,
    );
    const got = await sendOut("Tilbud etter knappen");
    assert.equal(await got(email), 0);
  });

  test("how many got it and how many said no is seen by the operator's staff, and the contacts by nobody else", async () => {
    const { items } = await nora.call(mailings, {});
    const first = items.find(({ texts }) => texts.nb?.subject === "Første tilbud");
    assert.equal(first?.unsubscribed, 1);
    assert.ok((first?.sent ?? 0) > 1);
    const ingrid = await house.as("ingrid");
    for (const route of [contacts, mailings])
      assert.equal(await refusal(ingrid.call(route, {})), "not-allowed");
  });

  test("whoever objects with their account is not written to as a contact person either (A18)", async () => {
    const kari = await house.as("kari");
    const email = await add("kari.nordlie@solhaug.example");
    const other = await add();
    await kari.call(makeRequest, {
      body: { wish: { kind: "objection", to: "direct-marketing" } },
    });
    const got = await sendOut("Tilbud til kontoer");
    assert.deepEqual([await got(email), await got(other)], [0, 1]);
    await house.owner.query("delete from kernel.withholdings");
    assert.equal(await (await sendOut("Enda et tilbud"))(email), 0);
  });

  test("an objection to the activity itself ends at once too, by an address alone", async () => {
    const email = await add();
    await ask(email, { kind: "objection", to: "customers.marketing" });
    await house.letter(email, /^Svar på/);
    const got = await sendOut("Tilbud etter protest");
    assert.equal(await got(email), 0);
  });

  test("a contact person gets a copy by their address, and is erased by it; that they said no outlives it", async () => {
    const email = await add();
    await sendOut("Tilbud før sletting");
    const token = await tokenOf(email, "Tilbud før sletting");
    await house.nobody.call(unsubscribe, { body: { token } });
    const copy = await ask(email, { kind: "access" });
    const params = { organisation, request: copy };
    await nora.call(decideRequest, { params, body: { decision: "granted" } });
    const answer = await house.nobody.fetch(addressFile.path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...(await prove(email)), request: copy }),
    });
    const { data, page } = await readCopy(house.nobody, answer);
    assert.deepEqual(
      rowsOf(data, "customers.contacts").map((row) => [row["email"], row["source"]]),
      [[email, "customer"]],
    );
    assert.equal(rowsOf(data, "customers.deliveries").length, 1);
    assert.equal(rowsOf(data, "kernel.suppressions").length, 1);
    assert.match(page, /Du som kontaktperson|Deg som kontaktperson/);

    const erasure = await ask(email, { kind: "erasure" });
    await nora.call(decideRequest, {
      params: { organisation, request: erasure },
      body: { decision: "granted" },
    });
    const { items } = await nora.call(contacts, { query: { search: email } });
    assert.deepEqual(items, []);
    const link = house.nobody.call(readUnsubscribe, { body: { token } });
    assert.equal(await refusal(link), "link-unknown");
    await add(email);
    const got = await sendOut("Tilbud etter sletting");
    assert.equal(await got(email), 0);
  });
});

/** Asks everybody how satisfied they are; gives the survey's id. */
async function sendSurveyOut(subject: string) {
  const letter = { subject, text: "Et halvt minutt." };
  const question = { text: "Hvor fornøyd er du?", choices: [] };
  const { id: survey } = await nora.call(addSurvey, {
    body: {
      kind: "satisfaction",
      texts: { nb: letter, sv: letter, en: letter },
      questions: [{ nb: question, sv: question, en: question }],
    },
  });
  const params = { survey };
  const { recipients } = await nora.call(oneSurvey, { params });
  const all = recipients.nb + recipients.sv + recipients.en;
  await nora.call(sendSurvey, { params, body: { recipients: all } });
  await eventually("everybody is asked", async () => {
    const { state } = await nora.call(oneSurvey, { params });
    return state === "sent";
  });
  return survey;
}
const surveyTokenOf = async (email: string, subject: string) => {
  const { text } = await house.letter(email, new RegExp(`^${subject}$`));
  return /\/survey\/([\w-]{43})\n/.exec(text)?.[1] ?? "";
};

describe("A8: surveys rest on legitimate interest, to which one can object", () => {
  test("an answer is given by the link alone, once, and is shown with four others or not at all", async () => {
    const emails = [await add(), await add(), await add(), await add(), await add()];
    const subject = "Undersøkelse en";
    const survey = await sendSurveyOut(subject);
    const results = async () => await nora.call(surveyResults, { params: { survey } });
    for (const [at, email] of emails.entries()) {
      assert.deepEqual((await results()).totals, [], `${at} answers`);
      const token = await surveyTokenOf(email, subject);
      await house.nobody.call(answerSurvey, { body: { token, answers: [at + 1] } });
      const again = house.nobody.call(answerSurvey, { body: { token, answers: [1] } });
      assert.equal(await refusal(again), "survey-answered");
    }
    const { cells, totals } = await results();
    assert.deepEqual(
      cells.map(({ customerKind, answers, mean }) => [customerKind, answers, mean]),
      [["office", 5, 3]],
    );
    assert.deepEqual(totals, [{ question: 0, answers: 5, mean: 3 }]);
  });

  test("nothing that is stored leads from an answer to whoever gave it, in the copy by address either", async () => {
    const { rows } = await house.owner.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'customers'
          and table_name in ('survey_counts', 'survey_comments')`,
    );
    const ids = new Set(["id", "organisation_id", "mailing_id"]);
    assert.ok(rows.length > 10);
    assert.deepEqual(
      rows
        .map(({ name }) => name)
        .filter((name) => /id$|hash|key|email/.test(name) && !ids.has(name)),
      [],
    );
  });

  test("one no, pressed in a survey, ends surveys and marketing alike", async () => {
    const email = await add();
    await sendSurveyOut("Undersøkelse to");
    const token = await surveyTokenOf(email, "Undersøkelse to");
    await house.nobody.call(unsubscribe, { body: { token } });
    const other = await add();
    await sendSurveyOut("Undersøkelse tre");
    await surveyTokenOf(other, "Undersøkelse tre");
    const got = await sendOut("Tilbud etter undersøkelsen");
    const subjects = (await house.inbox(email)).map((message) => message.subject);
    assert.deepEqual(subjects, ["Undersøkelse to"]);
    assert.deepEqual([await got(email), await got(other)], [0, 1]);
  });

  test("the operator's notice says why it writes and asks, and how to object, in three languages, and no other notice does", async () => {
    const says = {
      nb: [/Sende tilbud og nyheter til kontaktpersoner/, /Spørre kontaktpersoner hos bedrifter/],
      sv: [/Skicka erbjudanden och nyheter till kontaktpersoner/, /Fråga kontaktpersoner hos/],
      en: [/Send offers and news to contact persons/, /Ask contact persons at companies/],
    } as const;
    const page = async (of: string, language: string) =>
      readable(await (await house.nobody.fetch(`/notices/${of}?lang=${language}`)).text());
    const ingrid = await house.as("ingrid");
    const other = await house.organisationOf(ingrid);
    for (const [language, all] of Object.entries(says)) {
      const [own, others] = [await page(organisation, language), await page(other, language)];
      for (const words of all) {
        assert.match(own, words);
        assert.doesNotMatch(others, words);
      }
    }
    const read = await page(organisation, "nb");
    assert.match(read, /å fortelle bedrifter om tjenester/i);
    assert.match(read, /å gjøre tjenestene bedre/i);
  });
});
