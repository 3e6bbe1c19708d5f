import assert from "node:assert/strict";
import { test } from "node:test";
import { compile } from "./compile.ts";
import type { Clock, DecidableSchedule, Hours } from "./list.ts";

const grant = { subject: 1, schedule: 0 };
const door = { id: "d", grants: [grant] };
const person = { id: "p", subjects: [1] };

test("lays rows out ascending, a person's subjects once each", () => {
  const compiled = compile({
    doors: [{ id: "d", grants: [{ subject: 9, schedule: 0 }, grant] }],
    persons: [
      { id: "p", subjects: [7, 3, 7] },
      { id: "q", subjects: [2] },
    ],
  });
  assert.deepEqual([...compiled.personStart], [0, 2, 3]);
  assert.deepEqual([...compiled.personSubjects], [3, 7, 2]);
  assert.deepEqual([...compiled.grantSubjects], [1, 9]);
  assert.equal(compiled.persons.get("q"), 1);
});

const allWeek = (hours: Hours): Hours[] => Array.from({ length: 7 }, () => hours);
const utc: Clock = {
  offsets: [{ from: "1970-01-01T00:00:00Z", minutes: 0 }],
  until: "2100-01-01T00:00:00Z",
};
const scheduled =
  (schedule: Partial<DecidableSchedule>, clock: Clock = utc) =>
  () =>
    compile({
      doors: [],
      persons: [],
      schedules: [{ clock: 0, week: allWeek([]), dates: [], ...schedule }],
      clocks: [clock],
    });

const refused: [string, () => unknown, RegExp][] = [
  ["a door listed twice", () => compile({ doors: [door, door], persons: [] }), /door/],
  ["a person listed twice", () => compile({ doors: [], persons: [person, person] }), /person/],
  [
    "a negative subject",
    () => compile({ doors: [], persons: [{ id: "p", subjects: [-1] }] }),
    /subject/,
  ],
  [
    "half a subject",
    () => compile({ doors: [{ id: "d", grants: [{ subject: 0.5, schedule: 0 }] }], persons: [] }),
    /subject/,
  ],
  [
    "a schedule that is not given",
    () => compile({ doors: [{ id: "d", grants: [{ subject: 1, schedule: 1 }] }], persons: [] }),
    /schedule 1/,
  ],
  [
    "an instant that is none",
    () => compile({ doors: [{ id: "d", grants: [{ ...grant, until: "tomorrow" }] }], persons: [] }),
    /instant/,
  ],
  ["a week that is too short", scheduled({ week: [] }), /seven days/],
  ["a clock that is not given", scheduled({ clock: 1 }), /clock 1/],
  ["hours past midnight", scheduled({ week: allWeek([[88, 97]]) }), /quarter 88/],
  ["hours that end before they begin", scheduled({ week: allWeek([[40, 32]]) }), /quarter 40/],
  [
    "hours that overlap",
    scheduled({
      week: allWeek([
        [32, 48],
        [44, 60],
      ]),
    }),
    /quarter 44/,
  ],
  ["half a quarter", scheduled({ week: allWeek([[0.5, 4]]) }), /quarter 0.5/],
  ["a date that is none", scheduled({ dates: [{ date: "2026-02-30", hours: [] }] }), /2026-02-30/],
  [
    "a date given twice",
    scheduled({
      dates: [
        { date: "2026-05-17", hours: [] },
        { date: "2026-05-17", hours: [[0, 96]] },
      ],
    }),
    /twice/,
  ],
  [
    "a clock that goes backwards",
    scheduled({}, { ...utc, until: "1969-01-01T00:00:00Z" }),
    /clock/,
  ],
  [
    "a clock ahead by half a quarter",
    scheduled({}, { ...utc, offsets: [{ from: "1970-01-01T00:00:00Z", minutes: 7 }] }),
    /7 minutes/,
  ],
  [
    "a clock without a time",
    scheduled({}, { ...utc, offsets: [{ from: "now", minutes: 0 }] }),
    /clock/,
  ],
];

for (const [what, attempt, message] of refused) {
  test(`refuses ${what}`, () => assert.throws(attempt, { name: "RangeError", message }));
}
