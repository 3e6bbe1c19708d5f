import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  addIntegration,
  integrations,
  removeIntegration,
  sharedDoors,
  sharedPassages,
  sharedUsers,
} from "@terskel/access/api/integrations";
import { myDoors, openDoor, passages } from "@terskel/access/api/passages";
import { doors } from "@terskel/access/api/places";
import { decideRequest } from "@terskel/kernel/api/desk";
import { disclosures } from "@terskel/kernel/api/disclosures";
import { makeRequest, requestFile } from "@terskel/kernel/api/requests";
import { serverPool } from "../support/behind.ts";
import { pathOf } from "../support/client.ts";
import type { Client } from "../support/client.ts";
import { readCopy, rowsOf } from "../support/copy.ts";
import { eventually } from "../support/eventually.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe("C10: a third party reads by the API of the doors it controls, and of no other door or user", () => {
  let house: House;
  let chair: Client;
  let kari: Client;
  let params: { organisation: string };
  /** Kari opens the one, and not the other. */
  let hers: string;
  let other: string;
  before(async () => {
    house = await startHouse();
    chair = await house.as("ingrid");
    kari = await house.as("kari");
    params = { organisation: await house.organisationOf(chair) };
    const own = await kari.call(myDoors, { params });
    hers = own.items[0]?.id ?? "";
    const all = await chair.call(doors, { params, query: { limit: 100 } });
    other = all.items.find(({ id }) => id !== hers)?.id ?? "";
    for (const [who, door] of [
      [kari, hers],
      [chair, other],
    ] as const)
      await who.call(openDoor, {
        params: { ...params, door },
        body: { request: crypto.randomUUID() },
      });
    await eventually("both are in the log", async () => {
      const { items } = await chair.call(passages, { params, query: {} });
      return items.length === 2;
    });
  });
  after(async () => await house.stop());

  const ground = "It runs the door phones, and has to know whom to call.";
  let firms = 0;
  const letRead = async (of: readonly string[], expiresAt = inDays(30)) =>
    await chair.call(addIntegration, {
      params,
      body: {
        name: `Porttelefon ${(firms += 1)} AS`,
        doors: [...of],
        expiresAt,
        country: "NO",
        ground,
      },
    });
  async function ask(
    contract: typeof sharedDoors | typeof sharedUsers | typeof sharedPassages,
    token: string | undefined,
    query: object = {},
  ) {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const answer = await fetch(`${house.url}${pathOf(contract, { query })}`, { headers });
    const body = (await answer.json()) as {
      items: Record<string, unknown>[];
      next?: string;
      code?: string;
    };
    return { status: answer.status, ...body, asks: answer.headers.get("www-authenticate") };
  }

  test("it reads its door, who uses it with name, date of birth and an id of its own, and its log", async () => {
    const { token } = await letRead([hers]);
    const { items: seen } = await ask(sharedDoors, token);
    assert.deepEqual(
      seen.map(({ id }) => id),
      [hers],
    );
    const { items: users } = await ask(sharedUsers, token);
    const user = users.find(({ name }) => name === "Kari Nordlie");
    assert.deepEqual(Object.keys(user ?? {}).sort(), ["dateOfBirth", "doors", "id", "name"]);
    assert.deepEqual([user?.["dateOfBirth"], user?.["doors"]], ["1984-03-12", [hers]]);
    const { items: log } = await ask(sharedPassages, token);
    assert.equal(log.length, 1);
    assert.deepEqual(log[0]?.["person"], { id: user?.["id"], name: "Kari Nordlie" });
    // Nothing by which she is known elsewhere.
    const { rows } = await house.owner.query<{ id: string; person_id: string }>(
      "select id, person_id from kernel.memberships where name = 'Kari Nordlie'",
    );
    const all = JSON.stringify([users, log]);
    for (const { id, person_id } of rows) assert.ok(!all.includes(id) && !all.includes(person_id));
    assert.doesNotMatch(all, /@|\+47/);
  });

  test("of another door and its users it reads nothing, also when it asks for that door", async () => {
    const { token } = await letRead([other]);
    const { items: users } = await ask(sharedUsers, token);
    assert.ok(users.length > 0 && users.every(({ name }) => name !== "Kari Nordlie"));
    const { items: log } = await ask(sharedPassages, token);
    assert.ok(!JSON.stringify(log).includes("Kari"));
    const asked = await ask(sharedPassages, token, { door: hers });
    assert.deepEqual([asked.status, asked.code], [404, "not-found"]);
  });

  test("the same person is another one to another third party, and the same to the same one", async () => {
    const [one, two] = [await letRead([hers]), await letRead([hers])];
    const idFor = async (token: string) =>
      (await ask(sharedUsers, token)).items.find(({ name }) => name === "Kari Nordlie")?.["id"];
    assert.equal(await idFor(one.token), await idFor(one.token));
    assert.notEqual(await idFor(one.token), await idFor(two.token));
  });

  test("page by page it reads each user once", async () => {
    const { token } = await letRead([hers, other]);
    const all = (await ask(sharedUsers, token, { limit: 200 })).items.map(({ id }) => id);
    const read: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask(sharedUsers, token, { limit: 3, ...(cursor ? { cursor } : {}) });
      read.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    assert.ok(all.length > 3 && new Set(all).size === all.length);
    assert.deepEqual(read, all);
  });

  test("without a token, with a wrong one, after its end and once it is ended it reads nothing", async () => {
    const { id, token } = await letRead([hers]);
    const wrong = `${token.slice(0, -4)}AAAA`;
    for (const given of [undefined, "", wrong, `${token}x`, "x".repeat(5000)])
      for (const contract of [sharedDoors, sharedUsers, sharedPassages]) {
        const { status, code, asks } = await ask(contract, given);
        assert.deepEqual([status, code, asks], [401, "token-unknown", "Bearer"]);
      }
    await house.owner.query(
      "update access.integrations set expires_at = now() - interval '1 second' where id = $1",
      [id],
    );
    assert.equal((await ask(sharedUsers, token)).code, "token-unknown");
    await house.owner.query(
      "update access.integrations set expires_at = now() + interval '1 day' where id = $1",
      [id],
    );
    assert.equal((await ask(sharedUsers, token)).status, 200);
    await chair.call(removeIntegration, { params: { ...params, integration: id } });
    assert.equal((await ask(sharedUsers, token)).code, "token-unknown");
  });

  test("that is so in the database too: which integration asks, for whom and until when is its own", async () => {
    const { id } = await letRead([hers]);
    const app = serverPool(house);
    const office = await house.organisationOf(await house.as("amir"));
    const sees = async (integration: string, organisation: string) => {
      const one = await app.connect();
      try {
        await one.query("begin");
        await one.query(
          `select set_config('terskel.activity', 'access.share-with-integrations', true),
                  set_config('terskel.organisation', $1, true), set_config('terskel.integration', $2, true)`,
          [organisation, integration],
        );
        const { rows } = await one.query<{ n: number }>(
          `select (select count(*) from access.passages) + (select count(*) from access.shared_members())
                + (select count(*) from access.shared_doors()) as n`,
        );
        return Number(rows[0]?.n);
      } finally {
        await one.query("rollback");
        one.release();
      }
    };
    assert.ok((await sees(id, params.organisation)) >= 3);
    assert.equal(await sees(id, office), 0);
    assert.equal(await sees("", params.organisation), 0);
    await house.owner.query("update access.integrations set expires_at = now() where id = $1", [
      id,
    ]);
    assert.equal(await sees(id, params.organisation), 0);
    await app.end();
  });

  test("the token is stored nowhere, and no list shows it", async () => {
    const { token } = await letRead([hers]);
    const listed = await chair.call(integrations, { params, query: { limit: 100 } });
    assert.ok(listed.items.length > 0 && !JSON.stringify(listed).includes(token));
    const { rows } = await house.owner.query<{ row: string }>(
      "select to_jsonb(i)::text as row from access.integrations i",
    );
    assert.ok(rows.every(({ row }) => !row.includes(token)));
  });

  test("she sees who reads of her and what it was for, once a day and not at every call", async () => {
    const { token } = await letRead([hers]);
    for (let nth = 0; nth < 3; nth += 1) await ask(sharedUsers, token);
    await ask(sharedPassages, token);
    const name = `Porttelefon ${firms} AS`;
    const { items } = await kari.call(disclosures, { query: { limit: 100 } });
    const told = items.filter((each) => each.name === name);
    assert.deepEqual(
      told.map(({ recipient }) => recipient),
      ["another organisation", "another organisation"],
    );
    assert.deepEqual(
      told.map(({ labels }) => [...labels].sort()),
      [
        ["access-history", "name", "pseudonym"],
        ["access-right", "birth-date", "name", "pseudonym"],
      ],
    );
    assert.match(told[0]?.purpose.en ?? "", /third party/);
    // And where it is, and why it may: as it was said of it, and as the list of who reads says it.
    for (const each of told) assert.deepEqual([each.country, each.ground], ["NO", ground]);
    const listed = await chair.call(integrations, { params, query: { limit: 100 } });
    assert.deepEqual(listed.items.find((each) => each.name === name)?.receiver, {
      country: "NO",
      ground,
    });
    const { rows } = await house.owner.query<{ name: string }>(
      `select distinct m.name from kernel.disclosures d join kernel.memberships m on m.id = d.member_id
        where d.recipient_name = $1`,
      [name],
    );
    const { items: users } = await ask(sharedUsers, token);
    assert.deepEqual(
      new Set(rows.map((row) => row.name)),
      new Set(users.map((user) => user["name"])),
    );
  });

  test("and the copy of what is stored about her names who got it (Art. 15(1)(c))", async () => {
    const { id } = await kari.call(makeRequest, {
      body: { organisation: params.organisation, wish: { kind: "access" } },
    });
    const answer = await kari.fetch(pathOf(requestFile, { params: { request: id } }));
    const { data, page } = await readCopy(kari, answer);
    const name = `Porttelefon ${firms} AS`;
    const given = rowsOf(data, "kernel.disclosures").filter(
      (row) => row["recipient_name"] === name,
    );
    assert.equal(given.length, 2);
    assert.match(page, new RegExp(name));
  });

  test("only an administrator lets somebody read, of the organisation's own doors, for a year at most", async () => {
    const body = {
      name: "Firma AS",
      doors: [hers],
      expiresAt: inDays(30),
      country: "NO",
      ground,
    };
    const add = (client: Client, more: object = {}, of = params) =>
      refusal(client.call(addIntegration, { params: of, body: { ...body, ...more } }));
    assert.equal(await add(kari), "not-allowed");
    const amir = await house.as("amir");
    assert.equal(await add(amir), "not-found");
    const office = { organisation: await house.organisationOf(amir) };
    assert.match(await add(await house.as("lise"), {}, office), /not-(found|allowed)/);
    assert.equal(await add(chair, { expiresAt: inDays(-1) }), "integration-time");
    assert.equal(await add(chair, { expiresAt: inDays(400) }), "integration-time");
    assert.equal(await add(chair), "not refused");
    assert.equal(await add(chair), "integration-name-taken");
  });

  test("of whoever has objected it reads nothing any more", async () => {
    const { token } = await letRead([hers]);
    const named = async () =>
      (await ask(sharedUsers, token)).items.some(({ name }) => name === "Kari Nordlie");
    assert.equal(await named(), true);
    const wish = { kind: "objection", to: "access.share-with-integrations" } as const;
    const { id: request } = await kari.call(makeRequest, { body: { ...params, wish } });
    await chair.call(decideRequest, {
      params: { ...params, request },
      body: { decision: "granted" },
    });
    assert.equal(await named(), false);
    const { items: log } = await ask(sharedPassages, token);
    assert.ok(!JSON.stringify(log).includes("Kari"));
  });
});
