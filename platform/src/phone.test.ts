import assert from "node:assert/strict";
import { test } from "node:test";
import { groupPhone } from "./phone.ts";

const written = {
  "a Norwegian mobile": "+47 912 34 567",
  "a Norwegian landline": "+47 22 12 34 56",
  "a Swedish mobile": "+46 70 123 45 67",
  "one in Stockholm": "+46 8 123 456 78",
  "a Finnish mobile": "+358 40 1234567",
  "a Danish one": "+45 32 12 34 56",
  "a British mobile": "+44 7911 123456",
};

for (const [what, number] of Object.entries(written)) {
  test(`${what} is grouped as there: ${number}`, () =>
    assert.equal(groupPhone(number.replaceAll(" ", "")), number));
}

test("what is no number stays as it is", () => assert.equal(groupPhone("+999"), "+999"));
