import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { readCatalogue } from "@terskel/platform/db";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import type { Erase } from "../declare.ts";
import { findDrift } from "../drift.ts";
import { shopProcessing } from "../test-shop.ts";
import { furnish } from "./test-house.ts";

let database: TestDatabase;
before(async () => {
  database = await createTestDatabase();
  await furnish(database);
});
after(async () => await database.drop());

const faults = async (table: string, erase: Erase) => {
  const tables = shopProcessing.tables.map((each) =>
    each.table === table ? { ...each, erase } : each,
  );
  const catalogue = await readCatalogue(database.owner, ["shop"]);
  const found = findDrift([{ ...shopProcessing, tables }], catalogue);
  return found.filter((fault) => fault.startsWith(table));
};

test("what law keeps may not hang on a row that goes", async () => {
  const erase = {
    kind: "lock",
    law: "bookkeeping-primary",
    after: "id",
    for: "shop.sell",
  } as const;
  assert.deepEqual(await faults("shop.cards", erase), [
    "shop.cards cannot be kept by law: member_id goes, and takes it along.",
  ]);
});

test("an erasure by a link needs one", async () => {
  assert.deepEqual(await faults("shop.cards", { kind: "unlink" }), [
    "shop.cards.member_id leads to the person itself: no link goes.",
  ]);
  assert.deepEqual(await faults("shop.visits", { kind: "unlink" }), []);
});
