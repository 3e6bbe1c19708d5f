import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import * as grants from "./api/grants.ts";
import * as api from "./api/invitations.ts";
import { writeInvitationToken } from "./invitation-token.ts";
import { addHouse, forgetLists, queuedLists } from "./test-house.ts";
import type { TestHouse } from "./test-house.ts";
import { startTestServer } from "./test-server.ts";
import type { TestMember, TestServer } from "./test-server.ts";

let server: TestServer;
let house: TestHouse;
before(async () => {
  server = await startTestServer();
  house = await addHouse(server);
});
after(async () => await server.stop());

const dayMs = 86_400_000;
let count = 0;

/** Invites somebody, and gives the token of the link. */
async function invite(body: object = {}, as: TestMember = house.admin): Promise<string> {
  const { id } = await server.ok(api.invite, {
    as,
    params: house.params,
    body: { door: house.door, email: `gjest${(count += 1)}@example.com`, ...body },
  });
  return writeInvitationToken(server.ports.keys, { id, organisation: house.organisation });
}
/** Somebody with an account, who is a member nowhere. */
function newPerson(account: { name?: string; email?: string; phone?: string } = {}): string {
  const person = randomUUID();
  const { name = "Ola Gjest", email, phone } = account;
  server.accounts.set(person, { name, email, phone, language: undefined });
  return person;
}
const accept = (token: string, as: string) =>
  server.ok(api.acceptInvitation, { as, body: { token } });
const refused = async (token: string, as = newPerson()) => [
  await server.refused(api.readInvitation, { body: { token } }),
  await server.refused(api.acceptInvitation, { as, body: { token } }),
];
const notValid = ["404 invitation-not-valid", "404 invitation-not-valid"];

/** A person's membership in the house, with the grants they have by their own name. */
async function memberOf(person: string) {
  return await server.rows(
    `select m.name, m.email, m.phone, m.role, m.source, g.role as grant_role, g.door_id
       from kernel.memberships m join access.grants g on g.member_id = m.id
      where m.person_id = $1 and m.organisation_id = $2`,
    [person, house.organisation],
  );
}

describe("200", () => {
  test("whoever holds the link reads what is offered, signed in or not", async () => {
    const until = new Date(Date.now() + dayMs).toISOString();
    const token = await invite({ role: "door_administrator", validUntil: until });
    const { organisation, expiresAt, invitedBy, ...offer } = await server.ok(api.readInvitation, {
      body: { token },
    });
    assert.match(organisation, /^Borettslaget/);
    assert.match(invitedBy, /^Kari Nordmann/);
    assert.ok(Date.parse(expiresAt) > Date.now());
    assert.deepEqual(offer, {
      door: "Port",
      site: "Storgata 1",
      timeZone: "Europe/Oslo",
      role: "door_administrator",
      validUntil: until,
    });
  });

  test("a stranger who accepts becomes a member with the grant; the address is gone at once (C7)", async () => {
    const email = "engangs@example.com";
    const token = await invite({ email });
    const person = newPerson({ name: "Ola", email: "Ola@example.com", phone: "+4790000001" });
    await forgetLists(server);
    const answer = await accept(token, person);
    assert.deepEqual(answer, { organisation: house.organisation, door: house.door });
    assert.deepEqual(await memberOf(person), [
      {
        name: "Ola",
        email: "ola@example.com",
        phone: "+4790000001",
        role: "member",
        source: "invitation",
        grant_role: "user",
        door_id: house.door,
      },
    ]);
    assert.equal(await queuedLists(server, house.organisation), 1);
    const left = await server.rows(
      `select email from access.invitations where email = $1
       union all select email from kernel.memberships where email = $1`,
      [email],
    );
    assert.deepEqual(left, []);
  });

  test("a member who accepts gets the grant as the member they are", async () => {
    const member = await server.addMember(house.organisation, { name: "Kari" });
    await accept(await invite(), member.person);
    const rows = await memberOf(member.person);
    assert.deepEqual(
      rows.map((row) => [(row as { name: string }).name, (row as { source: string }).source]),
      [["Kari", "administrator"]],
    );
  });

  test("a membership that waits for the person's verified address is theirs", async () => {
    const email = "venter@example.com";
    const waiting = await server.addMember(house.organisation, {
      name: "Fra regnearket",
      email,
      unclaimed: true,
    });
    const person = newPerson({ name: "Ola", email });
    await accept(await invite(), person);
    const found = await server.rows<{ id: string }>(
      `select id from kernel.memberships where person_id = $1`,
      [person],
    );
    assert.deepEqual(found, [{ id: waiting.id }]);
  });

  test("nobody takes over a member by saying they have their address", async () => {
    const email = "opptatt@example.com";
    const kari = await server.addMember(house.organisation, { name: "Kari", email });
    const person = newPerson({ name: "Ola", email });
    await accept(await invite(), person);
    const [row] = await server.rows<{ name: string; email: string | null }>(
      `select name, email from kernel.memberships where person_id = $1`,
      [person],
    );
    assert.deepEqual(row, { name: "Ola", email: null });
    assert.equal((await memberOf(kari.person)).length, 0);
  });

  test("two invitations accepted at once make one member with both grants", async () => {
    const tokens = [await invite(), await invite({ role: "owner" })];
    const person = newPerson();
    await Promise.all(tokens.map((token) => accept(token, person)));
    const rows = await memberOf(person);
    assert.deepEqual(rows.map((row) => (row as { grant_role: string }).grant_role).toSorted(), [
      "owner",
      "user",
    ]);
  });
});

describe("401", () => {
  test("accepting needs a signed-in person", async () => {
    const call = { body: { token: await invite() } };
    assert.equal(await server.refused(api.acceptInvitation, call), "401 not-signed-in");
  });
});

describe("404: used, withdrawn, expired, forged and undermined are one answer", () => {
  test("used, also when two accept at the same moment", async () => {
    const token = await invite();
    const people = [newPerson(), newPerson()];
    const done = await Promise.all(
      people.map((person) =>
        accept(token, person).then(
          () => "accepted",
          () => "refused",
        ),
      ),
    );
    assert.deepEqual(done.toSorted(), ["accepted", "refused"]);
    assert.deepEqual(await refused(token), notValid);
  });

  test("expired, to the second", async () => {
    const token = await invite({ expiresInDays: 1 });
    server.clock.now = () => new Date(Date.now() + dayMs + 1000);
    const answers = await refused(token);
    server.clock.now = () => new Date();
    assert.deepEqual(answers, notValid);
  });

  test("withdrawn", async () => {
    const token = await invite({ email: "angret@example.com" });
    const [row] = await server.rows<{ id: string }>(
      `select id from access.invitations where email = 'angret@example.com'`,
    );
    await server.ok(api.withdrawInvitation, {
      as: house.admin,
      params: { ...house.params, invitation: row?.id ?? "" },
    });
    assert.deepEqual(await refused(token), notValid);
  });

  test("of another invitation, of another organisation, of an invitation that never was", async () => {
    const token = await invite();
    const other = await addHouse(server);
    const [row] = await server.rows<{ id: string }>(
      `select id from access.invitations where organisation_id = $1 order by id desc limit 1`,
      [house.organisation],
    );
    const { keys } = server.ports;
    const mine = { id: row?.id ?? "", organisation: other.organisation };
    const none = { id: randomUUID(), organisation: house.organisation };
    for (const forged of [
      writeInvitationToken(keys, mine),
      writeInvitationToken(keys, none),
      writeInvitationToken(keys, none).slice(0, 43) + token.slice(43),
      `${token.slice(0, -4)}AAAA`,
      "a".repeat(86),
      "' or true --         ",
    ]) {
      assert.deepEqual(await refused(forged), notValid);
    }
  });

  test("from somebody who has lost the door, or whose role is now too low, since", async () => {
    const { organisation } = house;
    const owner = await house.memberWith("owner");
    const token = await invite({ role: "owner" }, owner);
    await server.rows(`update access.grants set role = 'door_administrator' where member_id = $1`, [
      owner.id,
    ]);
    assert.deepEqual(await refused(token), notValid);
    const second = await invite({}, owner);
    await server.rows(`delete from access.grants where member_id = $1`, [owner.id]);
    assert.deepEqual(await refused(second), notValid);
    const admin = await server.addMember(organisation, { role: "administrator" });
    const third = await invite({}, admin);
    await server.rows(`update kernel.memberships set role = 'member' where id = $1`, [admin.id]);
    assert.deepEqual(await refused(third), notValid);
    const leaver = await house.memberWith("owner");
    const fourth = await invite({}, leaver);
    await server.rows(`delete from kernel.memberships where id = $1`, [leaver.id]);
    assert.deepEqual(await refused(fourth), notValid);
  });

  test("to an access that is over", async () => {
    const token = await invite({ validUntil: new Date(Date.now() + dayMs).toISOString() });
    server.clock.now = () => new Date(Date.now() + dayMs + 1000);
    const answers = await refused(token);
    server.clock.now = () => new Date();
    assert.deepEqual(answers, notValid);
  });
});

test("what accepting refuses leaves nothing behind", async () => {
  const person = newPerson();
  const owner = await house.memberWith("owner");
  const token = await invite({}, owner);
  const { items } = await server.ok(grants.grants, {
    as: house.admin,
    params: house.params,
    query: { person: owner.id },
  });
  await server.ok(grants.removeGrant, {
    as: house.admin,
    params: { ...house.params, grant: items[0]?.id ?? "" },
  });
  assert.deepEqual(await refused(token, person), notValid);
  assert.deepEqual(
    await server.rows(`select id from kernel.memberships where person_id = $1`, [person]),
    [],
  );
});
