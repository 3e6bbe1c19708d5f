import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { confirmImport, previewImport } from "../api/import.ts";
import { startTestServer } from "../test-server.ts";
import type { TestMember, TestServer } from "../test-server.ts";
import { csv } from "./test-files.ts";

let server: TestServer;
before(async () => (server = await startTestServer()));
after(async () => await server.stop());

const heading = ["Navn", "E-post", "Telefon", "Leilighet", "Gruppe", "Dør", "Rolle", "Fra", "Til"];

/** An organisation with a site and two doors, and its administrator's hands. */
async function cooperative() {
  const admin = await server.addOrganisation();
  const { organisation } = admin;
  const [site] = await server.rows<{ id: string }>(
    "insert into kernel.sites (organisation_id, name) values ($1, 'Bygget') returning id",
    [organisation],
  );
  await server.rows(
    `insert into access.doors (organisation_id, site_id, name)
     select $1, $2, name from unnest(array['Hovedinngang', 'Sykkelbod']) as name`,
    [organisation, site?.id],
  );
  const body = (rows: readonly string[][], header = heading) => ({
    site: site?.id ?? "",
    content: csv([header, ...rows]).toString("base64"),
  });
  const params = { organisation };
  return {
    admin,
    organisation,
    params,
    body,
    preview: async (rows: readonly string[][], as: TestMember = admin) =>
      await server.ok(previewImport, { params, body: body(rows), as }),
    confirm: async (rows: readonly string[][], plan: string) =>
      await server.ok(confirmImport, { params, body: { ...body(rows), plan }, as: admin }),
    refused: async (rows: readonly string[][], plan: string) =>
      await server.refused(confirmImport, { params, body: { ...body(rows), plan }, as: admin }),
    /** Everything an import can write, as text. */
    stored: async () =>
      JSON.stringify(
        await Promise.all(
          [
            "select id, name, email, phone, role, source from kernel.memberships",
            "select id, name, group_id from access.units",
            "select id, name from access.groups",
            "select unit_id, member_id from access.residents",
            "select group_id, member_id from access.group_members",
            "select door_id, member_id, role, valid_from, valid_until from access.grants",
          ].map(
            async (query) =>
              await server.rows(`${query} where organisation_id = $1 order by 1, 2`, [
                organisation,
              ]),
          ),
        ),
      ),
  };
}

const flats = [
  ["Bjørn Ærlig", "bjorn@example.no", "412 34 567", "H0101", "Oppgang A|Styret", "", "", "", ""],
  ["Åse Øvrebø", "", "+47 912 34 567", "H0101", "Oppgang A", "Sykkelbod", "", "", ""],
  [
    "Märta Öberg",
    "marta@example.se",
    "070-123 45 67",
    "H0102",
    "",
    "Sykkelbod, Hovedinngang",
    "eier",
    "1.2.27",
    "31.12.2027",
  ],
  ["Uten Kontakt", "", "", "H0201", "Oppgang B", "", "", "", ""],
];
const unchangedOnly = (counts: { added: number; changed: number }) =>
  assert.deepEqual([counts.added, counts.changed], [0, 0]);

test("a preview says what would change and writes nothing", async () => {
  const { preview, stored } = await cooperative();
  const before = await stored();
  const plan = await preview(flats);
  assert.deepEqual(plan.errors, []);
  assert.equal(plan.encoding, "windows-1252");
  assert.equal(plan.separator, ";");
  assert.equal(plan.rows, 4);
  assert.deepEqual(plan.columns.slice(0, 2), [
    { header: "Navn", field: "name" },
    { header: "E-post", field: "email" },
  ]);
  const added = [
    plan.people,
    plan.units,
    plan.residents,
    plan.groups,
    plan.groupMembers,
    plan.grants,
  ];
  assert.deepEqual(
    added.map((counts) => counts.added),
    [4, 3, 4, 3, 4, 3],
  );
  assert.deepEqual(plan.sample[0], {
    row: 2,
    cells: Object.fromEntries(heading.map((header, index) => [header, flats[0]?.[index]])),
    status: "added",
  });
  assert.equal(await stored(), before);
});

test("a confirmed import writes what was previewed, in the site's time, and has the lists made anew", async () => {
  const { preview, confirm, organisation } = await cooperative();
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
  const { preview, confirm, stored } = await cooperative();
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

test("an import changes what differs and takes nothing away", async () => {
  const { preview, confirm, organisation, stored } = await cooperative();
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

test("while a row has an error, nothing of the file is written", async () => {
  const { preview, refused, stored } = await cooperative();
  const rows = [
    ...flats,
    ["Feil", "ikke en adresse", "", "", "", "Hovedingang", "", "", ""],
    ["", "x@example.no"],
  ];
  const before = await stored();
  const plan = await preview(rows);
  assert.equal(plan.errorCount, 2);
  assert.deepEqual(
    plan.errors.map(({ row, column, code }) => [row, column, code]),
    [
      [6, "E-post", "email"],
      [7, "Navn", "name-missing"],
    ],
  );
  assert.equal(plan.errors[0]?.message, "Dette er ikke en e-postadresse.");
  assert.equal(plan.sample.at(-1)?.status, "error");
  assert.equal(await refused(rows, plan.plan), "422 import-has-errors");
  assert.equal(await stored(), before);
});

test("a plan that is no longer what was previewed is refused: another file, site or state", async () => {
  const { preview, refused, stored, organisation } = await cooperative();
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
  const { preview, confirm, organisation, stored } = await cooperative();
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
  const { preview, params, body, admin, organisation } = await cooperative();
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

test("identity numbers are never stored and never come back", async () => {
  const { preview, refused, params, body, admin, stored } = await cooperative();
  const rows = [["Kari 01010750160", "", "", "", "", "", "", "", ""]];
  const plan = await preview(rows);
  assert.deepEqual(
    plan.errors.map(({ code }) => code),
    ["national-identity-number"],
  );
  assert.doesNotMatch(JSON.stringify(plan), /01010750160/);
  assert.equal(await refused(rows, plan.plan), "422 import-has-errors");
  assert.doesNotMatch(await stored(), /01010750160/);
  const column = ["01010750160", "15076500565", "811218-9876"].map((number, index) => [
    `P${index}`,
    number,
  ]);
  for (const header of [
    ["Navn", "Fødselsnr"],
    ["Navn", "Merknad"],
  ]) {
    const call = { params, body: body(column, header), as: admin };
    assert.equal(await server.refused(previewImport, call), "422 import-identity-numbers");
  }
});

test("only the organisation's administrators import, and only to its own sites", async () => {
  const mine = await cooperative();
  const other = await cooperative();
  const member = await server.addMember(mine.organisation);
  for (const contract of [previewImport, confirmImport]) {
    const plan = contract === confirmImport ? { plan: "x" } : {};
    const body = { ...mine.body(flats), ...plan };
    const { params } = mine;
    assert.equal(await server.refused(contract, { params, body }), "401 not-signed-in");
    assert.equal(await server.refused(contract, { params, body, as: member }), "403 not-allowed");
    assert.equal(
      await server.refused(contract, { params, body, as: other.admin }),
      "404 not-found",
    );
    const foreign = { ...other.body(flats), ...plan };
    assert.equal(
      await server.refused(contract, { params, body: foreign, as: mine.admin }),
      "404 not-found",
    );
  }
});

test("people, doors and groups of another organisation are never met", async () => {
  const theirs = await cooperative();
  await theirs.confirm(flats, (await theirs.preview(flats)).plan);
  const before = await theirs.stored();
  const mine = await cooperative();
  const plan = await mine.preview(flats);
  assert.equal(plan.people.added, 4);
  await mine.confirm(flats, plan.plan);
  assert.equal(await theirs.stored(), before);
});

test("what is no request is refused before anything is read", async () => {
  const { params, admin, body } = await cooperative();
  const bodies = {
    "400 malformed-request": [
      {},
      { ...body(flats), more: 1 },
      { ...body(flats), content: "not base64!" },
      { ...body(flats), site: "1" },
    ],
    "422 import-empty": [{ ...body([]) }, { ...body(flats), content: "" }],
    "413 import-too-large": [
      { ...body(flats), content: Buffer.alloc(10_000_001, 97).toString("base64") },
    ],
    "413 too-large": [{ ...body(flats), content: "A".repeat(15_000_000) }],
  };
  for (const [problem, all] of Object.entries(bodies)) {
    for (const each of all) {
      assert.equal(await server.refused(previewImport, { params, body: each, as: admin }), problem);
    }
  }
});
