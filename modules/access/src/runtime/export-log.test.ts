import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { parse } from "csv-parse/sync";
import { exportPassages } from "../api/log-export.ts";
import { addPassage } from "../test-log.ts";
import type { TestMember } from "../test-server.ts";
import { startTestWorld } from "./test-world.ts";
import type { TestWorld } from "./test-world.ts";

let world: TestWorld;
let door: string;
let kari: TestMember;
let ola: TestMember;
let caretaker: TestMember;
before(async () => {
  world = await startTestWorld();
  kari = await world.addMember("Kari Nordmann");
  ola = await world.addMember('Ola; “Ole” "O" Nordmann');
});
beforeEach(async () => {
  await world.server.rows("delete from kernel.disclosures");
  caretaker = await world.addMember();
  door = await world.addDoor();
  await world.grant(door, { member: caretaker }, { role: "door_administrator" });
});
after(async () => await world.stop());

const day = (days: number) => new Date(Date.now() + days * 24 * 3600 * 1000).toISOString();
const byLaw = { country: "NO", ground: "Straffeprosessloven § 210" };
const lastMonth = () => ({ from: day(-30), until: day(1), recipient: "Styret", ...byLaw });

async function send(body: object, language = "nb", as = caretaker) {
  const answer = await world.server.app.inject({
    method: "POST",
    url: exportPassages.path.replace(":organisation", world.organisation),
    headers: { "x-test-person": as.person, "accept-language": language },
    payload: body,
  });
  return { status: answer.statusCode, headers: answer.headers, text: answer.body };
}
async function file(more: object = {}, language?: string) {
  const { status, text } = await send({ ...lastMonth(), door, ...more }, language);
  assert.equal(status, 200, text);
  return parse(text, { bom: true, delimiter: ";", relax_column_count: false });
}
async function refusal(more: object, as = caretaker) {
  const { status, text } = await send({ ...lastMonth(), ...more }, "en", as);
  return `${status} ${(JSON.parse(text) as { code: string }).code}`;
}
const told = async () =>
  await world.server.rows<{ member_id: string; recipient_name: string; activity: string }>(
    `select member_id, recipient, recipient_name, activity, labels from kernel.disclosures order by id`,
  );
const withhold = async (member: TestMember, activity: string | null) =>
  await world.server.rows(
    "insert into kernel.withholdings (organisation_id, member_id, activity) values ($1, $2, $3)",
    [member.organisation, member.id, activity],
  );

describe("the file", () => {
  test("is what a spreadsheet in the Nordics reads, in the reader's language", async () => {
    const id = await addPassage(world.server, { door, member: kari.id, credential: "card" });
    await world.server.rows("update access.passages set access_point = 'out' where id = $1", [id]);
    const { headers, text } = await send({ ...lastMonth(), door });
    assert.match(headers["content-type"] ?? "", /^text\/csv/);
    assert.match(String(headers["content-disposition"]), /^attachment; filename="[\w.-]+\.csv"$/);
    assert.ok(
      text.startsWith("\uFEFFTid;Avstand fra UTC;Sted;Dør;Person;") && text.endsWith("\r\n"),
    );
    const [nb = [], row = []] = await file();
    assert.deepEqual([nb.length, row.length], [11, 11]);
    assert.deepEqual(row.slice(4, 9), [
      "Kari Nordmann",
      "kort",
      "inne, på vei ut",
      "åpnet",
      "tilgangen er i orden",
    ]);
    const [sv] = await file({}, "sv");
    const [en] = await file({}, "en");
    assert.deepEqual([sv?.[3], en?.[3], sv?.[7], en?.[7]], ["Dörr", "Door", "Utfall", "Outcome"]);
  });

  test("has what the filters leave, newest first, and of every part of the log", async () => {
    for (const [member, ago, outcome] of [
      [kari, "1 hour", "opened"],
      [ola, "9 days", "refused"],
      [kari, "20 days", "refused"],
      [kari, "40 days", "opened"],
    ] as const)
      await addPassage(world.server, { door, member: member.id, ago, outcome });
    const who = async (more: object) =>
      (await file(more)).slice(1).map((row) => [row[4], row[7]].join(" "));
    const [one, two, three] = [
      "Kari Nordmann åpnet",
      'Ola; “Ole” "O" Nordmann avvist',
      "Kari Nordmann avvist",
    ];
    assert.deepEqual(await who({}), [one, two, three]);
    assert.deepEqual(await who({ person: kari.id }), [one, three]);
    assert.deepEqual(await who({ outcome: "refused", person: kari.id }), [three]);
    assert.deepEqual(await who({ from: day(-10) }), [one, two]);
    assert.deepEqual(await who({ until: day(-5) }), [two, three]);
  });

  test("has no cell that a spreadsheet takes for a formula, whoever wrote it", async () => {
    const names = ["=1+1", "+47 22", "-2", "@SUM(A1)", "\tx", "\rx", ' =cmd|" /C calc"!A0'];
    for (const name of names) {
      const member = await world.addMember(name);
      await addPassage(world.server, { door, member: member.id });
    }
    const cells = (await file()).flat();
    for (const name of names) assert.ok(cells.includes(`'${name}`), JSON.stringify(name));
    assert.ok(cells.every((cell) => !/^\s*[=+\-@\t\r]/.test(cell)));
  });

  test("says how many passages a door could not keep, and names nobody for an unknown card", async () => {
    await addPassage(world.server, { door, outcome: "refused", reason: "unknown-credential" });
    await world.server.rows(
      `update access.passages set outcome = 'lost', lost_since = at, lost_opened = 12, lost_refused = 3 where id = $1`,
      [await addPassage(world.server, { door, ago: "1 hour" })],
    );
    const [, unknown, lost] = await file();
    assert.deepEqual([unknown?.[4], unknown?.[8]], ["", "ukjent kort eller kode"]);
    assert.match(lost?.[10] ?? "", /åpnet 12, avvist 3$/);
    assert.deepEqual(await told(), []);
  });

  test("of nothing is its first line, and nobody is told of it", async () => {
    assert.equal((await file()).length, 1);
    assert.deepEqual(await told(), []);
  });
});

describe("that it was handed on", () => {
  test("is told to each person in it, once a file, and to nobody else", async () => {
    await addPassage(world.server, { door, member: kari.id });
    await addPassage(world.server, { door, member: kari.id, ago: "1 day" });
    await addPassage(world.server, { door, member: ola.id, ago: "60 days" });
    await file({ recipient: "Politiet, sak 1234" });
    const one = {
      member_id: kari.id,
      recipient: "receiver of a file",
      recipient_name: "Politiet, sak 1234",
      activity: "access.hand-on-log",
      labels: ["name", "access-history"],
    };
    assert.deepEqual(await told(), [one]);
    await file({ recipient: "Politiet, sak 1234" });
    assert.deepEqual(await told(), [one, one]);
  });

  test("is told to everybody in a file that is read in many pieces", async () => {
    const members = await Promise.all(Array.from({ length: 12 }, async () => world.addMember()));
    await fill(
      12_001,
      members.map(({ id }) => id),
    );
    assert.equal((await file()).length, 12_002);
    const names = (await told()).map(({ member_id }) => member_id);
    assert.deepEqual(names.toSorted(), members.map(({ id }) => id).toSorted());
  });
});

describe("is not in it", () => {
  test("whoever is restricted, or has objected to being read or handed on", async () => {
    await addPassage(world.server, { door, member: kari.id });
    await addPassage(world.server, { door, member: ola.id });
    for (const activity of [null, "access.read-door-log", "access.hand-on-log"]) {
      await withhold(ola, activity);
      const rows = (await file()).slice(1);
      assert.deepEqual(
        rows.map((row) => row[4]),
        ["Kari Nordmann"],
        `${activity}`,
      );
      assert.deepEqual(
        (await told()).map(({ member_id }) => member_id),
        [kari.id],
      );
      await world.server.rows("delete from kernel.withholdings");
      await world.server.rows("delete from kernel.disclosures");
    }
    assert.equal((await file()).length, 3);
  });

  test("what happened at a door one does not administer", async () => {
    const elsewhere = await world.addDoor();
    await addPassage(world.server, { door: elsewhere, member: kari.id });
    const { text } = await send(lastMonth());
    assert.ok(!text.includes(elsewhere));
    assert.equal(await refusal({ door: elsewhere }), "404 not-found");
    assert.deepEqual(await told(), []);
  });
});

describe("there is no file", () => {
  const nobodyTold = async () => assert.deepEqual(await told(), []);

  test("of more than 366 days", async () => {
    await addPassage(world.server, { door, member: kari.id });
    assert.equal(await refusal({ from: day(-366), until: day(1) }), "422 export-too-long");
    assert.equal((await file({ from: day(-365), until: day(1) })).length, 2);
  });

  test("of more than 100 000 passages, and then nobody is told of one", async () => {
    await fill(100_000, [kari.id]);
    const { status, text } = await send({ ...lastMonth(), door });
    assert.deepEqual([status, text.split("\r\n").length], [200, 100_002]);
    await world.server.rows("delete from kernel.disclosures");
    await addPassage(world.server, { door, member: kari.id });
    assert.equal(await refusal({ door }), "422 export-too-large");
    await nobodyTold();
  });

  test("without a period, or without who gets it", async () => {
    for (const more of [
      { from: undefined },
      { until: undefined },
      { recipient: undefined },
      { recipient: "  " },
      { recipient: "x".repeat(121) },
      { recipient: "Styret\nog noen til" },
      { from: day(0), until: day(-1) },
    ])
      assert.equal(await refusal(more), "400 malformed-request", JSON.stringify(more));
    assert.equal(await refusal({ recipient: "01819099940" }), "422 national-identity-number");
    assert.equal(await refusal({ country: "GB" }), "422 receiver-outside-eea");
    assert.equal(await refusal({ ground: undefined }), "422 receiver-by-which-right");
  });

  test("for a stranger; a member without a door gets one with nothing in it", async () => {
    await addPassage(world.server, { door, member: kari.id });
    const stranger = await world.server.addOrganisation();
    assert.equal(await refusal({}, stranger), "404 not-found");
    assert.equal(await refusal({ door }, kari), "404 not-found");
    const { text } = await send(lastMonth(), "nb", world.administrator);
    assert.equal(text.split("\r\n").length, 2);
    await nobodyTold();
  });
});

/** So many passages at the door, within the last week, of these members in turn. */
async function fill(count: number, members: readonly string[]) {
  await world.server.rows(
    `insert into access.log_holders (organisation_id, member_id) select $1, unnest($2::uuid[]) on conflict do nothing`,
    [world.organisation, members],
  );
  await world.server.rows(
    `insert into access.passages (id, organisation_id, door_id, holder_id, at, credential, outcome, reason, expires_at)
     select gen_random_uuid(), d.organisation_id, d.id, h.id, m.at, 'card', 'opened', 'granted',
            m.at + make_interval(hours => 24 * d.log_days)
       from generate_series(1, $2::integer) n
       cross join lateral (select date_trunc('milliseconds', now() - n % 10000 * interval '1 minute') as at) m
       join access.doors d on d.id = $1
       join access.log_holders h on h.member_id = ($3::uuid[])[1 + n % $4::integer]`,
    [door, count, members, members.length],
  );
}
