import assert from "node:assert/strict";
import { test } from "node:test";
import { compile } from "./compile.ts";
import { ALWAYS, weekOf } from "./week.ts";

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
  [
    "a schedule 0 with holes",
    () => compile({ doors: [], persons: [] }, [weekOf([1, 2, 3])]),
    /schedule 0/,
  ],
  [
    "a week that is too short",
    () => compile({ doors: [], persons: [] }, [ALWAYS, new Uint32Array(3)]),
    /schedule 1/,
  ],
];

for (const [what, attempt, message] of refused) {
  test(`refuses ${what}`, () => assert.throws(attempt, { name: "RangeError", message }));
}
