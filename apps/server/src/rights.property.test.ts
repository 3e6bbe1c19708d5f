import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createKernel, createTombstones, erase, exportPerson } from "@terskel/kernel";
import type { Scope } from "@terskel/kernel";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import * as fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import { processings, schemas } from "./compose.ts";
import { people, populate } from "./test-population.ts";
import type { Populated } from "./test-population.ts";

let database: TestDatabase;
let ports: Parameters<typeof erase>[0];
const folder = mkdtempSync(join(tmpdir(), "terskel-test-"));
let tables: string[];
before(async () => {
  database = await createTestDatabase();
  const tombstones = createTombstones({
    folder,
    key: Buffer.alloc(32, 7),
    now: () => new Date(),
    log: { warn: () => undefined },
  });
  ports = { ...createKernel(database.app, processings), tombstones };
  await database.owner.query("select access.make_log_partitions()");
  const { rows } = await database.owner.query<{ name: string }>(
    `select format('%s.%s', relnamespace::regnamespace, relname) as name from pg_class
      where relkind in ('r', 'p') and relnamespace::regnamespace::text = any ($1) order by 1`,
    [schemas],
  );
  tables = rows.map(({ name }) => name);
});
after(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** Every row of every table of the product, as text, whatever the declarations say. */
async function everything(where = "true") {
  const found = new Map<string, string[]>();
  for (const table of tables) {
    const { rows } = await database.owner.query<{ row: string }>(
      `select t::text as row from ${table} t where ${where} order by 1`,
    );
    found.set(
      table,
      rows.map(({ row }) => row),
    );
  }
  return found;
}

const membersOf = ({ members }: Populated) => members.flatMap((each) => (each ? [each] : []));

/** The person's everything, or only what the first organisation has of them. */
function scopeOf(person: Populated, organisation: string | undefined): Scope | undefined {
  const address = [...person.addresses];
  if (organisation === undefined) {
    if (!person.account) return undefined;
    const subjects = { member: membersOf(person), account: [person.account], address };
    return { subjects, values: address };
  }
  const [member] = person.members;
  if (!member) return undefined;
  return { organisation, subjects: { member: [member], account: [], address }, values: address };
}

async function exportedRows(scope: Scope): Promise<Record<string, number>> {
  const options = {
    language: "nb",
    timeZone: "Europe/Oslo",
    publicUrl: new URL("https://doors.example/"),
    now: new Date(),
  } as const;
  const zip = Buffer.concat(await Array.fromAsync(exportPerson(ports, scope, options)));
  const data = JSON.parse(strFromU8(unzipSync(zip)["data.json"] ?? new Uint8Array())) as {
    tables: { table: string; rows: unknown[] }[];
  };
  return Object.fromEntries(
    data.tables
      .filter(({ rows }) => rows.length > 0)
      .map(({ table, rows }) => [table, rows.length]),
  );
}

/** By table, how many rows of `was` are not there any more, or not as they were. */
const touched = (was: Map<string, string[]>, is: Map<string, string[]>) =>
  Object.fromEntries(
    [...was].flatMap(([table, rows]) => {
      const left = new Set(is.get(table));
      const gone = rows.filter((row) => !left.has(row)).length;
      return gone > 0 ? [[table, gone] as const] : [];
    }),
  );

for (const asked of ["of one organisation", "of everything"] as const) {
  test(`whoever the people are, a copy ${asked} holds what an erasure ends, and then nothing holds the person`, async () => {
    await fc.assert(
      fc.asyncProperty(people, async (all) => {
        const { organisations, populated } = await populate(database, all);
        const [person] = populated;
        const organisation = asked === "of everything" ? undefined : organisations[0];
        const scope = person && scopeOf(person, organisation);
        if (!scope) return;
        const was = await everything();
        const copied = await exportedRows(scope);
        await erase(ports, scope);
        const is = await everything();
        const ended = touched(was, is);
        // Passages stay, and lead to nobody: the link between them and the person has gone.
        const { "access.passages": passages = 0, ...copies } = copied;
        const { rows } = await database.owner.query<{ n: number }>(
          `select count(*)::integer as n from access.passages p
            where not exists (select from access.log_holders h where h.id = p.holder_id)`,
        );
        assert.equal(rows[0]?.n, passages);
        assert.deepEqual(copies, ended);
        const left = [...is.values()].flat();
        for (const id of [...scope.subjects.member, ...scope.subjects.account])
          assert.deepEqual(
            left.filter((row) => row.includes(id)),
            [],
          );
        const ofIts = organisation ? left.filter((row) => row.includes(organisation)) : left;
        for (const address of scope.values)
          assert.deepEqual(
            ofIts.filter((row) => row.includes(address)),
            [],
          );
      }),
      { numRuns: 12 },
    );
  });
}

/** By these the policies know whose rows not to show. */
const readByPolicies = new Set(["kernel.withholdings", "access.log_holders"]);

test("whoever is restricted is in no query's result, except for what a restriction leaves", async () => {
  const activities = processings.flatMap((p) => p.activities);
  const of = fc.constantFrom("membership", "account");
  await fc.assert(
    fc.asyncProperty(people, fc.constantFrom(...activities), of, async (all, activity, what) => {
      const { organisations, populated } = await populate(database, all);
      const member = populated[0]?.members[0];
      const account = what === "account" ? populated[0]?.account : undefined;
      if (!member) return;
      await (account
        ? database.owner.query(`insert into kernel.withholdings (person_id) values ($1)`, [account])
        : database.owner.query(
            `insert into kernel.withholdings (organisation_id, member_id) values ($1, $2)`,
            [organisations[0], member],
          ));
      const { rows: links } = await database.owner.query<{ id: string }>(
        "select id from access.log_holders where member_id = $1",
        [member],
      );
      const ids = [member, ...links.map(({ id }) => id)];
      const context = { activity: activity.id, organisation: organisations[0] };
      await ports.withContext(context, async (tx: Transaction<unknown>) => {
        const engine = ["kernel.retention", "kernel.erase", "kernel.verify-erasure"];
        const mayStill = activity.whileRestricted !== undefined || engine.includes(activity.id);
        for (const table of tables.filter((each) => !readByPolicies.has(each))) {
          const { rows } = await sql<{ row: string }>`
            select t::text as row from ${sql.table(table)} t`.execute(tx);
          const isShown = (rows as { row: string }[]).some(({ row }) =>
            ids.some((id) => row.includes(id)),
          );
          assert.ok(mayStill || !isShown, `${activity.id} sees ${table}`);
        }
      });
    }),
    { numRuns: 40 },
  );
});
