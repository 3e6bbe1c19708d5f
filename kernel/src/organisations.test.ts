import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { isOrganisationNumber } from "./organisations.ts";

test("known organisations' numbers are numbers", () => {
  // Brønnøysundregistrene, Skatteetaten, Equinor; Volvo, Ericsson.
  for (const number of ["974760673", "974761076", "923609016"])
    assert.ok(isOrganisationNumber(number, "NO"), number);
  for (const number of ["5560125790", "5560160680"])
    assert.ok(isOrganisationNumber(number, "SE"), number);
});

test("one wrong digit, or two neighbours the other way round, is seen", () => {
  fc.assert(
    fc.property(fc.nat({ max: 8 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const number = "974760673";
      const changed = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1);
      assert.equal(isOrganisationNumber(changed, "NO"), false);
    }),
  );
  assert.equal(isOrganisationNumber("947760673", "NO"), false);
  assert.equal(isOrganisationNumber("5561025790", "SE"), false);
});

test("a Swedish personal identity number is no organisation number", () => {
  assert.equal(isOrganisationNumber("1912121212", "SE"), false);
});

test("only digits of the right length, and only of its own country", () => {
  for (const wrong of ["", "97476067", "9747606730", "974 760 673", "97476067a", "974760673\n"])
    assert.equal(isOrganisationNumber(wrong, "NO"), false, wrong);
  assert.equal(isOrganisationNumber("974760673", "SE"), false);
  assert.equal(isOrganisationNumber("556012-5790", "SE"), false);
});

test("no text throws", () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom("NO", "SE"), (text, country) => {
      assert.equal(typeof isOrganisationNumber(text, country), "boolean");
    }),
  );
});
