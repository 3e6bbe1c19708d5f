import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { readCatalogue } from "@terskel/platform/db";
import { createTestDatabase } from "@terskel/platform/testing";
import type { TestDatabase } from "@terskel/platform/testing";
import type { Processing } from "./declare.ts";
import { findDrift } from "./drift.ts";
import { testSql, trialActivity, trialProcessing } from "./test-schema.ts";

let database: TestDatabase;
before(async () => {
  database = await createTestDatabase();
});
after(async () => await database.drop());
beforeEach(async () => {
  await database.owner.query(`drop schema if exists trial cascade; ${testSql}`);
});

const schemas = ["trial"];
const faults = async (processing: Processing = trialProcessing) =>
  findDrift([processing], await readCatalogue(database.app, schemas));

/** The trial module with one table's declaration changed. */
const withTable = (table: string, change: object): Processing => ({
  ...trialProcessing,
  tables: trialProcessing.tables.map((each) =>
    each.table === table ? { ...each, ...change } : each,
  ),
});

test("what is declared and what is in the database are the same", async () => {
  assert.deepEqual(await faults(), []);
});

describe("what SQL alone does is found", () => {
  for (const [change, fault] of [
    [
      "create table trial.notes (text text)",
      "trial.notes is in the database, and nobody declares it.",
    ],
    [
      "create materialized view trial.copy as select * from trial.owners",
      "trial.copy is in the database, and nobody declares it.",
    ],
    ["alter table trial.owners add column phone text", "trial.owners.phone has no label."],
    ['alter table trial.owners add column "toString" text', "trial.owners.toString has no label."],
    [
      "alter table trial.owners drop column name",
      "trial.owners.name is declared, and not in the database.",
    ],
    ["drop table trial.visits", "trial.visits is declared, and not in the database."],
    [
      "alter table trial.owners no force row level security",
      "trial.owners does not force row-level security.",
    ],
    [
      "alter table trial.owners disable row level security",
      "trial.owners does not force row-level security.",
    ],
    [
      "alter table trial.visits rename column at to seen",
      "trial.visits: its rules name the column at, which is not there.",
    ],
    [
      "alter table trial.keys rename column member_id to holder",
      "trial.invitations.key_id leads on by trial.keys.member_id, which is not there.",
    ],
    [
      "create table trial.notes (owner_id uuid references trial.owners)",
      "trial.owners cannot be erased: trial.notes.owner_id does not let it go.",
    ],
    [
      "create table trial.notes (owner_id uuid not null references trial.owners on delete set null)",
      "trial.owners cannot be erased: trial.notes.owner_id may not be null.",
    ],
    [
      "alter table trial.keys rename column id to key",
      "trial.invitations.key_id leads to trial.keys.id, which is not there.",
    ],
  ] as const) {
    test(change, async () => {
      await database.owner.query(change);
      assert.ok((await faults()).includes(fault), (await faults()).join("\n"));
    });
  }
});

describe("what a declaration says wrong is found", () => {
  const wrong: readonly (readonly [string, Processing, string])[] = [
    [
      "an activity that is not declared",
      withTable("trial.owners", {
        columns: {
          id: ["pseudonym", "trial.tyr"],
          organisation_id: ["technical"],
          member_id: ["pseudonym", "trial.try"],
          name: ["name", "trial.try"],
        },
      }),
      "trial.owners.id: there is no activity trial.tyr.",
    ],
    [
      "personal data for no activity",
      withTable("trial.owners", {
        columns: {
          id: ["pseudonym"],
          organisation_id: ["technical"],
          member_id: ["pseudonym", "trial.try"],
          name: ["name", "trial.try"],
        },
      }),
      "trial.owners.id is personal data that no activity may use.",
    ],
    [
      "a label that is none",
      withTable("trial.owners", {
        columns: {
          id: ["constructor", "trial.try"],
          organisation_id: ["technical"],
          member_id: ["pseudonym", "trial.try"],
          name: ["name", "trial.try"],
        },
      }),
      "trial.owners.id: constructor is not a label.",
    ],
    [
      "a time that is not there",
      withTable("trial.visits", { keep: { kind: "until", column: "gone_at" } }),
      "trial.visits: its rules name the column gone_at, which is not there.",
    ],
    [
      "an erasure of a column that is not there",
      withTable("trial.owners", { erase: { kind: "anonymise", columns: ["nick"] } }),
      "trial.owners: its rules name the column nick, which is not there.",
    ],
    [
      "a subject's column that is not there",
      withTable("trial.owners", { subjects: [{ who: "visitor", column: "email" }] }),
      "trial.owners: its rules name the column email, which is not there.",
    ],
    [
      "a path that ends at nobody",
      withTable("trial.owners", { subjects: [{ who: "visitor", column: "id" }] }),
      "trial.owners.id leads to nobody.",
    ],
    [
      "a path through a table that holds more than the link",
      withTable("trial.invitations", {
        subjects: [
          {
            who: "visitor",
            column: "key_id",
            references: "trial.owners.id",
            onward: { column: "member_id", references: "kernel.memberships.id" },
          },
        ],
      }),
      "trial.invitations.key_id leads on through trial.owners, whose name is more than a link.",
    ],
    [
      "an anonymising of what may not be null",
      withTable("trial.owners", { erase: { kind: "anonymise", columns: ["name"] } }),
      "trial.owners.name cannot be anonymised: it may not be null.",
    ],
    [
      "a law that nobody knows",
      withTable("trial.visits", { keep: { kind: "law", law: "of the jungle", after: "at" } }),
      "trial.visits: of the jungle is no law we know.",
    ],
    [
      "a lock for an activity that is not declared",
      withTable("trial.owners", {
        erase: { kind: "lock", law: "bookkeeping-primary", after: "name", for: "trial.audit" },
      }),
      "trial.owners: there is no activity trial.audit.",
    ],
    [
      "a row kept with one whose deletion does not reach it",
      withTable("trial.invitations", {
        keep: { kind: "with", column: "organisation_id", table: "trial.keys" },
      }),
      "trial.invitations: deleting a row of trial.keys does not delete by organisation_id.",
    ],
    [
      "a table in another module's schema",
      { ...trialProcessing, schemas: ["other"] },
      "trial.owners is in no schema of trial.",
    ],
    [
      "a table declared twice",
      {
        ...trialProcessing,
        tables: [...trialProcessing.tables, ...trialProcessing.tables.slice(0, 1)],
      },
      "trial.owners is declared twice.",
    ],
    [
      "an activity declared twice",
      { ...trialProcessing, activities: [trialActivity, trialActivity] },
      "trial.try is declared twice.",
    ],
    [
      "an activity in another module's name",
      { ...trialProcessing, activities: [trialActivity, { ...trialActivity, id: "other.try" }] },
      "other.try is declared by trial, whose name it does not begin with.",
    ],
    [
      "an activity that uses nothing",
      { ...trialProcessing, activities: [trialActivity, { ...trialActivity, id: "trial.idle" }] },
      "trial.idle is declared, and uses no column.",
    ],
    [
      "an activity that says it uses nothing, and does",
      {
        ...trialProcessing,
        activities: [{ ...trialActivity, usesNoColumn: trialActivity.purpose }],
      },
      "trial.try says that it uses no column, and does.",
    ],
    [
      "a promise that nobody made",
      { ...trialProcessing, activities: [{ ...trialActivity, promises: ["A22" as never] }] },
      "trial.try carries A22, which is no promise.",
    ],
    [
      "a legitimate interest without a name, also for one kind of organisation",
      {
        ...trialProcessing,
        activities: [
          {
            ...trialActivity,
            groundOf: { shop: { basis: "legitimate-interest", controller: "organisation" } },
          },
        ],
      },
      "trial.try rests on a legitimate interest that it does not name.",
    ],
    [
      "a legitimate interest without a name",
      { ...trialProcessing, activities: [{ ...trialActivity, basis: "legitimate-interest" }] },
      "trial.try rests on a legitimate interest that it does not name.",
    ],
  ];
  for (const [what, processing, fault] of wrong) {
    test(what, async () => {
      assert.ok((await faults(processing)).includes(fault), (await faults(processing)).join("\n"));
    });
  }

  test("an activity that says why it uses nothing is none of these", async () => {
    const idle = { ...trialActivity, id: "trial.idle", usesNoColumn: trialActivity.purpose };
    assert.deepEqual(await faults({ ...trialProcessing, activities: [trialActivity, idle] }), []);
  });

  test("a row kept with one whose deletion reaches it is none of these", async () => {
    const keep = { kind: "with", column: "key_id", table: "trial.keys" };
    assert.deepEqual(await faults(withTable("trial.invitations", { keep })), []);
  });
});
