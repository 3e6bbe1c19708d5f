import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import { onlyAt } from "../agreements/fates.ts";
import { planEnd } from "../agreements/plan.ts";
import { endingIn } from "../agreements/test-ending.ts";
import {
  account,
  furnish,
  house,
  kari,
  kariThere,
  ola,
  other,
  portsOf,
} from "../erasure/test-house.ts";
import type { Tx } from "./tx.ts";
import { rights } from "./whose.ts";
import { endRestriction, withhold } from "./withhold.ts";

let database: TestDatabase;
let ports: ReturnType<typeof portsOf>;
let ending: ReturnType<typeof endingIn>;
let told: string[] = [];
const folder = mkdtempSync(join(tmpdir(), "terskel-test-"));
before(async () => {
  database = await createTestDatabase();
  ports = portsOf(database, folder);
  ending = endingIn(database, folder);
});
after(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await furnish(database);
  await ending.forget();
});

const nobody = { member_id: null, person_id: null, address: null };
/** Asked for at the one house, which answers for the account here. */
const ofAccount = { ...nobody, organisation_id: house, person_id: account };
const ofMember = { ...nobody, organisation_id: house, member_id: kari };

/** @returns the organisations that were told that whose data they may use has changed */
async function change(run: typeof endRestriction, who: typeof ofAccount | typeof ofMember) {
  told = [];
  const subjects = { member: [kari, kariThere], account: [account], address: [] };
  const usableChanged = async (_tx: unknown, organisation: string) => {
    told.push(organisation);
    await Promise.resolve();
  };
  const all = { ...ports, now: () => new Date(), usableChanged };
  await ports.withContext({ activity: rights, subjects }, async (tx: Tx) => {
    await run(tx, all as never, who);
  });
  return told.toSorted();
}
const restrict: typeof endRestriction = async (tx, all, who) =>
  await withhold(tx, all, who, undefined);

/** Whose receipts an organisation has, as it sees them. */
const buyersAt = async (organisation: string) =>
  await ports.withContext(
    { activity: "shop.sell", organisation },
    async (tx: Transaction<unknown>) => {
      const { rows } = await sql<{ id: string }>`select member_id as id from shop.receipts`.execute(
        tx,
      );
      return rows.map(({ id }) => id);
    },
  );

describe("a restriction", () => {
  test("of a membership holds at its organisation, which is told of its beginning and its end", async () => {
    assert.deepEqual(await change(restrict, ofMember), [house]);
    assert.ok(!(await buyersAt(house)).includes(kari));
    assert.deepEqual(await buyersAt(other), [kariThere]);
    assert.deepEqual(await change(endRestriction, ofMember), [house]);
    assert.ok((await buyersAt(house)).includes(kari));
  });

  test("of an account holds at every organisation the person is in, and each is told", async () => {
    assert.deepEqual(await change(restrict, ofAccount), [house, other]);
    assert.ok(!(await buyersAt(house)).includes(kari));
    assert.deepEqual(await buyersAt(other), []);
    assert.deepEqual(await change(endRestriction, ofAccount), [house, other]);
    assert.ok((await buyersAt(house)).includes(kari));
    assert.deepEqual(await buyersAt(other), [kariThere]);
  });

  test("of an account holds for a membership that the person takes over later", async () => {
    await database.owner.query("update kernel.memberships set person_id = null where id = $1", [
      kariThere,
    ]);
    await change(restrict, ofAccount);
    assert.deepEqual(await buyersAt(other), [kariThere]);
    await database.owner.query("update kernel.memberships set person_id = $2 where id = $1", [
      kariThere,
      account,
    ]);
    assert.deepEqual(await buyersAt(other), []);
  });

  test("of an account ends, and that of a membership goes on", async () => {
    await change(restrict, ofMember);
    await change(restrict, ofAccount);
    await change(endRestriction, ofAccount);
    assert.ok(!(await buyersAt(house)).includes(kari));
    assert.deepEqual(await buyersAt(other), [kariThere]);
  });
});

describe("when the agreement's data goes, a restriction", () => {
  const restrict = async () =>
    await ending.query("insert into kernel.withholdings (person_id) values ($1)", [account]);
  const waiting = (lines: readonly { table: string; does: string; rows: number }[]) =>
    lines.flatMap(({ table, does, rows }) =>
      does === "kept-by-restriction" ? [`${table} ${rows}`] : [],
    );
  const kept = [
    // What Kari wrote about Ola would go with Ola.
    "shop.notes 2",
    "shop.visits 3",
    "shop.cards 1",
    "shop.receipts 2",
    "kernel.memberships 2",
  ];

  test("of an account keeps what is its person's, in the plan beforehand and in the report; lifted, it goes", async () => {
    await restrict();
    const plan = await planEnd(ending.ports, { id: house, country: "NO" });
    assert.deepEqual(waiting(plan).toSorted(), kept.toSorted());
    await ending.end("2 hours", "1 hour");
    await ending.tick();
    await ending.tickHourly();
    const found = await ending.report();
    assert.deepEqual(waiting(found.left).toSorted(), kept.toSorted());
    assert.deepEqual(
      found.left.filter(({ does }) => !["kept-by-restriction", "lock"].includes(does)),
      [],
    );
    const gone = (table: string) => found.deleted.find((each) => each.table === table)?.rows;
    for (const { table, does, rows } of plan)
      if (does === "delete") assert.equal(gone(table), rows, table);
    assert.equal(await ending.left("kernel.organisations"), 1, "it waits for what hangs on it");
    assert.equal(await ending.left("shop.receipts"), 3, "what a law keeps, and what it kept");
    await ending.query("delete from kernel.withholdings");
    await ending.tickHourly();
    assert.equal(await ending.left("shop.receipts"), 2, "this year's");
    assert.equal(await ending.left("kernel.memberships"), 0);
    assert.deepEqual(waiting((await ending.report()).left), []);
  });

  test("of somebody as another organisation knows them leaves them their account", async () => {
    const goes = async () =>
      await ports.withContext(
        { activity: "kernel.retention" },
        async (tx: Transaction<unknown>) => {
          const { rows } = await sql`
          select from (values (${account}::uuid)) r (id) where ${onlyAt(house)}`.execute(tx);
          return rows.length > 0;
        },
      );
    await ending.query(
      "insert into kernel.withholdings (organisation_id, member_id) values ($1, $2)",
      [other, kariThere],
    );
    assert.equal(await goes(), false);
    await ending.query("delete from kernel.memberships where id = $1", [kariThere]);
    assert.equal(await goes(), true);
  });

  test("is why something stays in the letter that says what goes", async () => {
    await ending.query("update kernel.memberships set role = 'administrator' where id = $1", [ola]);
    await restrict();
    await ending.end("2 hours", "1 hour");
    await ending.tick();
    const { text = "" } =
      (await ending.letters()).find(({ to }) => to === "ola@nabo.example") ?? {};
    assert.match(text, /Kort: 1 \(lagres til en begrensning oppheves\)/);
  });
});
