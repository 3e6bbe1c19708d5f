import assert from "node:assert/strict";
import { test } from "node:test";
import { bareKernel } from "./bare-kernel.ts";
import { casl, caslPrepared } from "./casl.ts";
import { cedar } from "./cedar.ts";
import { edgeDecision, edgeDecisionById } from "./edge.ts";
import { populate } from "./population.ts";
import { askAbout } from "./questions.ts";
import { sameAnswers } from "./same-answers.ts";
import { sql } from "./sql.ts";

const population = populate({ persons: 300, doors: 40, groups: 20, effectiveGrants: 2500 });
const questions = askAbout(population, 500);

test("all contenders answer alike, neither always yes nor always no", async (t) => {
  const database = await sql(population, questions);
  t.after(() => database.stop());
  const contenders = [
    bareKernel(population, questions),
    edgeDecision(population, questions),
    edgeDecisionById(population, questions),
    casl(population, questions),
    caslPrepared(population, questions),
    cedar(population, questions),
    database.contender,
  ];
  const allowed = await sameAnswers(contenders, questions.count);
  assert.ok(allowed > 100 && allowed < 400, `${allowed} allowed`);
  for (const each of contenders) assert.equal(await each.run(0, questions.count), allowed);
});

test("one that answers otherwise is found, by name", async () => {
  const good = bareKernel(population, questions);
  const bad = { ...good, name: "wrong", answer: () => true };
  await assert.rejects(sameAnswers([good, bad], 100), /wrong: true/);
});

test("a population is the same in every run and of the size asked for", () => {
  const again = populate({ persons: 300, doors: 40, groups: 20, effectiveGrants: 2500 });
  assert.deepEqual(again, population);
  assert.ok(Math.abs(population.effectiveGrants - 2500) < 750, `${population.effectiveGrants}`);
});
