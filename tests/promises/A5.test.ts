import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { myDoors, myPassages, openDoor } from "@terskel/access/api/passages";
import { me } from "@terskel/identity/api/me";
import { sessions } from "@terskel/identity/api/sessions";
import { declarations } from "@terskel/kernel/api/declarations";
import { myData } from "@terskel/kernel/api/my-data";
import { promises } from "@terskel/kernel/api/promises";
import type { Client } from "../support/client.ts";
import { eventually } from "../support/eventually.ts";
import { startHouse } from "./people.ts";
import type { House } from "./people.ts";

describe("A5: contact details, IP address and user history are stored, and nothing that is not declared", () => {
  let house: House;
  let kari: Client;
  let organisation: string;
  before(async () => {
    house = await startHouse();
    kari = await house.as("kari");
    organisation = await house.organisationOf(kari);
  });
  after(async () => await house.stop());

  test("the three are stored, and shown to whom they are about", async () => {
    const { name, email } = await kari.call(me, {});
    assert.deepEqual([name, email], ["Kari Nordlie", "kari.nordlie@solhaug.example"]);
    const { items } = await kari.call(sessions, { query: {} });
    assert.match(items[0]?.ip ?? "", /^(127\.0\.0\.1|::1|::ffff:127\.0\.0\.1)$/);
    const [door] = (await kari.call(myDoors, { params: { organisation } })).items;
    const params = { organisation, door: door?.id ?? "" };
    await kari.call(openDoor, { params, body: { request: crypto.randomUUID() } });
    const history = await eventually("her opening is stored", async () => {
      const own = await kari.call(myPassages, { params: { organisation }, query: {} });
      return own.items.length > 0 && own.items;
    });
    assert.equal(history[0]?.door.id, door?.id);
  });

  test("each column of each table stands in the public declarations, with a label", async () => {
    const { tables, labels } = await house.nobody.call(declarations, {});
    const known = new Set(labels.map(({ label }) => label));
    const declared = tables.flatMap(({ table, columns }) =>
      columns.map(({ column, label }) => {
        assert.ok(known.has(label), `${table}.${column} is ${label}`);
        return `${table}.${column}`;
      }),
    );
    const { rows } = await house.owner.query<{ name: string }>(
      `select format('%s.%s.%s', n.nspname, c.relname, a.attname) as name
         from pg_attribute a join pg_class c on c.oid = a.attrelid
         join pg_namespace n on n.oid = c.relnamespace
        where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition
          and n.nspname not in ('pg_catalog', 'information_schema', 'migrations', 'graphile_worker')
          and n.nspname not like 'pg\\_toast%' and n.nspname not like 'pg\\_temp%'`,
    );
    assert.ok(rows.length > 150);
    assert.deepEqual(
      rows.map(({ name }) => name).toSorted(),
      declared.toSorted(),
      "what is stored is what is declared",
    );
  });

  test("anyone is told so, with the check that was made at this start and what has run since", async () => {
    const told = await eventually("retention has run", async () => {
      const { promises: all } = await house.nobody.call(promises, {});
      const of = (id: string) => all.find((each) => each.id === id);
      return of("A13")?.keepers.every(({ lastDone }) => lastDone) && { all, of };
    });
    assert.equal(told.all.length, 66);
    const a5 = told.of("A5");
    const [check] = a5?.keepers ?? [];
    assert.equal(check?.name, "kernel.check");
    assert.ok(Date.now() - Date.parse(check?.lastDone ?? "") < 600_000, "made at this start");
    assert.deepEqual(
      a5?.tests.map(({ file }) => file),
      ["tests/promises/A5.test.ts"],
    );
    assert.equal(told.of("B15")?.state, "not-built");
  });

  test("a column that someone adds past the declarations keeps the server from starting", async () => {
    await house.owner.query("alter table identity.persons add column shoe_size integer");
    try {
      assert.match(await house.startsAgain(), /identity\.persons\.shoe_size/);
    } finally {
      await house.owner.query("alter table identity.persons drop column shoe_size");
    }
  });

  test("of a table that is not declared to be about people, nobody has a record", async () => {
    const { tables } = await house.nobody.call(declarations, {});
    const about = new Set(
      tables.filter(({ subjects }) => subjects.length > 0).map(({ table }) => table),
    );
    const { places } = await kari.call(myData, {});
    const stored = places.flatMap((place) => place.stored.map(({ table }) => table));
    assert.ok(stored.includes("kernel.memberships") && stored.includes("identity.sessions"));
    assert.deepEqual(
      stored.filter((table) => !about.has(table)),
      [],
    );
  });
});
