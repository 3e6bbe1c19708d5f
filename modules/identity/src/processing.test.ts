import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { findDrift } from "@terskel/kernel";
import { readCatalogue } from "@terskel/platform/db";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import * as demo from "./api/demo.ts";
import * as me from "./api/me.ts";
import * as operator from "./api/operator.ts";
import * as people from "./api/people.ts";
import * as sessions from "./api/sessions.ts";
import * as signIn from "./api/sign-in.ts";
import { identityProcessing } from "./processing.ts";

let database: TestDatabase;
before(async () => {
  database = await createTestDatabase();
});
after(async () => await database.drop());

test("what is declared is what the database has, column by column", async () => {
  const catalogue = await readCatalogue(database.app, identityProcessing.schemas);
  // Of other modules; that they are there is checked where all are put together, at every start.
  const [some] = identityProcessing.activities;
  assert.ok(some);
  const of = (module: string, id: string) => {
    return { module, schemas: [], activities: [{ ...some, id }], tables: [] };
  };
  const others = [
    of("access", "access.share-with-integrations"),
    of("kernel", "kernel.tell-notice"),
  ];
  assert.deepEqual(findDrift([identityProcessing, ...others], catalogue), []);
});

test("every route happens for a declared activity", () => {
  const declared = new Set(identityProcessing.activities.map(({ id }) => id));
  for (const module of [demo, me, operator, people, sessions, signIn]) {
    for (const contract of Object.values(module)) {
      if (!("activity" in contract) || contract.activity.startsWith("kernel.")) continue;
      assert.ok(declared.has(contract.activity), contract.id);
    }
  }
});

test("attempts go after 90 days; sessions, codes and sign-ins under way when their time is up", () => {
  const keep = Object.fromEntries(identityProcessing.tables.map((each) => [each.table, each.keep]));
  assert.partialDeepStrictEqual(keep["identity.sign_in_attempts"], {
    kind: "period",
    after: "at",
    days: 90,
  });
  for (const table of ["sessions", "codes", "pending_sign_ins"])
    assert.partialDeepStrictEqual(keep[`identity.${table}`], {
      kind: "until",
      column: "expires_at",
    });
});

test("the promises that identity keeps are named on its activities", () => {
  const promises = new Set(identityProcessing.activities.flatMap((each) => each.promises));
  for (const id of ["A1", "A9", "A15", "C1", "C2", "C3", "C12", "D1"] as const)
    assert.ok(promises.has(id), id);
});
