import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { invite } from "@terskel/access/api/invitations";
import { addPerson } from "@terskel/identity/api/people";
import {
  announceNotice,
  noticeTellings,
  noticeVersions,
  recordNoticeTold,
} from "@terskel/kernel/api/notice-versions";
import { putNoticeDetails, readNoticeDetails } from "@terskel/kernel/api/notices";
import { myData } from "@terskel/kernel/api/my-data";
import { doors } from "@terskel/access/api/places";
import type { Client } from "../support/client.ts";
import { eventually } from "../support/eventually.ts";
import { readable } from "../support/notice-page.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

const dayMs = 24 * 3_600_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString();
let house: House;
let ingrid: Client;
let params: { organisation: string };
before(async () => {
  house = await startHouse();
  ingrid = await house.as("ingrid");
  params = { organisation: await house.organisationOf(ingrid) };
});
after(async () => await house.stop());

const page = async (path: string, language = "nb") => {
  const answer = await fetch(`${house.url}/notices/${params.organisation}${path}`, {
    headers: { "accept-language": language },
  });
  return { status: answer.status, html: await answer.text() };
};
const versions = async () =>
  (await ingrid.call(noticeVersions, { params, query: { limit: 50 } })).items;
/** The version in force, and whether another waits. */
const states = async () => Object.fromEntries((await versions()).map((v) => [v.number, v.state]));

/** Has the notice kept anew, as the start of another release would. */
async function keepAnew() {
  const details = await ingrid.call(readNoticeDetails, { params });
  await ingrid.call(putNoticeDetails, { params, body: details });
}

/** The notice in force becomes one of a release that had no invitations and a shorter keeping. */
async function asInFormerRelease() {
  await house.owner.query(
    `update kernel.notice_versions set
       digest = 'of a former release',
       activities = array_remove(activities, 'access.invite'),
       facts = jsonb_set(jsonb_set(facts, '{purposes}', (
           select jsonb_agg(p) from jsonb_array_elements(facts->'purposes') p where p->>'from' <> 'access.invite')),
         '{data}', (select jsonb_agg(case when d->>'from' = 'identity.sessions'
             then jsonb_set(d, '{keep,days}', '7') else d end) from jsonb_array_elements(facts->'data') d))
      where organisation_id = $1 and superseded_at is null`,
    [params.organisation],
  );
  await keepAnew();
}

describe("A2: every version is kept, dated, and to be compared", () => {
  test("another telephone number is in force at once, and the version before it stays to be read", async () => {
    const before = (await versions())[0]?.number ?? 0;
    const details = await ingrid.call(readNoticeDetails, { params });
    await ingrid.call(putNoticeDetails, { params, body: { ...details, phone: "+4722000029" } });
    const [newest] = await versions();
    assert.partialDeepStrictEqual(newest, {
      number: before + 1,
      state: "in-force",
      material: false,
    });
    assert.deepEqual(
      newest?.changes.map(({ kind }) => kind),
      ["contact-changed"],
    );
    const now = await page("");
    assert.match(now.html, new RegExp(`data-version="${before + 1}"`));
    assert.match(readable(now.html), /\+47 22 00 00 29/);
    const old = await page(`/versions/${before}`);
    assert.match(readable(old.html), /gammel versjon[^]*\+47 22 00 00 20/);
    const list = readable((await page("/versions")).html);
    assert.match(list, /\d{1,2}\. \p{L}+ 20\d\d/u);
    assert.match(list, /Kontaktopplysninger/);
    const compared = readable((await page(`/compare?from=${before}&to=${before + 1}`)).html);
    assert.match(compared, /\+47 22 00 00 20[^]*\+47 22 00 00 29/);
  });

  test("kept anew without a change, it is no new version", async () => {
    const before = (await versions()).length;
    await keepAnew();
    assert.equal((await versions()).length, before);
  });

  test("a version that nobody has is not there", async () => {
    for (const path of [
      "/versions/999",
      "/versions/x",
      "/compare?from=1&to=999",
      "/compare?from=1",
    ])
      assert.equal((await page(path)).status, 404, path);
  });
});

describe("A2, D15: a material change is told to everyone before it is in force, and until then the old rule runs", () => {
  let number = 0;
  /** Everyone of the organisation: how each is reached. */
  let people: { name: string; email: string | null; phone: string | null }[];

  test("what is new in the program waits: found material by what is declared, and held back", async () => {
    await ingrid.call(addPerson, { params, body: { name: "Ragna Uten" } });
    await ingrid.call(addPerson, { params, body: { name: "Tord Telefon", phone: "+4740000977" } });
    await asInFormerRelease();
    const [newest, current] = await versions();
    assert.ok(newest && current);
    number = newest.number;
    assert.partialDeepStrictEqual(newest, { material: true, state: "waiting" });
    assert.deepEqual(
      newest.changes.filter(({ material }) => material).map(({ kind, from }) => `${kind} ${from}`),
      ["purpose-added access.invite", "kept-longer identity.sessions.keep"],
    );
    assert.equal(current.state, "in-force");
    assert.doesNotMatch((await page("")).html, /data-from="access.invite"/);
    assert.equal((await page(`/versions/${number}`)).status, 404);
    const { items } = await ingrid.call(doors, { params });
    const asked = ingrid.call(invite, {
      params,
      body: { door: items[0]?.id ?? "", email: "gjest@example.org" },
    });
    assert.equal(await refusal(asked), "not-announced");
  });

  test("it is announced two weeks before at the least, by the privacy officer, and only the one that waits", async () => {
    const announce = async (body: { number: number; inForceAt: string }) =>
      await refusal(ingrid.call(announceNotice, { params, body }));
    assert.equal(await announce({ number, inForceAt: inDays(3) }), "announced-when");
    assert.equal(
      await announce({ number: number - 1, inForceAt: inDays(20) }),
      "nothing-to-announce",
    );
    const kari = await house.as("kari");
    const body = { number, inForceAt: inDays(20) };
    assert.equal(await refusal(kari.call(announceNotice, { params, body })), "not-allowed");
  });

  test("everyone is told once, in their language, with what is new; who cannot be reached is known", async () => {
    ({ rows: people } = await house.owner.query(
      `select m.name, coalesce(p.email, m.email) as email, coalesce(p.phone, m.phone) as phone
         from kernel.memberships m left join identity.persons p on p.id = m.person_id
        where organisation_id = $1`,
      [params.organisation],
    ));
    await house.owner.query(
      "update identity.persons set language = 'sv' where name = 'Kari Nordlie'",
    );
    const body = { number, inForceAt: inDays(20) };
    await ingrid.call(announceNotice, { params, body });
    await ingrid.call(announceNotice, { params, body });
    await eventually("everyone was told", async () => {
      const found = (await versions()).find((each) => each.number === number);
      return found && found.told + found.unreachable + found.failed === people.length && found;
    });
    const letters = (text: RegExp, to: string) =>
      house.inbox(to).then((all) => all.filter((each) => text.test(each.text)));
    const [kari] = await letters(
      /integritetspolicy|uppgifter om dig används/,
      "kari.nordlie@solhaug.example",
    );
    assert.match(kari?.text ?? "", /Hej Kari Nordlie/);
    assert.match(kari?.text ?? "", /Nytt ändamål: Bjuda in någon till en dörr/);
    assert.match(kari?.text ?? "", /Lagras längre:/);
    const [chair] = await letters(/Nytt formål: Invitere noen/, "ingrid.solheim@solhaug.example");
    assert.ok(chair);
    const [sms] = await letters(/endrer personvernerklæringen/, "+4740000977");
    assert.match(sms?.text ?? "", /\/notices\//);
    const told = (await versions()).find((each) => each.number === number);
    assert.equal(told?.unreachable, people.filter(({ email, phone }) => !email && !phone).length);
  });

  test("told again by a job that runs twice, nobody hears of it twice", async () => {
    const count = async () =>
      (await house.inbox("kari.nordlie@solhaug.example")).filter(({ subject }) =>
        /integritetspolicy/.test(subject ?? ""),
      ).length;
    assert.equal(await count(), 1);
    await house.owner.query(
      "update kernel.notice_versions set told_at = null where organisation_id = $1 and number = $2",
      [params.organisation, number],
    );
    await house.owner.query(
      `select jobs.add('kernel.tell-notice-change', json_build_object('organisation', organisation_id, 'version', id), null, null)
         from kernel.notice_versions where organisation_id = $1 and number = $2`,
      [params.organisation, number],
    );
    await eventually("the job has run again", async () => {
      const { rows } = await house.owner.query(
        "select 1 from kernel.notice_versions where organisation_id = $1 and number = $2 and told_at is not null",
        [params.organisation, number],
      );
      return rows.length > 0;
    });
    assert.equal(await count(), 1);
  });

  test("the record shows who was told when; and each person in their own copy of what is stored", async () => {
    const { items } = await ingrid.call(noticeTellings, { params, query: { number, limit: 200 } });
    assert.equal(items.length, people.length);
    const of = (name: string) => items.find((each) => each.name === name);
    assert.partialDeepStrictEqual(of("Kari Nordlie"), { how: "email", state: "told" });
    assert.partialDeepStrictEqual(of("Tord Telefon"), { how: "sms", state: "told" });
    assert.partialDeepStrictEqual(of("Ragna Uten"), { how: "unreachable", state: "unreachable" });
    const kari = await house.as("kari");
    const { places } = await kari.call(myData, {});
    assert.match(JSON.stringify(places), /notice_tellings/);
  });

  test("announced, the page in force says when it changes, and the change can be read beside it", async () => {
    const now = await page("");
    assert.match(readable(now.html), /Den endres fra/);
    assert.doesNotMatch(now.html, /data-from="access.invite"/);
    const compared = await page(`/compare?from=${number - 1}&to=${number}`);
    assert.match(compared.html, /data-change="purpose-added" data-material/);
    assert.match(readable((await page(`/versions/${number}`)).html), /gjelder ikke ennå/);
  });

  test("when its day has come it is in force, and what waited goes on", async () => {
    await house.owner.query(
      "update kernel.notice_versions set in_force_at = now() - interval '1 second' where organisation_id = $1 and number = $2",
      [params.organisation, number],
    );
    assert.equal((await states())[number], "in-force");
    assert.match((await page("")).html, /data-from="access.invite"/);
    await keepAnew();
    const { items } = await ingrid.call(doors, { params });
    await ingrid.call(invite, {
      params,
      body: { door: items[0]?.id ?? "", email: "gjest@example.org" },
    });
  });

  test("a declaration that changes while a change waits makes another version; the announcement of the former ends", async () => {
    await asInFormerRelease();
    const [first] = await versions();
    assert.equal(first?.state, "waiting");
    const announced = { number: first?.number ?? 0, inForceAt: inDays(20) };
    await ingrid.call(announceNotice, { params, body: announced });
    // What was announced was of a program that did less.
    await house.owner.query(
      `update kernel.notice_versions set digest = 'earlier', facts = jsonb_set(facts, '{purposes}', (facts->'purposes') - 0)
        where organisation_id = $1 and number = $2`,
      [params.organisation, announced.number],
    );
    await keepAnew();
    const [second] = await versions();
    assert.equal(second?.state, "waiting");
    assert.equal((await states())[announced.number], "superseded");
    assert.equal(
      await refusal(ingrid.call(announceNotice, { params, body: announced })),
      "nothing-to-announce",
    );
  });
});

describe("what is told on the telephone or at the counter is recorded", () => {
  test("by an administrator, for one of the organisation's people, of the notice in force", async () => {
    const { rows } = await house.owner.query<{ id: string }>(
      "select id from kernel.memberships where name = 'Ragna Uten'",
    );
    const person = rows[0]?.id ?? "";
    await ingrid.call(recordNoticeTold, { params, body: { person, how: "counter" } });
    const { items } = await ingrid.call(noticeTellings, { params, query: { limit: 200 } });
    const told = items.find(({ name, how }) => name === "Ragna Uten" && how === "counter");
    assert.equal(told?.state, "told");
    const nobody = crypto.randomUUID();
    const call = ingrid.call(recordNoticeTold, {
      params,
      body: { person: nobody, how: "counter" },
    });
    assert.equal(await refusal(call), "not-found");
  });
});
