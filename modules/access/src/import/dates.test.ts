import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { endOf, readDay, startOf } from "./dates.ts";

const read = (text: string) => {
  const day = readDay(text);
  return "day" in day ? day.day.toString() : day.code;
};

test("days as they are written in the Nordic countries", () => {
  for (const [text, day] of [
    ["31.12.2026", "2026-12-31"],
    ["1.2.26", "2026-02-01"],
    ["31/12-26", "2026-12-31"],
    ["03/04/2026", "2026-04-03"],
    ["2026-12-31", "2026-12-31"],
    ["31. 12. 2026", "2026-12-31"],
    ["31.12.2026 00:00:00", "2026-12-31"],
    ["2026-12-31T00:00", "2026-12-31"],
    ["12.05.1987", "1987-05-12"],
    ["29.02.2028", "2028-02-29"],
  ] as const) {
    assert.equal(read(text), day, text);
  }
});

test("what is no day, or not clearly one, is refused", () => {
  const texts = [
    "29.02.2027",
    "31.04.2026",
    "13/13/2026",
    "00.01.2026",
    "i morgen",
    "2026",
    "12.2026",
    "31.12.0026",
    "31.12.2026 14:30",
    "26-12-31",
    "1.1.20260",
    "99999999-01-01",
  ];
  for (const text of texts) assert.equal(read(text), "date", text);
});

test("a spreadsheet's serial number is not guessed at", () => {
  assert.equal(read("46387"), "date-is-number");
  assert.equal(read("46387,5"), "date-is-number");
});

test("a day begins and ends in the site's time zone, also when its clocks change", () => {
  const oslo = (text: string) => {
    const day = Temporal.PlainDate.from(text);
    return [startOf(day, "Europe/Oslo"), endOf(day, "Europe/Oslo")].map((at) => at.toISOString());
  };
  assert.deepEqual(oslo("2026-12-31"), ["2026-12-30T23:00:00.000Z", "2026-12-31T23:00:00.000Z"]);
  // 23 and 25 hours long.
  assert.deepEqual(oslo("2026-03-29"), ["2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"]);
  assert.deepEqual(oslo("2026-10-25"), ["2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z"]);
  // At 00:00 the clocks in Santiago went to 01:00.
  const santiago = startOf(Temporal.PlainDate.from("2026-09-06"), "America/Santiago");
  assert.equal(santiago.toISOString(), "2026-09-06T04:00:00.000Z");
});

test("every day from 1900 to 2199 is read back from each way of writing it", () => {
  const days = fc.date({
    min: new Date("1900-01-01"),
    max: new Date("2199-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      const [year, month, dayOfMonth] = day.split("-");
      assert.equal(read(day), day);
      assert.equal(read(`${dayOfMonth}.${month}.${year}`), day);
      assert.equal(read(`${Number(dayOfMonth)}/${Number(month)}-${year}`), day);
    }),
  );
});
