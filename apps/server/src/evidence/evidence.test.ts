import assert from "node:assert/strict";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { digestOf, projectRoot, readCode } from "./code.ts";
import { createEvidence, promisesOf } from "./evidence.ts";
import { writeResults } from "./results.ts";

const shows = "tests/promises/A5-C8.test.ts";
const later = () => new Date(Date.now() + 60_000);

describe("what is known of the tests that show promises", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "terskel-evidence-"));
    for (const folder of ["kernel/src", "tests/promises"]) {
      mkdirSync(join(root, folder), { recursive: true });
    }
    writeFileSync(join(root, "kernel/src/rule.ts"), "export const rule = 1;\n");
    writeFileSync(join(root, shows), "// shows\n");
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const file = () => join(root, "results.json");

  async function ran(passed: number, other: number) {
    const { digest: code } = await readCode(root);
    const digest = digestOf(readFileSync(join(root, shows)));
    const ranAt = new Date().toISOString();
    writeResults({ v: 1, code, ranAt, tests: { [shows]: { digest, passed, other } } }, file());
  }
  const outcome = async (startedAt = later()) => {
    const { code, tests } = await createEvidence(root, file(), startedAt)();
    assert.deepEqual(tests[0]?.promises, ["A5", "C8"]);
    return [code !== undefined, tests[0]?.outcome];
  };

  test("without results nothing is known; with them it is, by file", async () => {
    assert.deepEqual(await outcome(), [true, "unknown"]);
    await ran(4, 0);
    assert.deepEqual(await outcome(), [true, "passed"]);
    await ran(4, 1);
    assert.deepEqual(await outcome(), [true, "failed"], "a test that failed or was skipped");
    await ran(0, 0);
    assert.deepEqual(await outcome(), [true, "failed"], "a file without a test that passed");
  });

  test("one changed letter of the code, or of the test, and it is not known any more", async () => {
    await ran(4, 0);
    appendFileSync(join(root, "kernel/src/rule.ts"), " ");
    assert.deepEqual(await outcome(), [true, "unknown"]);
    await ran(4, 0);
    appendFileSync(join(root, shows), " ");
    assert.deepEqual(await outcome(), [true, "unknown"]);
  });

  test("files that were written after the start are not those that run", async () => {
    await ran(4, 0);
    assert.deepEqual(await outcome(new Date(Date.now() - 60_000)), [false, "unknown"]);
  });

  test("results that somebody has typed wrongly, or of another form, are none", async () => {
    writeFileSync(file(), '{"v":1,"A5":"kept"}');
    assert.deepEqual(await outcome(), [true, "unknown"]);
  });

  test("an installation without the tests knows of none", async () => {
    rmSync(join(root, "tests"), { recursive: true });
    assert.deepEqual((await createEvidence(root, file(), later())()).tests, []);
  });
});

test("a test file's name names promises, and nothing else", () => {
  assert.deepEqual(promisesOf("A18-A19.test.ts"), ["A18", "A19"]);
  assert.throws(() => promisesOf("A22.test.ts"), /A22 is no promise/);
});

test("the project's own test files name promises, and its code is found", async () => {
  const { tests } = await createEvidence(projectRoot, "/nowhere", later())();
  assert.ok(tests.length >= 16);
  const [{ digest }, again] = [await readCode(projectRoot), await readCode(projectRoot)];
  assert.equal(digest, again.digest);
});
