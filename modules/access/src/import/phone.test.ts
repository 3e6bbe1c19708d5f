import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { readPhone } from "./phone.ts";
import type { Country } from "./phone.ts";

const read = (text: string, country: Country) => {
  const phone = readPhone(text, country);
  return "phone" in phone ? phone.phone : phone.code;
};

test("Norwegian numbers in any usual writing", () => {
  const ways = [
    "99 88 77 66",
    "998 87 766",
    "99887766",
    "+47 99 88 77 66",
    "+4799887766",
    "0047 99887766",
    "(+47) 998 87 766",
    "+47-998-87-766",
    "99.88.77.66",
  ];
  for (const text of ways) assert.equal(read(text, "NO"), "+4799887766", text);
});

test("Swedish numbers in any usual writing, also in a Norwegian organisation's file", () => {
  const ways = [
    "070-123 45 67",
    "0701234567",
    "+46 70 123 45 67",
    "+46(0)70-1234567",
    "0046701234567",
  ];
  for (const text of ways) {
    assert.equal(read(text, "SE"), "+46701234567", text);
    assert.equal(read(text, "NO"), "+46701234567", text);
  }
  assert.equal(read("08-123 456 78", "SE"), "+46812345678");
  assert.equal(read("701234567", "SE"), "+46701234567", "the spreadsheet ate the 0");
});

test("eight digits in a Swedish file could be of either country, so they are asked about", () => {
  assert.equal(read("99 88 77 66", "SE"), "phone-needs-country");
  assert.equal(read("40 12 34 56", "SE"), "phone-needs-country");
});

test("what a spreadsheet has rounded is said to be so", () => {
  for (const text of ["4,79989E+10", "4.79989E+10", "5E+09", "4,7E10"]) {
    assert.equal(read(text, "NO"), "phone-damaged", text);
  }
});

test("what is not one number is refused, not guessed", () => {
  const texts = [
    "ring meg",
    "9988",
    "99887766 / 22334455",
    "99 88 77 66 etter kl. 16",
    "99887766 ext. 12",
    "+",
    "00",
    "+999 123456",
    "998877661234",
    "01010750160",
    "-",
    "+47 99 88 77",
  ];
  for (const text of texts) {
    assert.equal(read(text, "NO"), "phone", text);
    assert.match(read(text, "SE"), /^phone/, text);
  }
});

test("whatever is written, the answer is a number the database takes, or a code", () => {
  const writing = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[+0]{0,2}[ 0-9()./-]{0,24}(e\+\d\d|x\d|;ext=\d)?$/),
  );
  fc.assert(
    fc.property(writing, fc.constantFrom<Country>("NO", "SE"), (text, country) => {
      const phone = readPhone(text, country);
      if ("phone" in phone) assert.match(phone.phone, /^\+[1-9][0-9]{6,14}$/);
      else assert.match(phone.code, /^phone/);
    }),
  );
});
