import assert from "node:assert/strict";
import { test } from "node:test";
import { namesIn, namesOf } from "./names.ts";

const doors = namesOf([
  { id: "1", name: "Hovedinngang" },
  { id: "2", name: "Garasje, nord" },
  { id: "3", name: "Bod" },
  { id: "4", name: "BOD" },
]);

test("a name is found as it is, else apart from case; when that is not one, all are told", () => {
  assert.deepEqual(doors.find("Hovedinngang"), ["1"]);
  assert.deepEqual(doors.find("hovedINNGANG"), ["1"]);
  assert.deepEqual(doors.find("Bod"), ["3"]);
  assert.deepEqual(doors.find("bod"), ["3", "4"]);
  assert.deepEqual(doors.find("Kjeller"), []);
});

test("the nearest name is suggested when it is near", () => {
  assert.equal(doors.nearest("Hovedingang"), "Hovedinngang");
  assert.equal(doors.nearest("garasje nord"), "Garasje, nord");
  assert.equal(doors.nearest("Takterrasse"), undefined);
  assert.equal(doors.nearest("x".repeat(100_000)), undefined);
});

test("several names in a cell stand with |, ; or , between; a name with a comma is still one", () => {
  assert.deepEqual(namesIn("Garasje, nord", doors), ["Garasje, nord"]);
  assert.deepEqual(namesIn("Hovedinngang | Bod|", doors), ["Hovedinngang", "Bod"]);
  assert.deepEqual(namesIn("A, B;C,a", doors), ["A", "B", "C"]);
  assert.deepEqual(namesIn("", doors), []);
});
