import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { holdsNationalIdentityNumber } from "@terskel/platform/numbers";
import { Problem } from "@terskel/platform/problems";
import { eidPerson } from "./eid-claims.ts";

const names = {
  OIDC_CLAIM_NAME: "name",
  OIDC_CLAIM_BIRTHDATE: "birthdate",
  OIDC_CLAIM_IDENTIFIER: "sub",
};
const refusedAs = (code: string) => (error: unknown) =>
  error instanceof Problem && error.code === code;

test("only the claims that config names are taken", () => {
  const claims = {
    sub: "abc",
    name: "Kari  Nordlie ",
    birthdate: "1984-03-12",
    pid: "x",
    email: "y",
  };
  assert.deepEqual(eidPerson("eid", claims, names), {
    issuer: "eid",
    subject: "abc",
    name: "Kari Nordlie",
    dateOfBirth: "1984-03-12",
  });
  const other = { ...names, OIDC_CLAIM_IDENTIFIER: "pid" };
  assert.equal(eidPerson("eid", claims, other).subject, "x");
});

test("a date of birth that is none is left out; without name or identifier nobody is known", () => {
  const claims = { sub: "abc", name: "Kari", birthdate: "0000" };
  assert.equal(eidPerson("eid", claims, names).dateOfBirth, undefined);
  for (const missing of [
    { sub: "abc" },
    { name: "Kari" },
    { sub: "abc", name: "  " },
    { sub: 7, name: "Kari" },
  ])
    assert.throws(() => eidPerson("eid", missing, names), refusedAs("eid-incomplete"));
});

test("a national identity number of a Nordic country is refused wherever it stands", () => {
  for (const number of [
    "01819099940",
    "018190 99940",
    "811228-9874",
    "19811228-9874",
    "01.81.90.99940",
    "018190\u00a099940",
    "０１８１９０９９９４０",
    "81_12_28_9874",
    "010170-1235",
    "010170-123F",
  ]) {
    for (const claims of [
      { sub: number, name: "Kari" },
      { sub: `no:${number}`, name: "Kari" },
      { sub: "abc", name: `Kari ${number}` },
    ])
      assert.throws(() => eidPerson("eid", claims, names), refusedAs("national-identity-number"));
  }
});

test("whatever an eID says, what is kept holds no national identity number and nothing unnamed", () => {
  const digits = fc.stringMatching(/^[0-9 -]{6,16}$/);
  const value = fc.oneof(fc.string(), digits, fc.integer(), fc.constant(null));
  const claims = fc.record({ sub: value, name: value, birthdate: value, pid: value });
  fc.assert(
    fc.property(claims, (given) => {
      try {
        const kept = eidPerson("eid", given, names);
        assert.deepEqual(Object.keys(kept), ["issuer", "subject", "name", "dateOfBirth"]);
        assert.ok(!holdsNationalIdentityNumber(kept.subject + " / " + kept.name));
      } catch (error) {
        assert.ok(error instanceof Problem);
      }
    }),
    { numRuns: 300 },
  );
});
