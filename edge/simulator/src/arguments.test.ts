import assert from "node:assert/strict";
import { test } from "node:test";
import { readArguments } from "./arguments.ts";

const good = ["--enrolment", "e.json", "--data", "d", "--port", "4100"];

test("all that is needed, and the rest when given", () => {
  const expected = { enrolment: "e.json", data: "d", port: 4100 };
  assert.deepEqual(readArguments(good), expected);
  assert.deepEqual(readArguments([...good, "--cards", "c"]), { ...expected, cards: "c" });
  const { maxPassages } = readArguments([...good, "--max-passages", "500"]);
  assert.equal(maxPassages, 500);
});

const wrong: [string[], RegExp][] = [
  [[], /--enrolment/],
  [good.slice(0, 2), /--data/],
  [good.slice(0, 4), /--port/],
  [[...good.slice(0, 5), "70000"], /--port/],
  [[...good.slice(0, 5), "http"], /--port/],
  [[...good, "--max-passages", "0"], /--max-passages/],
  [[...good, "--verbose"], /--verbose/],
  [[...good, "more"], /more/],
];
for (const [args, message] of wrong) {
  test(`refuses ${args.join(" ") || "nothing"} by name`, () => {
    assert.throws(() => readArguments(args), { message });
  });
}
