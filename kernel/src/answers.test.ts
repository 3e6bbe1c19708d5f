import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsOf, everyColumn, plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import type { Contract } from "@terskel/platform/contract";
import { z } from "zod";
import { answerFaults } from "./answers.ts";
import { trialActivity, trialProcessing } from "./test-schema.ts";

const table = columnsOf<{
  "trial.owners": { organisation_id: string; name: string; nick: string };
}>();
const owners = table("trial.owners");
const name = z.string();

const common = {
  id: "trial.show",
  method: "GET",
  path: "/api/v1/trial",
  activity: "trial.try",
  who: "anyone",
  summary: "Shows.",
} as const;

const faults = (contract: Partial<Contract>) =>
  answerFaults([route({ ...common, ...contract })], [trialProcessing]);
const showing = (name: z.ZodType, activity = "trial.try") =>
  faults({ activity, response: z.object({ items: z.array(z.object({ name })) }) });

const notAllowed = `trial.show: items.name shows trial.owners.name (name), which trial.other may not use. Leave it out, or, where the purpose covers it, add "trial.other" to that column's declaration.`;

test("an answer shows what its activity may use, what is technical, and what is about nobody", () => {
  assert.deepEqual(showing(owners("name", name)), []);
  assert.deepEqual(showing(owners("organisation_id", name), "trial.other"), []);
  assert.deepEqual(showing(plain("a count", z.number()), "trial.other"), []);
});

test("a column that the activity may not use is refused, with route, field, table and column", () => {
  assert.deepEqual(showing(owners("name", name), "trial.other"), [notAllowed]);
});

test("so is one of several, in a stream, and in a file", () => {
  assert.deepEqual(showing(owners(["organisation_id", "name"], name), "trial.other"), [notAllowed]);
  const shows = owners("name", z.unknown());
  const other = { activity: "trial.other" };
  const events = z.object({ event: z.literal("owner"), name: shows });
  for (const [contract, place] of [
    [{ ...other, stream: "sse", response: events }, "name"],
    [{ ...other, file: { media: ["image/webp"], shows } }, "the answer"],
    [{ ...other, raw: { status: 200, media: ["image/webp"], shows } }, "the answer"],
  ] as const) {
    assert.deepEqual(faults(contract), [notAllowed.replace("items.name", place)]);
  }
});

test("a field that does not say what it shows is refused, with what to write", () => {
  assert.deepEqual(showing(name), [
    `trial.show: items.name does not say what it shows. Write trial.owners("name", …) around it, or plain("why it is about nobody", …).`,
  ]);
  assert.match(showing(name, "trial.other")[0] ?? "", /Write its table\("its column", …\) around/);
});

test("a file that does not say what it shows is refused", () => {
  const file = { media: ["image/webp"], shows: z.unknown() };
  assert.match(faults({ file })[0] ?? "", /^trial\.show: the answer does not say what it shows\./);
});

test("a column that nobody declares is refused", () => {
  assert.deepEqual(showing(owners("nick", name)), [
    "trial.show: items.name shows trial.owners.nick, which nobody declares.",
  ]);
});

test("what is said to be about nobody shows no column", () => {
  assert.deepEqual(showing(plain("a name", owners("name", name))), [
    "trial.show: items.name shows trial.owners.name, and is said to be about nobody. Take one away.",
  ]);
});

test("what is drawn from every column takes an activity that declares so", () => {
  assert.deepEqual(showing(everyColumn(z.number())), [
    "trial.show: items.name is drawn from every column, and trial.try does not declare usesEveryColumn.",
  ]);
  const all = { ...trialActivity, usesEveryColumn: trialActivity.purpose };
  const response = z.object({ rows: everyColumn(z.number()) });
  const contract = route({ ...common, response });
  assert.deepEqual(answerFaults([contract], [{ ...trialProcessing, activities: [all] }]), []);
});

test("an answer without content shows nothing", () => {
  assert.deepEqual(faults({}), []);
  assert.deepEqual(faults({ raw: { status: 303 } }), []);
});
