import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { invite } from "@terskel/access/api/invitations";
import { doors } from "@terskel/access/api/places";
import { correctMe, me } from "@terskel/identity/api/me";
import {
  announceNotice,
  noticeTellings,
  noticeVersions,
} from "@terskel/kernel/api/notice-versions";
import { putNoticeDetails, readNoticeDetails } from "@terskel/kernel/api/notices";
import { prepareDatabase } from "@terskel/server";
import type { Client } from "../support/client.ts";
import { eventually } from "../support/eventually.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

let house: House;
let ingrid: Client;
let params: { organisation: string };
before(async () => {
  house = await startHouse();
  ingrid = await house.as("ingrid");
  params = { organisation: await house.organisationOf(ingrid) };
});
after(async () => await house.stop());

const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000).toISOString();

describe("A2, D15: what is kept longer, or new in a table, waits too", () => {
  const inForce = "superseded_at is null and (not material or told_at is not null)";
  let told: { id: string; facts: object }[];
  /** What a release brings into the database before it serves anybody. */
  const install = async () => await prepareDatabase(house.owner);
  /** The notices in force become those of a release that kept invitations for a week, and noted nobody's language. */
  before(async () => {
    await addInvitation("uke@example.org", "5 days");
    ({ rows: told } = await house.owner.query(
      `select id, facts from kernel.notice_versions where ${inForce}`,
    ));
    await house.owner.query(
      `update kernel.notice_versions set facts = jsonb_set(jsonb_set(facts, '{data}', (
           select jsonb_agg(case when d->>'from' = 'access.invitations' then jsonb_set(d, '{keep,days}', '7') else d end)
             from jsonb_array_elements(facts->'data') d)),
         '{purposes}', (select jsonb_agg(jsonb_set(p, '{labels}', (p->'labels') - 'language'))
             from jsonb_array_elements(facts->'purposes') p))
        where ${inForce}`,
    );
    await install();
  });
  const everyoneIsTold = async () => {
    for (const { id, facts } of told)
      await house.owner.query("update kernel.notice_versions set facts = $2 where id = $1", [
        id,
        JSON.stringify(facts),
      ]);
  };

  const addInvitation = async (email: string, goes: string) =>
    await house.owner.query(
      `insert into access.invitations (id, organisation_id, door_id, invited_by, email, language, role, created_at, expires_at)
       select uuidv7(), d.organisation_id, d.id, m.id, $2, 'nb', 'user', now() - interval '8 days', now() + $3::interval
         from access.doors d join kernel.memberships m using (organisation_id)
        where d.organisation_id = $1 limit 1`,
      [params.organisation, email, goes],
    );
  const isThere = async (email: string) =>
    (await house.owner.query("select from access.invitations where email = $1", [email]))
      .rowCount === 1;
  const gone = async (email: string) => {
    await house.owner.query("select jobs.add('kernel.retention', '{}', null, null)");
    await eventually(`${email} has gone`, async () => !(await isThere(email)));
  };
  const language = async (client: Client) => (await client.call(me, {})).language;

  test("a row goes by the shorter time that people were told of, and the ledger says by which", async () => {
    await gone("uke@example.org");
    const { rowCount } = await house.owner.query(
      "select from kernel.retention_ledger where table_name = 'access.invitations' and rule = 'period:created_at:7'",
    );
    assert.equal(rowCount, 1);
  });

  test("a column that people were not told of stays as it was, and what can be done without it goes on", async () => {
    const kari = await house.as("kari");
    const before = await language(kari);
    await kari.call(correctMe, { body: { language: before === "en" ? "nb" : "en" } });
    assert.equal(await language(kari), before);
    const { items } = await ingrid.call(doors, { params });
    const body = { door: items[0]?.id ?? "", email: "ny@example.org" };
    // An invitation cannot do without one.
    assert.equal(await refusal(ingrid.call(invite, { params, body })), "not-announced");
  });

  test("from the moment it is in force the new rule runs", async () => {
    await everyoneIsTold();
    const kari = await house.as("kari");
    await kari.call(correctMe, { body: { language: "en" } });
    assert.equal(await language(kari), "en");
    await addInvitation("uke@example.org", "5 days");
    await addInvitation("ute@example.org", "-1 seconds");
    await gone("ute@example.org");
    assert.ok(await isThere("uke@example.org"));
  });

  test("and the next start leaves nothing of it in the database", async () => {
    await install();
    const { rows } = await house.owner.query(
      `select tgname from pg_trigger where tgname like 'kernel\\_told%'
       union all select polname from pg_policy where polname = 'kernel_told'`,
    );
    assert.deepEqual(rows, []);
  });
});

describe("A2, D15: accounts that belong to no organisation are told of the operator's notice", () => {
  test("each once, in their language, and the desk learns no name", async () => {
    const { rows } = await house.owner.query<{ id: string; operator: string }>(
      `insert into identity.persons (name, email, email_verified_at, language)
       values ('Alma Alene', 'alma@example.org', now(), 'sv') returning id,
         (select id from kernel.organisations where kind = 'operator') as operator`,
    );
    const { id = "", operator = "" } = rows[0] ?? {};
    const nora = await house.as("nora");
    await house.owner.query(
      `update kernel.notice_versions set digest = 'earlier', facts = jsonb_set(facts, '{purposes}', (facts->'purposes') - 0)
        where organisation_id = $1 and superseded_at is null`,
      [operator],
    );
    const of = { params: { organisation: operator } };
    const details = await nora.call(readNoticeDetails, of);
    await nora.call(putNoticeDetails, { ...of, body: details });
    const newest = async () =>
      (await nora.call(noticeVersions, { ...of, query: { limit: 1 } })).items[0];
    const number = (await newest())?.number ?? 0;
    await nora.call(announceNotice, { ...of, body: { number, inForceAt: inDays(20) } });
    const letter = await house.letter("alma@example.org", /integritetspolicy|uppgifter/);
    assert.match(letter.text, /Hej Alma Alene/);
    const counted = async () => {
      const found = await house.owner.query<{ person_id: string | null; member_id: string | null }>(
        `select t.person_id, t.member_id from kernel.notice_tellings t join kernel.notice_versions v on v.id = t.version_id
          where v.organisation_id = $1 and v.number = $2`,
        [operator, number],
      );
      return found.rows;
    };
    await eventually("everyone was told", async () => {
      const { rowCount } = await house.owner.query(
        "select from kernel.notice_versions where organisation_id = $1 and number = $2 and told_at is not null",
        [operator, number],
      );
      return rowCount === 1;
    });
    const nowhere = await house.owner.query<{ id: string }>(
      `select id from identity.persons p
        where not exists (select from kernel.memberships m where m.person_id = p.id) order by id`,
    );
    const told = (await counted()).flatMap(({ person_id }) => person_id ?? []).toSorted();
    assert.deepEqual(
      told,
      nowhere.rows.map((row) => row.id),
    );
    assert.ok(told.includes(id));
    const { items } = await nora.call(noticeTellings, { ...of, query: { number, limit: 200 } });
    assert.equal(items.filter(({ name }) => name === undefined).length, told.length);
    const all = (await house.inbox("alma@example.org")).length;
    assert.equal(all, 1);
  });
});
