import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { compile } from "./compile.ts";
import { decide, decideAt } from "./decide.ts";
import type { Clock, Hours } from "./list.ts";
import { decideSlowly } from "./reference.test-support.ts";

const START_MS = Date.parse("2026-03-02T00:00:00Z");
const HOUR_MS = 3_600_000;
const hour = fc.integer({ min: 0, max: 200 });
const toInstant = (h: number) => new Date(START_MS + h * HOUR_MS).toISOString();
const instant = hour.map(toInstant);
// Few subjects and few hours, so that grants overlap, repeat and lie on each other's edges.
const subject = fc.integer({ min: 0, max: 30 });
const grant = fc.record(
  { subject, schedule: fc.nat({ max: 2 }), from: instant, until: instant },
  { requiredKeys: ["subject", "schedule"] },
);
const id = (noun: string) => (index: number) => `${noun}${index}`;
/** Some edges of a day in order, by twos, none touching another. */
const hours: fc.Arbitrary<Hours> = fc
  .uniqueArray(fc.nat({ max: 96 }), { maxLength: 6 })
  .map((edges) => edges.toSorted((a, b) => a - b))
  .map((edges) =>
    edges.flatMap((from, at): [number, number][] => {
      const until = edges[at + 1];
      return at % 2 === 0 && until !== undefined ? [[from, until]] : [];
    }),
  );
const dates = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), hours), { selector: ([day]) => day })
  .map((all) =>
    all.map(([day, its]) => ({ date: `2026-03-${String(day).padStart(2, "0")}`, hours: its })),
  );
const schedule = fc.record({
  clock: fc.nat({ max: 1 }),
  week: fc.array(hours, { minLength: 7, maxLength: 7 }),
  dates,
});
/** Clocks that go forward or back meanwhile, and of which no more is known later. */
const clock: fc.Arbitrary<Clock> = fc
  .uniqueArray(fc.tuple(hour, fc.integer({ min: -14 * 4, max: 14 * 4 })), {
    selector: ([at]) => at,
    maxLength: 4,
  })
  .map((all) => ({
    offsets: all
      .toSorted(([a], [b]) => a - b)
      .map(([at, quarters]) => ({ from: toInstant(at), minutes: quarters * 15 })),
    until: toInstant(201),
  }));
const order = fc.option(
  fc.record({ kind: fc.constantFrom("lockdown", "evacuation"), until: instant }),
  { nil: undefined },
);
const lists = fc.record({
  doors: fc
    .array(fc.record({ grants: fc.array(grant, { maxLength: 40 }), order }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((all) => all.map((door, index) => ({ id: id("d")(index), ...door }))),
  persons: fc
    .array(fc.array(subject, { maxLength: 8 }), { minLength: 1, maxLength: 4 })
    .map((all) => all.map((subjects, index) => ({ id: id("p")(index), subjects }))),
  schedules: fc.tuple(schedule, schedule),
  clocks: fc.tuple(clock, clock),
});
const questions = fc.record({
  person: fc.nat({ max: 4 }).map(id("p")),
  door: fc.nat({ max: 4 }).map(id("d")),
  atMs: fc.oneof(
    hour.map((h) => START_MS + h * HOUR_MS),
    fc.nat({ max: 201 * 60 }).map((minute) => START_MS + minute * 60_000),
    fc.integer({ min: -1e12, max: 4e12 }),
    fc.constant(Number.NaN),
  ),
});

test("decides as the naive rule does, by id and by index", () => {
  fc.assert(
    fc.property(lists, fc.array(questions, { minLength: 1 }), (list, asked) => {
      const compiled = compile(list);
      for (const question of asked) {
        const expected = decideSlowly(list, question);
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
    fc.property(lists, questions, (list, question) => {
      const turned = {
        ...list,
        doors: list.doors.map((door) => ({ ...door, grants: door.grants.toReversed() })),
        persons: list.persons
          .map((person) => ({ ...person, subjects: person.subjects.toReversed() }))
          .toReversed(),
      };
      assert.equal(decide(compile(turned), question), decide(compile(list), question));
    }),
  );
});

test("one more grant never takes an opening away", () => {
  fc.assert(
    fc.property(lists, questions, grant, (list, question, extra) => {
      const more = {
        ...list,
        doors: list.doors.map((door) => ({ ...door, grants: [...door.grants, extra] })),
      };
      const before = decide(compile(list), question);
      const after = decide(compile(more), question);
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
    assert.deepEqual({ ...decide(compiled, question) }, decideSlowly(list, question));
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
