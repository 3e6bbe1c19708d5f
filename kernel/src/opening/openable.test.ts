import assert from "node:assert/strict";
import { test } from "node:test";
import type { Processing, TableDeclaration } from "../declare.ts";
import { kernelProcessing } from "../processing.ts";
import { derivePolicies } from "../policies.ts";
import { columnsFor, purposesOf, tablesFor } from "./openable.ts";

const desk = "kernel.account-for";
const memberships = kernelProcessing.tables.find(({ table }) => table === "kernel.memberships");
assert.ok(memberships);

/** The declarations with another use of one of the memberships' columns. */
function changed(
  column: string,
  change: (uses: readonly string[]) => readonly string[],
): Processing {
  const [label = "technical", ...uses] = memberships?.columns[column] ?? [];
  const tables = kernelProcessing.tables.map((each): TableDeclaration =>
    each === memberships
      ? { ...each, columns: { ...each.columns, [column]: [label, ...change(uses)] } }
      : each,
  );
  return { ...kernelProcessing, tables };
}

const comes = (processing: Processing, purpose: string) =>
  tablesFor([processing], purpose).find(({ table }) => table.table === "kernel.memberships")
    ?.columns ?? [];
const ruleOf = (processing: Processing) =>
  derivePolicies([processing]).find(
    ({ table, name }) => table === "kernel.memberships" && name === "kernel_rights",
  )?.rule;

test("for a purpose come the columns whose declaration names it, and neither numbers nor anything technical", () => {
  assert.deepEqual(columnsFor(memberships, desk), ["name", "email", "role", "privacy_officer"]);
  assert.deepEqual(columnsFor(memberships, "kernel.no-such-purpose"), []);
});

test("a column that is declared for another purpose comes, or comes no more, without anybody writing so", () => {
  const more = changed("phone", (uses) => [...uses, desk]);
  assert.ok(comes(more, desk).includes("phone"));
  const fewer = changed("email", (uses) => uses.filter((each) => each !== desk));
  assert.ok(!comes(fewer, desk).includes("email"));
});

test("the database opens a table for the purposes that one of its columns is declared for", () => {
  const purpose = "kernel.consent-to-page-views";
  assert.doesNotMatch(ruleOf(kernelProcessing) ?? "", new RegExp(purpose));
  const more = changed("phone", (uses) => [...uses, purpose]);
  assert.match(ruleOf(more) ?? "", new RegExp(`kernel.opens\\(array\\[.*'${purpose}'`));
});

test("what an organisation does not decide, or what only opens data for something else, is no purpose to choose", () => {
  const purposes = new Set(purposesOf([kernelProcessing], "housing").map(({ id }) => id));
  assert.ok(purposes.has(desk));
  assert.ok(!purposes.has("kernel.advise"));
  assert.ok(!purposes.has("kernel.bind-staff"));
  assert.ok(!purposes.has("kernel.set-up"));
});
