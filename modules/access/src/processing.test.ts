import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { findDrift, kernelProcessing } from "@terskel/kernel";
import { readCatalogue } from "@terskel/platform/db";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import { accessProcessing } from "./index.ts";

let database: TestDatabase;
before(async () => {
  database = await createTestDatabase();
});
after(async () => await database.drop());

/** What the declarations say wrongly of the access schema. */
async function drift() {
  const catalogue = await readCatalogue(database.owner, ["kernel", "access"]);
  const faults = findDrift([kernelProcessing, accessProcessing], catalogue);
  // What the kernel's tables are used for elsewhere is declared by the modules that do it.
  return faults.filter(
    (fault) => !/there is no activity (identity|support|customers)\./.test(fault),
  );
}

test("what access declares and what is in the database are the same", async () => {
  assert.deepEqual(await drift(), []);
});

test("a column added by SQL alone is found", async () => {
  await database.owner.query("alter table access.credentials add column pin text");
  assert.deepEqual(await drift(), ["access.credentials.pin has no label."]);
});

test("an address, a card and a passage each lead to the person they are about", () => {
  const subjectsOf = (name: string) => {
    const table = accessProcessing.tables.find((each) => each.table === `access.${name}`);
    assert.ok(table && "subjects" in table);
    return table.subjects.map((subject) => `${subject.who}: ${subject.column}`);
  };
  assert.deepEqual(subjectsOf("invitations"), ["invited person: email", "member: invited_by"]);
  assert.deepEqual(subjectsOf("credentials"), ["member: member_id"]);
  assert.deepEqual(subjectsOf("passages"), ["member: holder_id"]);
  assert.deepEqual(subjectsOf("log_holders"), ["member: member_id"]);
});
