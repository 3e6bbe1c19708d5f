import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Processing } from "../declare.ts";
import { trialProcessing } from "../test-schema.ts";
import { text } from "../words.ts";
import { describePromises } from "./describe.ts";
import { stateOf } from "./evidence.ts";
import type { Evidence, Shown } from "./evidence.ts";
import { promiseIds } from "./ids.ts";
import { keeperFaults } from "./keeper-faults.ts";

const shown = (outcome: Shown["outcome"], promises: Shown["promises"] = ["A5"]): Shown => ({
  file: `tests/promises/${promises.join("-")}.test.ts`,
  promises,
  outcome,
  passed: outcome === "passed" ? 3 : 0,
});
const evidence = (...tests: Shown[]): Evidence => ({ code: "c0de", tests });
const keeping = (...promises: ["A5" | "C5"]): Processing => ({
  ...trialProcessing,
  keepers: [{ name: "trial.clock", kind: "job", what: text("n", "s", "e"), promises }],
});
const stateIn = (processing: Processing, known: Evidence, id: string) =>
  describePromises([processing], known, new Map()).promises.find((each) => each.id === id)?.state;

describe("a promise's state", () => {
  test("is kept only when it is declared and every test that shows it passed on this code", () => {
    assert.equal(stateOf(true, [shown("passed"), shown("passed")]), "kept");
    assert.equal(stateOf(true, [shown("passed"), shown("unknown")]), "unverified");
    assert.equal(stateOf(true, []), "unshown");
    assert.equal(stateOf(false, [shown("passed")]), "not-built");
    assert.equal(stateOf(false, []), "not-built");
  });

  test("is broken when a test that shows it failed, whatever else passed", () => {
    assert.equal(stateOf(true, [shown("passed"), shown("failed")]), "broken");
    assert.equal(stateOf(false, [shown("failed")]), "broken");
  });

  test("changes with the declarations: without whoever keeps it, it is not built", () => {
    const known = evidence(shown("passed"));
    assert.equal(stateIn(keeping("A5"), known, "A5"), "kept");
    assert.equal(stateIn(keeping("C5"), known, "A5"), "not-built");
    assert.equal(stateIn(keeping("C5"), known, "C5"), "unshown");
  });
});

test("all 66 are told, each in three languages, in order", () => {
  const { promises } = describePromises([trialProcessing], evidence(), new Map());
  assert.deepEqual(
    promises.map(({ id }) => id),
    promiseIds,
  );
  assert.equal(promises.length, 66);
  const texts = promises.flatMap((each) => Object.values(each.text));
  assert.equal(new Set(texts).size, 3 * 66, "no text stands twice");
  for (const each of texts) assert.match(each, /^\p{Lu}.{15,180}\.$/u);
});

test("a job says when it last ran, and that it has failed only until it runs again", () => {
  const early = new Date("2026-11-01T10:00:00Z");
  const late = new Date("2026-11-01T10:01:00Z");
  const keeperAfter = (run: { done?: Date; failed?: Date }) =>
    describePromises([keeping("A5")], evidence(), new Map([["trial.clock", run]])).promises.find(
      ({ id }) => id === "A5",
    )?.keepers[0];
  assert.equal(keeperAfter({ done: late, failed: early })?.failedSince, undefined);
  assert.equal(keeperAfter({ done: early, failed: late })?.failedSince, late.toISOString());
  assert.equal(keeperAfter({ done: early })?.lastDone, early.toISOString());
});

test("a job that is said to keep promises and is not there, or keeps what is no promise, is refused", () => {
  const processings = [keeping("A5")];
  assert.deepEqual(keeperFaults(processings, [{ name: "trial.clock" }]), []);
  assert.match(keeperFaults(processings, [])[0] ?? "", /trial\.clock .* no such job/);
  const none = keeping("A22" as never);
  assert.match(
    keeperFaults([none], [{ name: "trial.clock" }])[0] ?? "",
    /A22, which is no promise/,
  );
});
