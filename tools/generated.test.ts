import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import { generated } from "./generated.ts";

let database: TestDatabase;
before(async () => {
  database = await createTestDatabase();
});
after(async () => await database.drop());

/** The formatter breaks lines and adds commas; nothing else may differ. */
const bare = (text: string) => text.replaceAll(/\s+/g, "").replaceAll(/,(?=[}\])])/g, "");

test("the committed row types, schema and records of processing are those that SQL and declarations make", async () => {
  const files = await generated(database.owner);
  assert.ok(files.length >= 4);
  for (const { file, text } of files) {
    const committed = readFileSync(file, "utf8");
    assert.equal(bare(committed), bare(text), `${file.pathname}: run \`npm run generate\``);
  }
});

test("whatever the program may delete, it may lock first, as everything does that deletes by rule", async () => {
  const { rows } = await database.owner.query<{ name: string }>(
    `select format('%s.%s', schemaname, tablename) as name from pg_tables
      where schemaname in ('kernel', 'identity', 'access', 'support', 'customers')
        and has_table_privilege('terskel_app', format('%I.%I', schemaname, tablename), 'delete')
        and not has_any_column_privilege('terskel_app', format('%I.%I', schemaname, tablename), 'update')`,
  );
  assert.deepEqual(rows, []);
});

test("a policy asks other tables by a function: a query in it is planned with the policies of what it reads, each time", async () => {
  const { rows } = await database.owner.query<{ name: string }>(
    `select distinct format('%s.%s', n.nspname, c.relname) as name
       from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
       join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = p.oid
                       and d.refclassid = 'pg_class'::regclass
       join pg_class r on r.oid = d.refobjid
      where r.oid <> c.oid and r.relrowsecurity and not r.relname = any ($1)
      order by 1`,
    // They have few policies themselves, none of which reads on, and are asked of an index once a query.
    [["log_holders", "log_changes", "locked_rows"]],
  );
  assert.deepEqual(rows, []);
});

test("a column that only the SQL knows is noticed", async () => {
  await database.owner.query("alter table kernel.sites add column floor integer");
  const changed = (await generated(database.owner)).filter(
    ({ file, text }) => bare(readFileSync(file, "utf8")) !== bare(text),
  );
  assert.deepEqual(
    changed.map(
      ({ file }) => file.pathname.match(/kernel\/src\/tables\.ts$|docs\/schema\.sql$/)?.[0],
    ),
    ["kernel/src/tables.ts", "docs/schema.sql"],
  );
});

test("a type that has no TypeScript of its own is refused by name", async () => {
  await database.owner.query("alter table kernel.sites add column place point");
  await assert.rejects(generated(database.owner), /sites\.place: no TypeScript type for point/);
});
