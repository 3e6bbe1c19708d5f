import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import { sql } from "kysely";
import type { Transaction } from "kysely";
import { account, furnish, house, kari, kariThere, other, portsOf } from "../erasure/test-house.ts";
import type { Tx } from "./tx.ts";
import { rights } from "./whose.ts";
import { endRestriction, withhold } from "./withhold.ts";

let database: TestDatabase;
let ports: ReturnType<typeof portsOf>;
let told: string[] = [];
const folder = mkdtempSync(join(tmpdir(), "terskel-test-"));
before(async () => {
  database = await createTestDatabase();
  ports = portsOf(database, folder);
});
after(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => await furnish(database));

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
