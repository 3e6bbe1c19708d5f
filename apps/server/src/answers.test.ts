import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { before, test } from "node:test";
import { answerFaults } from "@terskel/kernel";
import type { Contract } from "@terskel/platform/contract";
import { processings } from "./compose.ts";

const root = new URL("../../../", import.meta.url);
const contracts: Contract[] = [];
before(async () => {
  for (const file of globSync("{kernel,modules/*}/src/api/*.ts", { cwd: root })) {
    const api = (await import(new URL(file, root).href)) as Record<string, unknown>;
    contracts.push(...Object.values(api).filter(isContract));
  }
});

const isContract = (value: unknown): value is Contract =>
  typeof value === "object" && value !== null && "activity" in value && "path" in value;

/** What all modules declare, without one use of one column. */
const without = (table: string, column: string, activity: string) =>
  processings.map((processing) => ({
    ...processing,
    tables: processing.tables.map((each) => {
      const [label, ...uses] = each.columns[column] ?? [];
      if (each.table !== table || !label) return each;
      const fewer = [label, ...uses.filter((use) => use !== activity)] as const;
      return { ...each, columns: { ...each.columns, [column]: fewer } };
    }),
  }));

/** `route: field`. */
const stoppedBy = (fewer: typeof processings) =>
  new Set(answerFaults(contracts, fewer).map((fault) => fault.split(" shows ")[0]));

test("every route of the product answers only with what its activity may use", () => {
  assert.deepEqual(
    new Set(contracts.map(({ id }) => id.split(".")[0])),
    new Set(processings.map(({ module }) => module)),
  );
  assert.deepEqual(answerFaults(contracts, processings), []);
});

test("a use that is taken out of a declaration stops the routes that show the column, and no others", () => {
  const fewer = without("kernel.memberships", "email", "identity.administer-people");
  assert.deepEqual(
    stoppedBy(fewer),
    new Set(["identity.people: items.email", "identity.person: email"]),
  );
});

test("the log stops, live too, when its readers may not use who passed", () => {
  const fewer = without("kernel.memberships", "name", "access.read-door-log");
  assert.deepEqual(
    stoppedBy(fewer),
    new Set(["access.livePassages: passage.person.name", "access.passages: items.person.name"]),
  );
});

test("the picture, which is no JSON, stops too", () => {
  const fewer = without("identity.pictures", "image", "identity.account");
  assert.deepEqual(stoppedBy(fewer), new Set(["identity.getPicture: the answer"]));
});
