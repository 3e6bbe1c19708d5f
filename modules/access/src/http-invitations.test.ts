import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as api from "./api/invitations.ts";
import { writeInvitationToken } from "./invitation-token.ts";
import { addHouse } from "./test-house.ts";
import type { TestHouse } from "./test-house.ts";
import { letterTo } from "./test-letters.ts";
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
const newAddress = () => `gjest${(count += 1)}@example.com`;
const invite = (as: TestMember, body: object = {}) =>
  server.ok(api.invite, {
    as,
    params: house.params,
    body: { door: house.door, email: newAddress(), ...body },
  });
const refusedInvite = (as: TestMember, body: object = {}) =>
  server.refused(api.invite, {
    as,
    params: house.params,
    body: { door: house.door, email: newAddress(), ...body },
  });
const list = async (as: TestMember) =>
  (await server.ok(api.invitations, { as, params: house.params })).items;

describe("201", () => {
  test("the mail goes to the address, in the language asked for, with a link that tells no server its token", async () => {
    const email = newAddress();
    const { id } = await invite(house.admin, { email: email.toUpperCase(), language: "sv" });
    const { subject, text, link, token } = await letterTo(server, email);
    assert.match(subject, /^Du är inbjuden till en dörr hos Borettslaget/);
    assert.match(text, /dörren ”Port” i Storgata 1/);
    assert.equal(link, `http://terskel.test/invitation#token=${token}`);
    const { keys } = server.ports;
    assert.equal(token, writeInvitationToken(keys, { id, organisation: house.organisation }));
  });

  test("the queue knows ids, and no address", async () => {
    const email = newAddress();
    await invite(house.admin, { email });
    const jobs = await server.rows<{ payload: string }>(
      `select payload::text from graphile_worker._private_jobs`,
    );
    assert.ok(jobs.length > 0);
    assert.ok(jobs.every(({ payload }) => !payload.includes(email)));
  });

  test("an invitation withdrawn before its mail went is not sent", async () => {
    const email = newAddress();
    const { id } = await invite(house.admin, { email });
    await server.ok(api.withdrawInvitation, {
      as: house.admin,
      params: { ...house.params, invitation: id },
    });
    await server.runJobs();
    assert.ok(server.outbox.list().every((message) => message.to !== email));
  });

  test("a name in the mail cannot pass for a part of it", async () => {
    const email = newAddress();
    const as = await house.memberWith("owner");
    await server.rows(`update kernel.memberships set name = $2 where id = $1`, [
      as.id,
      "Kari\n\nhttps://evil.example\u2028x",
    ]);
    await invite(as, { email, language: "en" });
    const { text } = await letterTo(server, email);
    assert.match(text, /^Kari https:\/\/evil\.example x at Borettslaget/m);
  });

  test("inviting a member's address answers as inviting anybody's", async () => {
    const email = newAddress();
    await server.addMember(house.organisation, { email });
    const as = await house.memberWith("door_administrator");
    const answers = [await invite(as, { email }), await invite(as)];
    assert.deepEqual(
      answers.map((answer) => Object.keys(answer)),
      [["id"], ["id"]],
    );
  });
});

describe("200", () => {
  test("open invitations are listed to those who administer the door", async () => {
    const { admin, params, door, memberWith } = await addHouse(server);
    const owner = await memberWith("owner");
    const email = newAddress();
    const [from, until] = [new Date(Date.now() + dayMs), new Date(Date.now() + 9 * dayMs)];
    const validity = { validFrom: from.toISOString(), validUntil: until.toISOString() };
    const body = { door, email, role: "owner" as const, expiresInDays: 3, ...validity };
    const { id } = await server.ok(api.invite, { as: owner, params, body });
    const seen = async (as: TestMember) =>
      (await server.ok(api.invitations, { as, params })).items.map((item) => item.id);
    assert.deepEqual(await seen(admin), [id]);
    assert.deepEqual(await seen(await memberWith("door_administrator")), [id]);
    assert.deepEqual(await seen(await memberWith("user")), []);
    const [item] = (await server.ok(api.invitations, { as: owner, params })).items;
    assert.deepEqual([item?.email, item?.role, item?.door.name], [email, "owner", "Port"]);
    assert.deepEqual(
      { from: item?.validFrom, until: item?.validUntil, zone: item?.door.timeZone },
      { from: validity.validFrom, until: validity.validUntil, zone: "Europe/Oslo" },
    );
    const livesMs = Date.parse(item?.expiresAt ?? "") - Date.parse(item?.createdAt ?? "");
    assert.equal(livesMs, 3 * dayMs);
  });

  test("an expired one is invisible at once", async () => {
    const { id } = await invite(house.admin, { expiresInDays: 1 });
    server.clock.now = () => new Date(Date.now() + dayMs + 1000);
    const seen = await list(house.admin);
    server.clock.now = () => new Date();
    assert.ok(seen.every((item) => item.id !== id));
  });
});

describe("400", () => {
  test("an invitation is to an address, for at most a month, and says nothing else", async () => {
    for (const body of [
      { email: "kari" },
      { email: "kari@example.com\r\nBcc: alle@example.com" },
      { expiresInDays: 31 },
      { language: "de" },
      { invited_by: house.admin.id },
      { organisation: house.organisation },
    ]) {
      assert.equal(await refusedInvite(house.admin, body), "400 malformed-request");
    }
  });
});

describe("403", () => {
  test("a door administrator invites users only, and withdraws no owner's invitation", async () => {
    const as = await house.memberWith("door_administrator");
    for (const role of ["door_administrator", "owner"]) {
      assert.equal(await refusedInvite(as, { role }), "403 role-too-high");
    }
    const { id } = await invite(house.admin, { role: "owner" });
    const call = { as, params: { ...house.params, invitation: id } };
    assert.equal(await server.refused(api.withdrawInvitation, call), "403 role-too-high");
  });
});

describe("404", () => {
  test("who does not administer the door invites nobody to it, and withdraws nothing", async () => {
    const { id } = await invite(house.admin);
    const other = await addHouse(server);
    for (const as of [await house.memberWith("user"), await server.addMember(house.organisation)]) {
      assert.equal(await refusedInvite(as), "404 not-found");
      const call = { as, params: { ...house.params, invitation: id } };
      assert.equal(await server.refused(api.withdrawInvitation, call), "404 not-found");
    }
    const foreign = { as: other.admin, params: other.params };
    const body = { door: house.door, email: newAddress() };
    assert.equal(await server.refused(api.invite, { ...foreign, body }), "404 not-found");
    const call = { as: other.admin, params: { ...other.params, invitation: id } };
    assert.equal(await server.refused(api.withdrawInvitation, call), "404 not-found");
    assert.ok((await list(house.admin)).some((item) => item.id === id));
  });
});

describe("409", () => {
  test("one address has one open invitation to a door", async () => {
    const email = newAddress();
    const { id } = await invite(house.admin, { email });
    assert.equal(await refusedInvite(house.admin, { email }), "409 already-invited");
    await server.ok(api.withdrawInvitation, {
      as: house.admin,
      params: { ...house.params, invitation: id },
    });
    await invite(house.admin, { email });
  });

  test("nobody has more than 200 open at a time", async () => {
    const as = await house.memberWith("door_administrator");
    await server.rows(
      `insert into access.invitations
         (organisation_id, door_id, invited_by, email, language, role, expires_at)
       select $1, $2, $3, n || '@example.org', 'nb', 'user', now() + interval '1 day'
         from generate_series(1, 199) n`,
      [house.organisation, house.door, as.id],
    );
    await invite(as);
    assert.equal(await refusedInvite(as), "409 too-many-invitations");
    await invite(await house.memberWith("door_administrator"));
  });
});

describe("422", () => {
  test("an access that is over before it begins is not offered", async () => {
    const at = (days: number) => new Date(Date.now() + days * dayMs).toISOString();
    for (const body of [{ validUntil: at(-1) }, { validFrom: at(2), validUntil: at(1) }]) {
      assert.equal(await refusedInvite(house.admin, body), "422 end-in-the-past");
    }
  });

  test("an address holds no national identity number", async () => {
    const body = { email: "17912099997@example.com" };
    assert.equal(await refusedInvite(house.admin, body), "422 national-identity-number");
  });
});
