import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { compile, decide } from "@terskel/edge-decision";
import { clockOf } from "./clock.ts";
import { toDecidable } from "./dates.ts";
import type { Written } from "./dates.ts";
import { holidaysOf } from "./holidays.ts";
import { exceptions, hours } from "./hours.ts";

const days = async (country: "NO" | "SE", half: boolean) =>
  (await holidaysOf(country, 2026))
    .filter((each) => each.half === half)
    .map(({ date }) => date.slice(5));

describe("holidays", () => {
  test("Norway's, with the eves on which one goes home at noon", async () => {
    assert.deepEqual(await days("NO", false), [
      "01-01",
      "04-02",
      "04-03",
      "04-05",
      "04-06",
      "05-01",
      "05-14",
      "05-17",
      "05-24",
      "05-25",
      "12-25",
      "12-26",
    ]);
    assert.deepEqual(await days("NO", true), ["12-24", "12-31"]);
  });

  test("Sweden's, where the eves of Midsummer, Christmas and New Year are as Sundays", async () => {
    assert.deepEqual(await days("SE", false), [
      "01-01",
      "01-06",
      "04-03",
      "04-05",
      "04-06",
      "05-01",
      "05-14",
      "05-24",
      "06-06",
      "06-19",
      "06-20",
      "10-31",
      "12-24",
      "12-25",
      "12-26",
      "12-31",
    ]);
    assert.deepEqual(await days("SE", true), ["01-05", "04-30", "10-30"]);
  });

  test("are called what they are called in the reader's language", async () => {
    const called = async (language: "nb" | "sv" | "en") =>
      (await holidaysOf("NO", 2026, language)).find(({ date }) => date === "2026-05-17")?.name;
    assert.equal(await called("nb"), "Grunnlovsdagen");
    assert.equal(await called("en"), "Constitution Day");
  });
});

describe("a schedule", () => {
  const office: Written = {
    week: [...Array.from({ length: 5 }, () => [["08:00", "16:00"]]), [], []] as Written["week"],
    holidays: [],
    halfDays: [["08:00", "12:00"]],
    exceptions: [],
  };
  async function asked(change: Partial<Written>) {
    const written = { ...office, ...change };
    const holidays = (await Promise.all([2026, 2027].map((year) => holidaysOf("NO", year)))).flat();
    const list = compile({
      doors: [{ id: "d", grants: [{ subject: 1, schedule: 1 }] }],
      persons: [{ id: "p", subjects: [1] }],
      schedules: [{ clock: 0, ...toDecidable(written, holidays, [2026, 2027]) }],
      clocks: [clockOf("Europe/Oslo", 2026)],
    });
    return (at: string) =>
      decide(list, { person: "p", door: "d", atMs: Date.parse(`${at}+01:00`) }).allowed;
  }

  test("is closed on holidays and short on half days, if it says so", async () => {
    const at = await asked({});
    assert.ok(at("2026-12-23T15:00"));
    assert.ok(at("2026-12-24T11:59"));
    assert.ok(!at("2026-12-24T12:00"));
    assert.ok(!at("2026-12-25T10:00"));
    assert.ok(!at("2027-01-01T10:00"));
    const asEver = await asked({ holidays: null, halfDays: null });
    assert.ok(asEver("2026-12-24T15:00"));
    assert.ok(asEver("2026-12-25T10:00"));
  });

  test("has days of its own, which win over holidays", async () => {
    const at = await asked({
      exceptions: [
        { name: "Jul", firstDay: "2026-12-23", lastDay: "2026-12-25", hours: [["10:00", "11:00"]] },
        {
          name: "Varetelling",
          firstDay: "2027-01-02",
          lastDay: "2027-01-02",
          hours: [["00:00", "24:00"]],
        },
      ],
    });
    assert.ok(!at("2026-12-23T09:00"));
    assert.ok(at("2026-12-25T10:30"));
    assert.ok(!at("2026-12-26T10:30"));
    assert.ok(at("2027-01-02T23:59"));
    assert.ok(!at("2027-01-03T00:00"));
  });
});

test("hours that contradict each other, and days in two exceptions, are refused", () => {
  const code = (result: { error?: { issues: readonly { message: string }[] } | undefined }) =>
    result.error?.issues[0]?.message;
  assert.ok(hours.safeParse([["00:00", "24:00"]]).success);
  assert.ok(hours.safeParse([]).success);
  assert.equal(code(hours.safeParse([["12:00", "12:00"]])), "hours-end-before-they-begin");
  assert.equal(
    code(
      hours.safeParse([
        ["08:00", "12:00"],
        ["11:45", "16:00"],
      ]),
    ),
    "hours-overlap",
  );
  assert.ok(!hours.safeParse([["08:07", "12:00"]]).success);
  assert.ok(!hours.safeParse([["24:00", "24:15"]]).success);
  const day = (firstDay: string, lastDay: string) => ({ name: "x", firstDay, lastDay, hours: [] });
  assert.equal(
    code(exceptions.safeParse([day("2026-07-01", "2026-07-31"), day("2026-07-31", "2026-08-01")])),
    "exceptions-overlap",
  );
  assert.equal(
    code(exceptions.safeParse([day("2026-07-02", "2026-07-01")])),
    "ends-before-it-starts",
  );
  assert.equal(code(exceptions.safeParse([day("2026-01-01", "2027-01-02")])), "too-long");
});
