import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { compile } from "./compile.ts";
import { decide, decideAt } from "./decide.ts";
import { decideSlowly } from "./reference.test-support.ts";
import { ALWAYS, QUARTERS_PER_WEEK, weekOf } from "./week.ts";

const START_MS = Date.parse("2026-03-02T00:00:00Z");
const HOUR_MS = 3_600_000;
const hour = fc.integer({ min: 0, max: 200 });
const instant = hour.map((h) => new Date(START_MS + h * HOUR_MS).toISOString());
// Few subjects and few hours, so that grants overlap, repeat and lie on each other's edges.
const subject = fc.integer({ min: 0, max: 30 });
const grant = fc.record(
  { subject, schedule: fc.nat({ max: 2 }), from: instant, until: instant },
  { requiredKeys: ["subject", "schedule"] },
);
const id = (noun: string) => (index: number) => `${noun}${index}`;
const lists = fc.record({
  doors: fc
    .array(fc.array(grant, { maxLength: 40 }), { minLength: 1, maxLength: 4 })
    .map((all) => all.map((grants, index) => ({ id: id("d")(index), grants }))),
  persons: fc
    .array(fc.array(subject, { maxLength: 8 }), { minLength: 1, maxLength: 4 })
    .map((all) => all.map((subjects, index) => ({ id: id("p")(index), subjects }))),
});
const weeks = fc
  .tuple(
    fc.array(fc.nat({ max: QUARTERS_PER_WEEK - 1 }), { maxLength: 300 }),
    fc.array(fc.nat({ max: QUARTERS_PER_WEEK - 1 }), { maxLength: 300 }),
  )
  .map((some) => [ALWAYS, ...some.map((quarters) => weekOf(quarters))]);
const questions = fc.record({
  person: fc.nat({ max: 4 }).map(id("p")),
  door: fc.nat({ max: 4 }).map(id("d")),
  atMs: fc.oneof(
    hour.map((h) => START_MS + h * HOUR_MS),
    fc.integer({ min: -1e12, max: 4e12 }),
  ),
});

test("decides as the naive rule does, by id and by index", () => {
  fc.assert(
    fc.property(lists, weeks, fc.array(questions, { minLength: 1 }), (list, schedules, asked) => {
      const compiled = compile(list, schedules);
      for (const question of asked) {
        const expected = decideSlowly(list, schedules, question);
        assert.deepEqual({ ...decide(compiled, question) }, expected);
        const person = compiled.persons.get(question.person);
        const door = compiled.doors.get(question.door);
        if (person === undefined || door === undefined) continue;
        assert.deepEqual({ ...decideAt(compiled, person, door, question.atMs) }, expected);
      }
    }),
    { numRuns: 2000 },
  );
});

test("the order of grants and of subjects changes nothing", () => {
  fc.assert(
    fc.property(lists, weeks, questions, (list, schedules, question) => {
      const turned = {
        doors: list.doors.map((door) => ({ ...door, grants: door.grants.toReversed() })),
        persons: list.persons
          .map((person) => ({ ...person, subjects: person.subjects.toReversed() }))
          .toReversed(),
      };
      assert.equal(
        decide(compile(turned, schedules), question),
        decide(compile(list, schedules), question),
      );
    }),
  );
});

test("one more grant never takes an opening away", () => {
  fc.assert(
    fc.property(lists, weeks, questions, grant, (list, schedules, question, extra) => {
      const more = {
        ...list,
        doors: list.doors.map((door) => ({ ...door, grants: [...door.grants, extra] })),
      };
      const before = decide(compile(list, schedules), question);
      const after = decide(compile(more, schedules), question);
      assert.ok(!before.allowed || after.allowed);
    }),
  );
});

test("a long row is searched, and finds the same", () => {
  const grants = Array.from({ length: 5000 }, (_, index) => ({ subject: index * 3, schedule: 0 }));
  const persons = Array.from({ length: 300 }, (_, index) => ({
    id: `p${index}`,
    subjects: [index * 50, index * 50 + 7],
  }));
  const list = { doors: [{ id: "main", grants }], persons };
  const compiled = compile(list);
  for (const { id: person } of persons) {
    const question = { person, door: "main", atMs: START_MS };
    assert.deepEqual({ ...decide(compiled, question) }, decideSlowly(list, [ALWAYS], question));
  }
});

test("a validity holds from its first millisecond until just before its last", () => {
  const from = "2026-03-02T08:00:00.000Z";
  const until = "2026-03-02T09:00:00.000Z";
  const compiled = compile({
    doors: [{ id: "d", grants: [{ subject: 1, schedule: 0, from, until }] }],
    persons: [{ id: "p", subjects: [1] }],
  });
  const at = (atMs: number): string => decide(compiled, { person: "p", door: "d", atMs }).reason;
  assert.equal(at(Date.parse(from) - 1), "not-yet-valid");
  assert.equal(at(Date.parse(from)), "granted");
  assert.equal(at(Date.parse(until) - 1), "granted");
  assert.equal(at(Date.parse(until)), "expired");
});

test("a clock that gives no time opens nothing", () => {
  const compiled = compile({
    doors: [{ id: "d", grants: [{ subject: 1, schedule: 0 }] }],
    persons: [{ id: "p", subjects: [1] }],
  });
  assert.equal(decide(compiled, { person: "p", door: "d", atMs: Number.NaN }).allowed, false);
});

test("decisions are shared constants that nobody can change", () => {
  const compiled = compile({ doors: [], persons: [] });
  const decision = decide(compiled, { person: "p", door: "d", atMs: 0 });
  assert.ok(Object.isFrozen(decision));
  assert.equal(decide(compiled, { person: "q", door: "e", atMs: 1 }), decision);
});
