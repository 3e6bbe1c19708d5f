import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { exportPassages } from "@terskel/access/api/log-export";
import { myDoors, myPassages, openDoor, passages } from "@terskel/access/api/passages";
import { me } from "@terskel/identity/api/me";
import { signInAttempts } from "@terskel/identity/api/operator";
import { addPerson } from "@terskel/identity/api/people";
import { sessions } from "@terskel/identity/api/sessions";
import { requestEmailCode } from "@terskel/identity/api/sign-in";
import { disclosures } from "@terskel/kernel/api/disclosures";
import { notice } from "@terskel/kernel/api/notices";
import { Client, pathOf } from "../support/client.ts";
import { eventually } from "../support/eventually.ts";
import { refusal, startHouse } from "./people.ts";
import type { House } from "./people.ts";

let house: House;
let chair: Client;
let organisation: string;
before(async () => {
  house = await startHouse();
  chair = await house.as("ingrid");
  organisation = await house.organisationOf(chair);
});
after(async () => await house.stop());

describe("A1: a person registers an account with name, e-mail and telephone number", () => {
  test("which the organisation asked for; it answers for the account, the operator on its behalf", async () => {
    const email = "ny.beboer@solhaug.example";
    const body = { name: "Ny Beboer", email, phone: "+4740000555" };
    await chair.call(addPerson, { params: { organisation }, body });
    const person = await house.asOwnerOf(email);
    const { name, phone, emailVerified, memberships } = await person.call(me, {});
    assert.deepEqual([name, phone, emailVerified], ["Ny Beboer", "+4740000555", true]);
    assert.deepEqual(
      memberships.map((each) => each.organisation.id),
      [organisation],
    );
    const { purposes } = await person.call(notice, { params: { organisation } });
    const account = purposes.find(({ from }) => from === "identity.account");
    assert.deepEqual([account?.controller, account?.role], ["organisation", "processor"]);
  });

  test("and nobody whom no organisation has asked for gets one", async () => {
    const email = "fremmed@ute.example";
    const client = new Client(house.url);
    await client.call(requestEmailCode, { body: { email } });
    assert.deepEqual(await house.inbox(email), []);
    const { rows } = await house.owner.query("select 1 from identity.persons where email = $1", [
      email,
    ]);
    assert.deepEqual(rows, []);
  });
});

describe("C1, C2: an eID tells name, date of birth and an identifier that is no national identity number", () => {
  test("all that is kept of it is these and the time", async () => {
    const { id, name, dateOfBirth, lastEidAt } = await (await house.as("kari")).call(me, {});
    assert.deepEqual([name, dateOfBirth], ["Kari Nordlie", "1984-03-12"]);
    assert.ok(Math.abs(Date.now() - Date.parse(lastEidAt ?? "")) < 60_000);
    const { rows } = await house.owner.query<Record<string, unknown>>(
      "select * from identity.eid_logins where person_id = $1",
      [id],
    );
    assert.deepEqual(Object.keys(rows[0] ?? {}).sort(), [
      "created_at",
      "issuer",
      "person_id",
      "subject",
    ]);
    assert.doesNotMatch(String(rows[0]?.["subject"]), /^\d{11}$/);
  });

  test("a national identity number that somebody enters all the same is refused, and is stored nowhere", async () => {
    const body = { name: "Ola 01819099940", email: "ola@solhaug.example" };
    const added = chair.call(addPerson, { params: { organisation }, body });
    assert.equal(await refusal(added), "national-identity-number");
    const { rows: tables } = await house.owner.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_schema in ('kernel', 'identity', 'access', 'support') and table_type = 'BASE TABLE'`,
    );
    assert.ok(tables.length > 30);
    for (const { name } of tables) {
      const { rows } = await house.owner.query(
        `select 1 from ${name} t where t::text like '%01819099940%'`,
      );
      assert.deepEqual(rows, [], name);
    }
  });

  test("a person sees the device, the IP address and the time of their own sign-ins, and of no other's", async () => {
    const kari = await house.as("kari");
    const { items } = await kari.call(sessions, { query: {} });
    const own = items.find(({ current }) => current);
    assert.equal(own?.ip, "127.0.0.1");
    assert.equal(own.method, "eid");
    assert.ok("device" in own && Date.parse(own.lastSeenAt) <= Date.now());
    const others = await chair.call(sessions, { query: {} });
    assert.ok(others.items.every(({ id }) => !items.some((each) => each.id === id)));
  });
});

describe("C4: the log shows which doors a person opened, with date and time", () => {
  test("to the person and to whoever administers the door, and to no one else", async () => {
    const kari = await house.as("kari");
    const params = { organisation };
    const [door] = (await kari.call(myDoors, { params })).items;
    await kari.call(openDoor, {
      params: { ...params, door: door?.id ?? "" },
      body: { request: crypto.randomUUID() },
    });
    const mine = await eventually(
      "it is in her log",
      async () => (await kari.call(myPassages, { params, query: {} })).items[0],
    );
    assert.equal(mine.door.id, door?.id);
    assert.ok(Math.abs(Date.now() - Date.parse(mine.at)) < 60_000);
    const read = await chair.call(passages, { params, query: {} });
    assert.equal(read.items.find(({ id }) => id === mine.id)?.person?.name, "Kari Nordlie");
    // Lise lives in the house and administers another one; Odd belongs nowhere.
    for (const who of ["kari", "lise", "odd"]) {
      const other = await house.as(who);
      const log = await other.call(passages, { params, query: {} }).catch(() => ({ items: [] }));
      assert.deepEqual(log.items, [], who);
      if (who === "kari") continue;
      const own = await other.call(myPassages, { params, query: {} }).catch(() => ({ items: [] }));
      assert.ok(own.items.every(({ id }) => id !== mine.id));
    }
  });

  test("whoever administers the door hands it on only to somebody they name, which the person sees", async () => {
    const kari = await house.as("kari");
    const params = { organisation };
    const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const body = {
      from: at(-1),
      until: at(1),
      recipient: "Forsikringsselskapet",
      country: "NO",
      ground: "Oppgjør etter innbrudd",
    };
    const handOn = async (client: Client, given: object) =>
      await client.send("POST", pathOf(exportPassages, { params }), given);
    assert.equal((await handOn(chair, { ...body, recipient: undefined })).status, 400);
    const { status, body: csv } = await handOn(chair, body);
    assert.equal(status, 200);
    assert.match(String(csv), /;Kari Nordlie;/);
    const told = async () =>
      (await kari.call(disclosures, { query: {} })).items.map((each) => [
        each.name,
        each.recipient,
        each.labels,
        each.purpose.en.slice(0, 30),
      ]);
    const entry = [
      "Forsikringsselskapet",
      "receiver of a file",
      ["name", "access-history"],
      "Hand a file from a door's log ",
    ];
    assert.deepEqual(await told(), [entry]);
    // Who administers another door, and who belongs nowhere, gets nobody's.
    const others = [await house.as("lise"), await house.as("odd")];
    for (const other of others)
      assert.ok(!String((await handOn(other, body)).body).includes("Kari"));
    assert.deepEqual(await told(), [entry]);
  });
});

describe("A9: attempts at unauthorised sign-in are detected, limited, logged and reviewable", () => {
  test("an address is sent so many codes and no more; the operator reads it, without the address", async () => {
    const email = "kari.nordlie@solhaug.example";
    const attempt = async () =>
      await refusal(new Client(house.url).call(requestEmailCode, { body: { email } }));
    const answers: string[] = [];
    for (let nth = 0; nth < 6; nth += 1) answers.push(await attempt());
    assert.deepEqual(answers, [...Array<string>(5).fill("not refused"), "too-many-requests"]);
    const nora = await house.as("nora");
    const { items } = await nora.call(signInAttempts, { query: { outcome: "limited" } });
    assert.ok(items.length > 0);
    assert.ok(!JSON.stringify(items).includes("kari"));
    assert.equal(await refusal(chair.call(signInAttempts, { query: {} })), "not-allowed");
  });
});
