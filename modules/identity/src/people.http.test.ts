import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as api from "./api/people.ts";
import type { Browser } from "./test-browser.ts";
import { startTestServer } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";
import { addMember, addTenant, countRows, signedInByEmail } from "./test-tenants.ts";

let server: TestServer;
let housing: string;
let swedish: string;
let board: Browser;
let stranger: Browser;
let chair: string;
before(async () => {
  server = await startTestServer();
  housing = (await addTenant(server, { name: "Solhaug" })).id;
  swedish = (await addTenant(server, { name: "Brf Solhöjden", country: "SE" })).id;
  const email = "styret@solhaug.example";
  chair = await addMember(server, housing, { name: "Ingrid", email, role: "administrator" });
  await addMember(server, swedish, {
    name: "Åsa",
    email: "asa@brf.example",
    role: "administrator",
  });
  board = await signedInByEmail(server, email);
  stranger = await signedInByEmail(server, "asa@brf.example");
});
after(async () => await server.stop());

const inHousing = () => ({ organisation: housing });
const add = async (body: object, browser = board, organisation = housing) =>
  await browser.call(api.addPerson, { params: { organisation }, body });
const change = async (person: string, body: object) =>
  await board.call(api.changePerson, { params: { ...inHousing(), person }, body });

test("201: a person is added with telephone as people write it, and read again", async () => {
  const { status, body } = await add({
    name: " Kari Moen ",
    email: "Kari@Moen.example",
    phone: "400 00 501",
  });
  assert.equal(status, 201);
  const read = await board.call(api.onePerson, { params: { ...inHousing(), person: body.id } });
  const { createdAt, ...person } = read.body;
  assert.ok(Date.parse(createdAt));
  assert.deepEqual(person, {
    id: body.id,
    name: "Kari Moen",
    email: "kari@moen.example",
    phone: "+4740000501",
    role: "member",
    privacyOfficer: false,
    source: "administrator",
    claimed: false,
  });
});

test("who of the organisation opened a person's data, and for what, is on record once within an hour, and not what is their own", async () => {
  const { body } = await add({ name: "Siv Aas" });
  for (const person of [body.id, body.id, chair])
    assert.equal(
      (await board.call(api.onePerson, { params: { ...inHousing(), person } })).status,
      200,
    );
  const { rows } = await server.owner.query(
    "select opened_by, opener, activity, labels from kernel.openings where member_id = any ($1)",
    [[body.id, chair]],
  );
  assert.deepEqual(rows, [
    {
      opened_by: chair,
      opener: "Ingrid",
      activity: "identity.administer-people",
      labels: ["name", "contact", "membership"],
    },
  ]);
});

test("an administrator makes a member privacy officer, and takes it back", async () => {
  const { body } = await add({ name: "Tove Lund" });
  const params = { ...inHousing(), person: body.id };
  const isOfficer = async () => (await board.call(api.onePerson, { params })).body.privacyOfficer;
  assert.equal(await isOfficer(), false);
  await change(body.id, { privacyOfficer: true });
  assert.equal(await isOfficer(), true);
  await change(body.id, { privacyOfficer: false });
  assert.equal(await isOfficer(), false);
});

test("a Swedish organisation's numbers are read as Sweden writes them", async () => {
  const { body } = await add({ name: "Åke", phone: "070-174 06 05" }, stranger, swedish);
  const params = { organisation: swedish, person: body.id };
  assert.equal((await stranger.call(api.onePerson, { params })).body.phone, "+46701740605");
});

test("people are listed by name, page by page, and found by name, e-mail or telephone", async () => {
  for (const nth of [1, 2, 3, 4, 5]) {
    const email = `liste${nth}@solhaug.example`;
    await add({ name: `Liste ${nth % 2}`, email, phone: `4000060${nth}` });
  }
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: 2, search: "liste", ...(cursor ? { cursor } : {}) };
    const { body } = await board.call(api.people, { params: inHousing(), query });
    names.push(...body.items.map(({ name }) => name));
    cursor = body.next;
  } while (cursor);
  assert.deepEqual(names, ["Liste 0", "Liste 0", "Liste 1", "Liste 1", "Liste 1"]);
  for (const [search, found] of [
    ["LISTE3@", 1],
    ["400 00 604", 1],
    ["0047 40000605", 1],
    ["%", 0],
    ["_iste", 0],
    ["\\", 0],
  ] as const) {
    const { body } = await board.call(api.people, { params: inHousing(), query: { search } });
    assert.equal(body.items.length, found, search);
  }
});

test("a person's details and role are corrected, and a detail taken away", async () => {
  const { body } = await add({ name: "Nils", email: "nils@solhaug.example", phone: "40000701" });
  const done = await change(body.id, { name: "Nils Dalby", phone: null, role: "administrator" });
  assert.equal(done.status, 204);
  const read = await board.call(api.onePerson, { params: { ...inHousing(), person: body.id } });
  assert.deepEqual(
    [read.body.name, read.body.email, read.body.phone, read.body.role],
    ["Nils Dalby", "nils@solhaug.example", undefined, "administrator"],
  );
  assert.equal((await change(body.id, { role: "member" })).status, 204);
});

test("who is removed is out at once, though still signed in", async () => {
  const email = "ute@solhaug.example";
  const { body } = await add({ name: "Ute", email, role: "administrator" });
  const browser = await signedInByEmail(server, email);
  assert.equal((await browser.call(api.people, { params: inHousing() })).status, 200);
  const params = { ...inHousing(), person: body.id };
  assert.equal((await board.call(api.removePerson, { params })).status, 204);
  assert.equal((await browser.call(api.people, { params: inHousing() })).status, 404);
  assert.equal((await board.call(api.onePerson, { params })).status, 404);
});

test("409: an e-mail or telephone that somebody has is named", async () => {
  const first = await add({ name: "En", email: "en@solhaug.example", phone: "40000801" });
  const second = await add({ name: "To", email: "to@solhaug.example", phone: "40000802" });
  assert.equal(first.status, 201);
  const code = async (body: object) => (await add({ name: "Tre", ...body })).problem?.code;
  assert.equal(await code({ email: "EN@solhaug.example" }), "email-taken");
  assert.equal(await code({ phone: "+47 40 00 08 01" }), "phone-taken");
  const changed = async (body: object) => (await change(second.body.id, body)).problem?.code;
  assert.equal(await changed({ email: "en@solhaug.example" }), "email-taken");
  assert.equal(await changed({ phone: "40000801" }), "phone-taken");
  assert.equal(
    (await add({ name: "Åke", email: "en@solhaug.example" }, stranger, swedish)).status,
    201,
  );
});

test("409: what a person has verified themselves is theirs to change", async () => {
  const email = "egen@solhaug.example";
  const { body } = await add({ name: "Egen", email, phone: "40000901" });
  await signedInByEmail(server, email);
  const taken = await change(body.id, { email: "angriper@solhaug.example" });
  assert.equal(taken.problem?.code, "contact-is-theirs");
  assert.equal((await change(body.id, { email: null })).problem?.code, "contact-is-theirs");
  assert.equal((await change(body.id, { email, phone: "40000902" })).status, 204, "not verified");
});

test("409: the last administrator stays, also when two try at the same moment", async () => {
  const person = { ...inHousing(), person: chair };
  const removed = await board.call(api.removePerson, { params: person });
  assert.equal(removed.problem?.code, "last-administrator");
  assert.equal((await change(chair, { role: "member" })).problem?.code, "last-administrator");
  const email = "nest@solhaug.example";
  const { body } = await add({ name: "Nest", email, role: "administrator" });
  const second = await signedInByEmail(server, email);
  const params = { ...inHousing(), person: body.id };
  const answers = await Promise.all([
    change(chair, { role: "member" }),
    second.call(api.changePerson, { params, body: { role: "member" } }),
  ]);
  assert.equal(answers.filter(({ problem }) => problem?.code === "last-administrator").length, 1);
  assert.equal(
    await countRows(
      server,
      "kernel.memberships",
      `organisation_id = '${housing}' and role = 'administrator'`,
    ),
    1,
  );
  await server.owner.query("update kernel.memberships set role = 'administrator' where id = $1", [
    chair,
  ]);
});

test("422: a national identity number, or what is no telephone number, is not taken", async () => {
  const code = async (body: object) => (await add({ name: "X", ...body })).problem?.code;
  assert.equal(await code({ name: "Per 018190 99940" }), "national-identity-number");
  assert.equal(await code({ email: "01819099940@x.example" }), "national-identity-number");
  assert.equal(await code({ phone: "12345" }), "invalid-phone");
  const { body } = await add({ name: "Y" });
  assert.equal(
    (await change(body.id, { name: "01819099940" })).problem?.code,
    "national-identity-number",
  );
});

test("400: unknown fields and wrong types are named, and nothing is written", async () => {
  const before = await countRows(server, "kernel.memberships");
  for (const body of [
    {},
    { name: "" },
    { name: "X", id: "y" },
    { name: "X", email: "x" },
    { name: "X", role: "owner" },
    [],
  ]) {
    const { status, problem } = await add(body);
    assert.equal(status, 400);
    assert.ok(problem?.errors?.[0]?.path.startsWith("body"));
  }
  assert.equal(await countRows(server, "kernel.memberships"), before);
});

test("404: to a stranger the organisation and its people do not exist", async () => {
  const foreign = (await add({ name: "Åke Ek" }, stranger, swedish)).body.id;
  const own = { organisation: swedish };
  for (const params of [
    { ...inHousing(), person: chair },
    { ...own, person: chair },
    { organisation: "00000000-0000-4000-8000-000000000000", person: chair },
  ]) {
    for (const call of [
      stranger.call(api.onePerson, { params }),
      stranger.call(api.changePerson, { params, body: { name: "Stjålet" } }),
      stranger.call(api.removePerson, { params }),
    ]) {
      const { status, problem } = await call;
      assert.deepEqual([status, problem?.code], [404, "not-found"]);
    }
  }
  assert.equal((await stranger.call(api.people, { params: inHousing() })).status, 404);
  assert.equal((await add({ name: "X" }, stranger)).status, 404);
  assert.equal((await change(foreign, { name: "X" })).status, 404);
  const read = await board.call(api.onePerson, { params: { ...inHousing(), person: chair } });
  assert.equal(read.body.name, "Ingrid");
});

test("401: nobody signed in sees anybody", async () => {
  assert.equal((await server.browser().call(api.people, { params: inHousing() })).status, 401);
});
