import assert from "node:assert/strict";
import { test } from "node:test";
import { faultOf, fromField, nextFree, shareOf, spans, toField } from "./hours.ts";
import type { Hours } from "./hours.ts";

test("hours are whole quarters in order, none meeting another, up to midnight", () => {
  assert.equal(faultOf([]), undefined);
  assert.equal(faultOf([["00:00", "24:00"]]), undefined);
  assert.equal(faultOf([["08:00", ""]]), "fill");
  assert.equal(faultOf([["08:00", "08:00"]]), "wrong");
  assert.equal(faultOf([["08:00", "15:59"]]), "wrong");
  const two = (from: string): Hours => [
    ["08:00", "12:00"],
    [from, "16:00"],
  ];
  assert.equal(faultOf(two("12:15")), undefined);
  assert.equal(faultOf(two("12:00")), "wrong");
  assert.equal(faultOf(two("07:00")), "wrong");
});

test("midnight at a day's end is shown as midnight, and read as the end", () => {
  assert.equal(toField("24:00"), "00:00");
  assert.equal(fromField("00:00"), "24:00");
  assert.equal(fromField(toField("16:15")), "16:15");
});

test("more hours are offered after the last, while there are some", () => {
  assert.deepEqual(nextFree([]), ["08:00", "16:00"]);
  assert.deepEqual(nextFree([["08:00", "16:15"]]), ["17:00", "24:00"]);
  assert.equal(nextFree([["08:00", "23:15"]]), undefined);
});

test("days with the same hours are said together", () => {
  const day: Hours = [["08:00", "16:00"]];
  assert.deepEqual(spans([day, day, day, day, day, [], []]), [
    [0, 4, day],
    [5, 6, []],
  ]);
  assert.equal(shareOf("18:00"), 0.75);
});
