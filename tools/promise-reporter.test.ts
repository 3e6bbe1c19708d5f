import assert from "node:assert/strict";
import { test } from "node:test";
import promiseReporter from "./promise-reporter.ts";

const root = new URL("..", import.meta.url).pathname;
const file = "tests/promises/A5.test.ts";

type Event = Parameters<typeof promiseReporter>[0] extends AsyncIterable<infer E> ? E : never;

async function reported(...events: Event[]): Promise<string[]> {
  const lines: string[] = [];
  async function* given() {
    for (const event of events) yield await Promise.resolve(event);
  }
  for await (const line of promiseReporter(given())) {
    const [, outcome] = JSON.parse(line) as [string, string];
    lines.push(outcome);
  }
  return lines;
}
const ended = (type: "pass" | "fail", data: Event["data"]): Event => ({
  type: `test:${type}`,
  data: { file: `${root}${file}`, name: "it is shown", details: { type: "test" }, ...data },
});

test("each test of a promise that passed is told, and whatever else became of one", async () => {
  assert.deepEqual(
    await reported(
      ended("pass", {}),
      ended("fail", {}),
      ended("pass", { skip: true }),
      ended("pass", { todo: "" }),
    ),
    ["passed", "other", "other", "other"],
  );
});

test("a suite that passed adds nothing; one whose hooks failed, or a file that crashed, shows nothing", async () => {
  const suite = { details: { type: "suite" } };
  const elsewhere = { file: "/tmp/terskel-groups-1/000.test.mjs", name: file };
  assert.deepEqual(
    await reported(ended("pass", suite), ended("fail", suite), ended("fail", elsewhere)),
    ["other", "other"],
  );
});

test("of other files nothing is told", async () => {
  const other = { file: `${root}kernel/src/drift.test.ts` };
  assert.deepEqual(await reported(ended("pass", other), ended("fail", other)), []);
});
