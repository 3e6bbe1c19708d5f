import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as fc from "fast-check";
import { holdsNationalIdentityNumber as holds } from "./identity.ts";
import { checkDigit, cut, norwegian, surroundings, swedish } from "./test-numbers.ts";

describe("a valid number is found, however it is written", () => {
  test("Norwegian", () => {
    const writings = fc.constantFrom<(n: string) => string>(
      (n) => n,
      (n) => cut(n, 6, 5).join(" "),
      (n) => cut(n, 6, 5).join("-"),
      (n) => cut(n, 6, 5).join(" – "),
      (n) => cut(n, 6, 5).join("\u00a0"),
      (n) => cut(n, 6, 3, 2).join(" "),
      (n) => cut(n, 2, 2, 2, 5).join(" "),
      (n) => `${cut(n, 2, 2, 2).join(".")} ${n.slice(6)}`,
      (n) => `${cut(n, 2, 2, 2).join(".")}-${n.slice(6)}`,
      (n) => cut(n, 2, 2, 2, 3, 2).join(" "),
      (n) => cut(n, 6, 5).join("\u200b"),
      (n) => n.replaceAll(/\d/g, (each) => String.fromCodePoint(0xff10 + Number(each))),
    );
    fc.assert(
      fc.property(norwegian, writings, surroundings, (number, write, within) => {
        assert.ok(holds(within(write(number))), within(write(number)));
      }),
      { numRuns: 3000 },
    );
  });

  test("Norwegian, with the year of birth in full", () => {
    fc.assert(
      fc.property(norwegian, fc.constantFrom("19", "20"), (n, century) => {
        assert.ok(holds(`${cut(n, 2, 2).join(".")}.${century}${n.slice(4, 6)} ${n.slice(6)}`));
      }),
    );
  });

  test("Swedish", () => {
    const writings = fc.constantFrom<(n: string) => string>(
      (n) => n,
      (n) => cut(n, 8, 4).join("-"),
      (n) => cut(n, 8, 4).join(" "),
      (n) => n.slice(2),
      (n) => cut(n.slice(2), 6, 4).join("-"),
      (n) => cut(n.slice(2), 6, 4).join("+"),
      (n) => cut(n.slice(2), 6, 4).join(" "),
      (n) => cut(n, 4, 2, 2, 4).join("-"),
      (n) => cut(n.slice(2), 2, 2, 2, 4).join("\u2011"),
    );
    fc.assert(
      fc.property(swedish, writings, surroundings, (number, write, within) => {
        assert.ok(holds(within(write(number))), within(write(number)));
      }),
      { numRuns: 3000 },
    );
  });
});

describe("what is no identity number is let through", () => {
  const digits = (length: number) =>
    fc.stringMatching(new RegExp(`^[0-9]{${length}}$`)).filter((text) => text.length === length);
  const never = (name: string, texts: fc.Arbitrary<string>): void => {
    test(name, () => {
      fc.assert(
        fc.property(texts, (text) => assert.equal(holds(text), false, text)),
        { numRuns: 3000 },
      );
    });
  };

  never(
    "Norwegian telephone numbers",
    fc
      .tuple(
        fc.constantFrom("", "+47 ", "+47", "0047 ", "tlf. "),
        fc.integer({ min: 20_000_000, max: 99_999_999 }),
        fc.constantFrom([8], [2, 2, 2, 2], [3, 2, 3]),
      )
      .map(([before, number, groups]) => before + cut(String(number), ...groups).join(" ")),
  );
  never(
    "Swedish telephone numbers with + or in groups",
    digits(9).chain((rest) =>
      fc.constantFrom(
        `+46${rest}`,
        `+46 ${cut(rest, 2, 3, 2, 2).join(" ")}`,
        `0${rest.slice(0, 2)}-${cut(rest.slice(2), 3, 2, 2).join(" ")}`,
        `0${rest.slice(0, 3)}-${rest.slice(3)}`,
      ),
    ),
  );
  never(
    "dates and times",
    fc
      .date({
        min: new Date("1900-01-01T00:00:00Z"),
        max: new Date("2099-12-31T00:00:00Z"),
        noInvalidDate: true,
      })
      .chain((at) => {
        const [date = "", time = ""] = at.toISOString().split("T");
        return fc.constantFrom(
          at.toISOString(),
          date,
          `${date} ${time.slice(0, 5)}`,
          `${date} ${time.slice(0, 5).replace(":", "")}`,
          date.split("-").toReversed().join("."),
          `${date.split("-").toReversed().join(".")} kl. ${time.slice(0, 5)}`,
          `${date.slice(2).split("-").toReversed().join(".")} 0123 Oslo`,
        );
      }),
  );
  never(
    "organisation numbers",
    fc.oneof(
      digits(9).map((number) => `NO ${cut(number, 3, 3, 3).join(" ")} MVA`),
      digits(9),
      // The third digit of a Swedish one is at least 2.
      fc
        .tuple(digits(2), fc.integer({ min: 2, max: 9 }), digits(7))
        .chain(([a, b, c]) =>
          fc.constantFrom(`${a}${b}${c}`, cut(`${a}${b}${c}`, 6, 4).join("-"), `16${a}${b}${c}`),
        ),
    ),
  );
  never(
    "telephone numbers of any country with +",
    fc
      .tuple(fc.integer({ min: 1, max: 9 }), digits(6), fc.stringMatching(/^[0-9]{1,8}$/))
      .map(([first, middle, last]) => `Ring +${first}${middle}${last}, helst kveld`),
  );
  never(
    "Danish and Finnish telephone numbers in their usual groups",
    fc.oneof(
      digits(8).map((n) => cut(n, 2, 2, 2, 2).join(" ")),
      digits(8).map((n) => `+45 ${cut(n, 2, 2, 2, 2).join(" ")}`),
      digits(7).map((n) => `040 ${cut(n, 3, 4).join(" ")}`),
      digits(8).map((n) => `+358 ${cut(n, 1, 3, 4).join(" ")}`),
    ),
  );
  never("UUIDs", fc.uuid());
  never(
    "invoices' and orders' numbers",
    fc.oneof(
      digits(7).map((n) => `Faktura ${n}`),
      digits(5).map((n) => `2026-${n}`),
      digits(14),
      digits(20),
    ),
  );
  never(
    "bank accounts in their usual groups",
    digits(11).chain((number) =>
      fc.constantFrom(cut(number, 4, 2, 5).join("."), cut(number, 4, 2, 5).join(" ")),
    ),
  );
  never("numbers too short or too long", fc.oneof(digits(8), digits(9), digits(13), digits(16)));

  test("a valid number with one digit wrong", () => {
    const wrong = fc.tuple(
      norwegian,
      fc.integer({ min: 0, max: 10 }),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(wrong, ([number, at, by]) => {
        const changed = (Number(number[at]) + by) % 10;
        const text = number.slice(0, at) + changed + number.slice(at + 1);
        assert.equal(holds(text), false, text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the limits that the description names", () => {
  const shareFound = (texts: fc.Arbitrary<string>) => {
    const sample = fc.sample(texts, { numRuns: 20_000, seed: 1 });
    return sample.filter(holds).length / sample.length;
  };

  test("about one bank account number in forty, in one group, cannot be told apart", () => {
    const account = fc
      .stringMatching(/^[0-9]{10}$/)
      .map((ten) => `${ten}${checkDigit(ten, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])}`)
      .filter((number) => number.length === 11);
    const share = shareFound(account);
    assert.ok(share > 0.015 && share < 0.04, String(share));
  });

  test("a Swedish mobile number in one group cannot be told apart when it begins like a birth date", () => {
    const share = shareFound(
      fc.integer({ min: 0, max: 9999 }).map((rest) => `070123${String(rest).padStart(4, "0")}`),
    );
    // A tenth by the Swedish check digit; of those that are a Danish date too, one in eleven more.
    assert.ok(share > 0.1 && share < 0.2, String(share));
    assert.equal(holds("070-123 45 67"), false);
  });

  test("of any ten digits in one group about one in a hundred cannot be told apart", () => {
    const share = shareFound(fc.stringMatching(/^[0-9]{10}$/));
    assert.ok(share > 0.005 && share < 0.015, String(share));
  });

  test("letters between the digits and other groups are not seen through", () => {
    assert.equal(holds("01010750160"), true);
    assert.equal(holds("010x107x50160"), false);
    assert.equal(holds("010 107 50160"), false);
  });
});

test("a long text full of digits is answered at once", () => {
  const before = process.cpuUsage().user;
  assert.equal(holds("1-".repeat(100_000)), false);
  assert.equal(holds("9".repeat(200_000)), false);
  assert.ok(process.cpuUsage().user - before < 1_500_000);
});
