import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addGrant, addGroup, grants } from "@terskel/access/api/grants";
import { exportPassages } from "@terskel/access/api/log-export";
import { myDoors, openDoor, passages } from "@terskel/access/api/passages";
import { onePerson, people, removePerson } from "@terskel/identity/api/people";
import { requestEmailCode } from "@terskel/identity/api/sign-in";
import { auditTrail } from "@terskel/kernel/api/audit";
import { ledger } from "@terskel/kernel/api/holds";
import type { Client } from "../support/client.ts";
import { eventually } from "../support/eventually.ts";
import { startHouse } from "./people.ts";
import type { House } from "./people.ts";

const secondMs = 1_000;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
let house: House;
let chair: Client;
let organisation: string;
before(async () => {
  house = await startHouse();
  chair = await house.as("ingrid");
  organisation = await house.organisationOf(chair);
});
after(async () => await house.stop());

const doorOf = async (client: Client) => {
  const { items } = await client.call(myDoors, { params: { organisation } });
  return { organisation, door: items[0]?.id ?? "" };
};
async function memberNamed(search: string): Promise<string> {
  const { items } = await chair.call(people, { params: { organisation }, query: { search } });
  return items[0]?.id ?? "";
}

describe("B10: what has served its purpose is deleted", () => {
  test("an access that has ended and a code that was not used go within minutes; the ledger says how many", async () => {
    const { door } = await doorOf(chair);
    const person = await memberNamed("Per Vangen");
    const validUntil = new Date(Date.now() + 2 * secondMs).toISOString();
    const { id } = await chair.call(addGrant, {
      params: { organisation },
      body: { door, person, role: "user", validUntil },
    });
    await house.nobody.call(requestEmailCode, { body: { email: "per.vangen@vaktmester.example" } });
    await house.owner.query("update identity.codes set expires_at = now() - interval '1 second'");
    const grantIds = async () =>
      (await chair.call(grants, { params: { organisation }, query: { limit: 200 } })).items.map(
        (grant) => grant.id,
      );
    await eventually("nobody sees the access", async () => !(await grantIds()).includes(id));
    await eventually(
      "both are gone from the tables",
      async () => {
        const { rows } = await house.owner.query<{ n: number }>(
          "select (select count(*) from access.grants where id = $1)::int + (select count(*) from identity.codes)::int as n",
          [id],
        );
        return rows[0]?.n === 0;
      },
      90 * secondMs,
    );
    const { items } = await chair.call(ledger, { params: { organisation }, query: {} });
    const gone = items.find(({ table }) => table === "access.grants");
    assert.deepEqual([gone?.cause, gone?.rows], ["retention", 1]);
  });
});

describe("C8: what is done to people's data is written down, and by whom", () => {
  const trail = async (client: Client) =>
    (await client.call(auditTrail, { params: { organisation }, query: {} })).items.map(
      ({ by, who, action, about, outcome }) => [by, who, action, about, outcome],
    );

  test("what the board changes and looks up is in the trail, and what somebody was refused; an opened door is not", async () => {
    const kari = await house.as("kari");
    const params = { organisation };
    const body = { name: "Festkomité" };
    await chair.call(addGroup, { params, body });
    await chair.call(onePerson, {
      params: { ...params, person: await memberNamed("Kari Nordlie") },
    });
    await assert.rejects(kari.call(addGroup, { params, body }));
    await kari.call(openDoor, {
      params: await doorOf(kari),
      body: { request: crypto.randomUUID() },
    });
    const [refused, looked, added] = await trail(chair);
    assert.deepEqual(refused, [
      "member",
      "Kari Nordlie",
      "access.addGroup",
      undefined,
      "not-allowed",
    ]);
    assert.deepEqual(looked?.slice(2), ["identity.person", "Kari Nordlie", "done"]);
    assert.deepEqual(added?.slice(2), ["access.addGroup", undefined, "done"]);
    assert.equal(added?.[0], "administrator");
    assert.equal(JSON.stringify(await trail(chair)).includes(body.name), false);
    assert.equal(
      (await trail(chair)).some(([, , action]) => action === "access.openDoor"),
      false,
    );
    await assert.rejects(trail(kari));
  });

  test("so is whom somebody searches the log for, and that they hand it on; not who got it", async () => {
    const params = { organisation };
    const kari = await memberNamed("Kari Nordlie");
    const search = { person: kari, from: inDays(-1), until: inDays(1) };
    await chair.call(passages, { params, query: { limit: 5 } });
    await chair.call(passages, { params, query: { ...search, outcome: "opened" } });
    await chair.call(exportPassages, {
      params,
      body: exportPassages.body.parse({
        ...search,
        recipient: "Politiet, sak 1234",
        country: "NO",
        ground: "Straffeprosessloven § 210",
      }),
    });
    const [handed, searched, before] = await trail(chair);
    const done = ["administrator", "Ingrid Solheim"];
    assert.deepEqual(handed, [...done, "access.exportPassages", "Kari Nordlie", "done"]);
    assert.deepEqual(searched, [...done, "access.passages", "Kari Nordlie", "done"]);
    assert.notEqual(before?.[2], "access.passages");
    const { rows } = await house.owner.query<{ row: string }>(
      "select to_jsonb(c)::text as row from kernel.audit_contents c",
    );
    assert.ok(rows.every(({ row }) => !row.includes("sak 1234")));
  });
});

describe("C8: data that is no longer needed is deleted or anonymised", () => {
  test("whoever leaves the organisation: the door's log says that it was opened, and no more by whom", async () => {
    const kari = await house.as("kari");
    const params = await doorOf(kari);
    await kari.call(openDoor, { params, body: { request: crypto.randomUUID() } });
    const logged = async () =>
      (await chair.call(passages, { params: { organisation }, query: {} })).items[0];
    const passage = await eventually("the opening is in the log", logged);
    assert.equal(passage.person?.name, "Kari Nordlie");
    await chair.call(removePerson, {
      params: { organisation, person: await memberNamed("Kari Nordlie") },
    });
    const left = await logged();
    assert.deepEqual([left?.id, left?.person], [passage.id, undefined]);
    await eventually("nothing ties it to anyone", async () => {
      const { rows } = await house.owner.query<{ holder: string | null }>(
        "select holder_id as holder from access.passages where id = $1",
        [passage.id],
      );
      return rows.length === 1 && rows[0]?.holder === null;
    });
    const { rows } = await house.owner.query(
      "select from kernel.memberships where name = 'Kari Nordlie'",
    );
    assert.equal(rows.length, 0);
  });
});
