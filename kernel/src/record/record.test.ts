import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { record } from "../api/record.ts";
import type { Activity, Processing, TableDeclaration } from "../declare.ts";
import { trialActivity, trialProcessing } from "../test-schema.ts";
import { buildRecord } from "./build.ts";
import { recordAsText } from "./plain-text.ts";

const activity: Activity = { ...trialActivity, controller: "organisation" };
const before: Processing = { ...trialProcessing, activities: [activity] };
const textOf = (processing: Processing) => recordAsText(buildRecord([processing], "office"));

const withActivity = (changed: Partial<Activity>): Processing => ({
  ...before,
  activities: [{ ...activity, ...changed }],
});
const withTable = (name: string, changed: Partial<TableDeclaration>): Processing => ({
  ...before,
  tables: before.tables.map((table) =>
    table.table === name ? ({ ...table, ...changed } satisfies TableDeclaration) : table,
  ),
});

/** The lines that a change of the declarations brings. */
function added(changed: Processing): string[] {
  const known = textOf(before).split("\n");
  return textOf(changed)
    .split("\n")
    .filter((line) => !known.includes(line))
    .map((line) => line.trim().replaceAll(/\s+/g, " "));
}

describe("the record of processing changes with the declarations", () => {
  test("not at all when nothing changes, in whatever order things are declared", () => {
    const other: Processing = { ...before, tables: before.tables.toReversed() };
    assert.equal(textOf(other), textOf(before));
    assert.doesNotMatch(textOf(before), /\d{4}-\d\d-\d\d/, "no time of its making");
  });

  test("a new column with another label is a new category", () => {
    const columns = { id: ["picture", "trial.try"], name: ["name", "trial.try"] } as const;
    assert.deepEqual(added(withTable("trial.owners", { columns })), ["data Picture (pd:Picture)"]);
  });

  test("longer keeping is another time limit", () => {
    const keep = { kind: "period", after: "expires_at", days: 400 } as const;
    assert.deepEqual(added(withTable("trial.invitations", { keep })), [
      "time limit trial.invitations: Deleted 400 days after it happened.",
    ]);
  });

  test("a new recipient, and another basis", () => {
    const recipients = ["the person", "SMS provider"] as const;
    assert.deepEqual(added(withActivity({ recipients })), ["recipient The SMS provider"]);
    assert.deepEqual(added(withActivity({ basis: "consent" })), ["basis Consent (Art. 6(1)(a))"]);
  });

  test("what another decides stands in the operator's as processor, and not in the organisation's", () => {
    const ofOperator = withActivity({ controller: "operator" });
    assert.deepEqual(buildRecord([ofOperator], "office").controller.entries, []);
    const groups = (processing: Processing) =>
      buildRecord([processing], "operator").processor?.groups.flatMap(({ entries }) => entries);
    assert.deepEqual(groups(ofOperator), []);
    assert.equal(groups(before)?.length, 4, "one for each kind of customer");
  });
});

test("the record fits its contract, and loses nothing in it", () => {
  const built = buildRecord([before], "operator", { name: "Drift AS" }, [
    { name: "Kontor AS", number: "1", country: "NO", kind: "office" },
  ]);
  assert.deepEqual(record.response.parse(built), built);
  assert.deepEqual(
    built.processor?.groups.map(({ kind }) => kind),
    ["office"],
  );
});
