import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem } from "@terskel/platform/problems";
import { readOrganisationNumber } from "./organisation-number.ts";
import { readPhone } from "./phone.ts";

const refusedAs = (code: string) => (error: unknown) =>
  error instanceof Problem && error.code === code;

test("telephone numbers are kept in one form, however they are written", () => {
  for (const written of ["40000101", "400 00 101", "+47 400 00 101", "0047 40000101"]) {
    assert.equal(readPhone(written), "+4740000101", written);
  }
  for (const written of ["070-174 06 05", "0701740605", "+46 70 174 06 05"]) {
    assert.equal(readPhone(written, "SE"), "+46701740605", written);
  }
});

test("a number of another country needs its country code", () => {
  assert.equal(readPhone("+46 70 174 06 05", "NO"), "+46701740605");
  assert.throws(() => readPhone("0701740605", "NO"), refusedAs("invalid-phone"));
});

test("what is no telephone number is refused", () => {
  for (const text of ["1234", "ring meg", "+47", "400 00 101 eller 400 00 102"])
    assert.throws(() => readPhone(text), refusedAs("invalid-phone"), text);
});

test("an organisation number is known as it is written on an invoice", () => {
  const norwegian = { number: "974760673", country: "NO" };
  assert.deepEqual(readOrganisationNumber("974 760 673"), norwegian);
  assert.deepEqual(readOrganisationNumber("NO 974 760 673 MVA"), norwegian);
  assert.deepEqual(readOrganisationNumber("556012-5790"), { number: "5560125790", country: "SE" });
});

test("an organisation number with a wrong check digit is refused", () => {
  for (const text of ["974760674", "5560125791", "", "97476067"])
    assert.throws(
      () => readOrganisationNumber(text),
      refusedAs("invalid-organisation-number"),
      text,
    );
});
