import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { confirmImport } from "../api/import.ts";
import { startTestServer } from "../test-server.ts";
import type { TestServer } from "../test-server.ts";
import { cooperative, flats } from "./test-cooperative.ts";

let server: TestServer;
before(async () => (server = await startTestServer()));
after(async () => await server.stop());

const unchangedOnly = (counts: { added: number; changed: number }) =>
  assert.deepEqual([counts.added, counts.changed], [0, 0]);

test("a confirmed import writes what was previewed, in the site's time, and has the lists made anew", async () => {
  const { preview, confirm, organisation } = await cooperative(server);
  const { plan } = await preview(flats);
  const done = await confirm(flats, plan);
  assert.equal(done.people.added, 4);
  const people = await server.rows(
    `select m.name, m.email, m.phone, m.role, m.source, u.name as unit,
            array(select g.name from access.group_members gm join access.groups g on g.id = gm.group_id
                   where gm.member_id = m.id order by g.name) as groups
       from kernel.memberships m join access.residents r on r.member_id = m.id
       join access.units u on u.id = r.unit_id
      where m.organisation_id = $1 order by u.name, m.name`,
    [organisation],
  );
  const common = { role: "member", source: "import" };
  assert.deepEqual(people, [
    {
      name: "Bjørn Ærlig",
      email: "bjorn@example.no",
      phone: "+4741234567",
      ...common,
      unit: "H0101",
      groups: ["Oppgang A", "Styret"],
    },
    {
      name: "Åse Øvrebø",
      email: null,
      phone: "+4791234567",
      ...common,
      unit: "H0101",
      groups: ["Oppgang A"],
    },
    {
      name: "Märta Öberg",
      email: "marta@example.se",
      phone: "+46701234567",
      ...common,
      unit: "H0102",
      groups: [],
    },
    {
      name: "Uten Kontakt",
      email: null,
      phone: null,
      ...common,
      unit: "H0201",
      groups: ["Oppgang B"],
    },
  ]);
  const grants = await server.rows(
    `select m.name, d.name as door, g.role, g.valid_from, g.valid_until
       from access.grants g join access.doors d on d.id = g.door_id
       join kernel.memberships m on m.id = g.member_id
      where g.organisation_id = $1 order by m.name, d.name`,
    [organisation],
  );
  const period = {
    role: "owner",
    valid_from: new Date("2027-01-31T23:00:00Z"),
    valid_until: new Date("2027-12-31T23:00:00Z"),
  };
  assert.deepEqual(grants, [
    { name: "Märta Öberg", door: "Hovedinngang", ...period },
    { name: "Märta Öberg", door: "Sykkelbod", ...period },
    { name: "Åse Øvrebø", door: "Sykkelbod", role: "user", valid_from: null, valid_until: null },
  ]);
  const jobs = await server.rows(
    "select key from graphile_worker.jobs where task_identifier = 'access.publish-lists' and key like $1",
    [`%${organisation}`],
  );
  assert.equal(jobs.length, 1);
});

test("the same file twice changes nothing, and asks for nothing", async () => {
  const { preview, confirm, stored } = await cooperative(server);
  await confirm(flats, (await preview(flats)).plan);
  const once = await stored();
  const again = await preview(flats);
  for (const kind of [
    again.people,
    again.units,
    again.residents,
    again.groups,
    again.groupMembers,
    again.grants,
  ]) {
    unchangedOnly(kind);
  }
  assert.ok(again.sample.every(({ status }) => status === "unchanged"));
  await confirm(flats, again.plan);
  assert.equal(await stored(), once);
});

test("an access that the file says has ended is taken back, and only then", async () => {
  const { preview, confirm, organisation } = await cooperative(server);
  const ends = (day: string) => [["Kari", "", "", "", "", "Hovedinngang", "", "", day]];
  await confirm(ends(""), (await preview(ends(""))).plan);
  const over = await preview(ends("31.12.2025"));
  assert.deepEqual(over.grants, { added: 0, changed: 1, unchanged: 0 });
  assert.deepEqual(
    over.notices.map(({ code }) => code),
    ["taken-back"],
  );
  const grants = async () =>
    await server.rows("select id from access.grants where organisation_id = $1", [organisation]);
  assert.equal((await grants()).length, 1);
  await confirm(ends("31.12.2025"), over.plan);
  assert.deepEqual(await grants(), []);
});

test("an import changes what differs and takes nothing away that the file does not name", async () => {
  const { preview, confirm, organisation, stored } = await cooperative(server);
  await confirm(flats, (await preview(flats)).plan);
  const next = [
    ["Bjørn Ærlig-Hansen", "bjorn@example.no", "", "H0301", "", "Sykkelbod", "", "", ""],
  ];
  const plan = await preview(next);
  assert.deepEqual(plan.people, { added: 0, changed: 1, unchanged: 0 });
  await confirm(next, plan.plan);
  const stays = await server.rows(
    `select u.name from access.residents r join access.units u on u.id = r.unit_id
       join kernel.memberships m on m.id = r.member_id
      where m.organisation_id = $1 and m.email = 'bjorn@example.no' order by 1`,
    [organisation],
  );
  assert.deepEqual(stays, [{ name: "H0101" }, { name: "H0301" }]);
  assert.match(await stored(), /\+4741234567/);
});

test("a plan that is no longer what was previewed is refused: another file, site or state", async () => {
  const { preview, refused, stored, organisation } = await cooperative(server);
  const { plan } = await preview(flats);
  const before = await stored();
  assert.equal(await refused(flats.slice(1), plan), "409 plan-changed");
  assert.equal(await refused(flats, "guessed"), "409 plan-changed");
  await server.rows("insert into access.groups (organisation_id, name) values ($1, 'Styret')", [
    organisation,
  ]);
  assert.equal(await refused(flats, plan), "409 plan-changed");
  assert.equal((await stored()).length > before.length, true);
  assert.doesNotMatch(await stored(), /Bjørn/);
});

test("who signs in keeps their own details; nobody's account is taken by a spreadsheet", async () => {
  const { preview, confirm, organisation, stored } = await cooperative(server);
  const kari = await server.addMember(organisation, { name: "Kari", email: "kari@example.no" });
  const rows = [["Kari Byttet", "kari@example.no", "412 34 567", "H0101", "", "", "", "", ""]];
  const plan = await preview(rows);
  assert.deepEqual(
    plan.notices.map(({ row, code }) => [row, code]),
    [[2, "keeps-own-details"]],
  );
  await confirm(rows, plan.plan);
  const [member] = await server.rows("select name, phone from kernel.memberships where id = $1", [
    kari.id,
  ]);
  assert.deepEqual(member, { name: "Kari", phone: null });
  assert.match(await stored(), /H0101/);
});

test("two imports of one file at once write it once", async () => {
  const { preview, params, body, admin, organisation } = await cooperative(server);
  const { plan } = await preview(flats);
  const call = { params, body: { ...body(flats), plan }, as: admin };
  const answers = await Promise.allSettled(
    [1, 2, 3].map(async () => await server.ok(confirmImport, call)),
  );
  assert.equal(answers.filter(({ status }) => status === "fulfilled").length, 1);
  const [people] = await server.rows<{ count: number }>(
    "select count(*)::int from kernel.memberships where organisation_id = $1 and source = 'import'",
    [organisation],
  );
  assert.equal(people?.count, 4);
});

test("people, doors and groups of another organisation are never met", async () => {
  const theirs = await cooperative(server);
  await theirs.confirm(flats, (await theirs.preview(flats)).plan);
  const before = await theirs.stored();
  const mine = await cooperative(server);
  const plan = await mine.preview(flats);
  assert.equal(plan.people.added, 4);
  await mine.confirm(flats, plan.plan);
  assert.equal(await theirs.stored(), before);
});

test("an access that is there is changed, not doubled; what the file leaves blank is kept", async () => {
  const { preview, confirm, organisation } = await cooperative(server);
  const ola = (role: string, until: string) => [
    ["Ola", "ola@example.no", "", "", "", "Sykkelbod", role, "", until],
  ];
  const first = ola("eier", "31.12.2090");
  await confirm(first, (await preview(first)).plan);
  for (const [rows, changed] of [
    [ola("", ""), 0],
    [ola("bruker", ""), 1],
    [ola("", "30.6.2091"), 1],
  ] as const) {
    const plan = await preview(rows);
    assert.deepEqual(plan.grants, { added: 0, changed, unchanged: 1 - changed });
    await confirm(rows, plan.plan);
  }
  const grants = await server.rows(
    "select role, valid_until from access.grants where organisation_id = $1",
    [organisation],
  );
  assert.deepEqual(grants, [{ role: "user", valid_until: new Date("2091-06-30T22:00:00Z") }]);
});

test("when the last of it cannot be written, nothing is", async () => {
  const { preview, refused, stored } = await cooperative(server);
  const { plan } = await preview(flats);
  const before = await stored();
  // The database refuses what the import writes last.
  await server.rows(
    "alter table access.grants add constraint refused check (role <> 'owner') not valid",
  );
  assert.equal(await refused(flats, plan), "500 internal-error");
  await server.rows("alter table access.grants drop constraint refused");
  assert.equal(await stored(), before);
});
