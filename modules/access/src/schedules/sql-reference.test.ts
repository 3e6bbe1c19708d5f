import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { compile, decide } from "@terskel/edge-decision";
import { createTestDatabase, type TestDatabase } from "@terskel/platform/testing";
import * as fc from "fast-check";
import { toList } from "../runtime/access-list.ts";
import { toDecidable } from "./dates.ts";
import type { Written } from "./dates.ts";
import { holidaysOf } from "./holidays.ts";

const rule = readFileSync(new URL("sql-reference.sql", import.meta.url), "utf8");
const runs = 10;
const asked = 100_000;

const years = [2026, 2027];
const firstS = Date.parse("2026-01-02T00:00:00Z") / 1000;
const lastS = Date.parse("2027-12-30T00:00:00Z") / 1000;
/** The clock goes forward or back, a day begins, a year ends: where one is off by one. */
const edges = [
  "2026-03-29",
  "2026-10-25",
  "2027-03-28",
  "2027-10-31",
  "2026-12-24",
  "2027-01-01",
].map((date) => Date.parse(`${date}T00:00:00Z`) / 1000);

const pad = (n: number) => String(n).padStart(2, "0");
const toTime = (quarter: number) => `${pad(Math.floor(quarter / 4))}:${pad((quarter % 4) * 15)}`;
const hours: fc.Arbitrary<Written["week"][number]> = fc
  .uniqueArray(fc.nat({ max: 96 }), { maxLength: 6 })
  .map((all) => all.toSorted((a, b) => a - b).map(toTime))
  .map((all) =>
    all.flatMap((from, at): [string, string][] => {
      const until = all[at + 1];
      return at % 2 === 0 && until !== undefined ? [[from, until]] : [];
    }),
  );
const day = fc.integer({ min: firstS / 86_400, max: lastS / 86_400 });
const toDate = (each: number) => new Date(each * 86_400_000).toISOString().slice(0, 10);
const exceptions = fc
  .uniqueArray(day, { maxLength: 20 })
  .map((all) => all.toSorted((a, b) => a - b))
  .chain((all) =>
    fc.tuple(
      ...all.map((first, at) =>
        fc.record({
          name: fc.constant("x"),
          firstDay: fc.constant(toDate(first)),
          lastDay: fc
            .integer({ min: first, max: Math.min(first + 9, (all[at + 1] ?? first + 10) - 1) })
            .map(toDate),
          hours,
        }),
      ),
    ),
  );
const written: fc.Arbitrary<Written> = fc.record({
  week: fc.array(hours, { minLength: 7, maxLength: 7 }),
  holidays: fc.option(hours),
  halfDays: fc.option(hours),
  exceptions,
});
const instant = fc.integer({ min: firstS, max: lastS }).map((s) => new Date(s * 1000));
const of = (noun: string, count: number) => fc.nat({ max: count - 1 }).map((n) => `${noun}${n}`);
const doorCount = 12;
const memberCount = 30;
const houses = fc.record({
  doors: fc.array(
    fc.constantFrom("Europe/Oslo", "Europe/Stockholm", "Europe/Helsinki", "Atlantic/Azores", "UTC"),
    { minLength: doorCount, maxLength: doorCount },
  ),
  schedules: fc.array(written, { minLength: 4, maxLength: 4 }),
  grants: fc.array(
    fc.record({
      door_id: of("d", doorCount),
      holder: fc.oneof(of("m", memberCount), of("g", 6)),
      role: fc.constant("user"),
      valid_from: fc.option(instant),
      valid_until: fc.option(instant),
      schedule_id: fc.option(of("s", 4), { freq: 3 }),
    }),
    { minLength: 40, maxLength: 120 },
  ),
  belonging: fc.array(
    fc.record({ via_id: of("g", 6), member_id: of("m", memberCount), unit: fc.constant(null) }),
    { maxLength: 60 },
  ),
  orders: fc.uniqueArray(
    fc.record({
      door_id: of("d", doorCount),
      kind: fc.constantFrom("lockdown" as const, "evacuation" as const),
      until: instant,
    }),
    { selector: ({ door_id }) => door_id, maxLength: 4 },
  ),
  country: fc.constantFrom("NO", "SE"),
  seed: fc.integer({ min: 1, max: 2 ** 31 - 2 }),
});

/** A row of numbers that looks random and is the same for the same seed (Park and Miller). */
function rolls(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function questionsOf(seed: number) {
  const roll = rolls(seed);
  return Array.from({ length: asked }, () => {
    const edge = edges[roll(edges.length * 2)];
    // Half of them within two days of an edge, on a quarter or just beside it.
    const at = edge
      ? edge + (roll(4 * 96) - 192) * 900 + roll(3) - 1
      : firstS + roll(lastS - firstS);
    return { person: `m${roll(memberCount)}`, door: `d${roll(doorCount)}`, at };
  });
}

let database: TestDatabase;
before(async () => {
  database = await createTestDatabase();
});
after(async () => {
  await database.drop();
});

test("a million questions are answered as a query answers them that shares nothing with the rule", async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(houses, async (house) => {
      const holidays = (
        await Promise.all(years.map(async (year) => await holidaysOf(house.country, year)))
      ).flat();
      const doors = house.doors.map((time_zone, n) => ({ id: `d${n}`, time_zone }));
      const members = Array.from({ length: memberCount }, (_, n) => `m${n}`);
      const grants = house.grants.map(({ holder, ...grant }) => ({
        ...grant,
        member_id: holder.startsWith("m") ? holder : null,
        via_id: holder.startsWith("g") ? holder : null,
        lease_id: null,
      }));
      const list = compile(
        toList({
          doors,
          grants,
          belonging: house.belonging,
          orders: house.orders,
          credentials: [],
          schedules: house.schedules.map((each, n) => ({
            id: `s${n}`,
            ...toDecidable(each, holidays, years),
          })),
          year: 2026,
          members,
        }),
      );
      const questions = questionsOf(house.seed);
      const { rows } = await database.owner.query<{ question: number; reason: string }>(rule, [
        JSON.stringify({
          doors: doors.map(({ id, time_zone }) => ({ id, zone: time_zone })),
          persons: members,
          holidays,
          belonging: house.belonging,
          orders: house.orders,
          grants: grants.map(({ door_id, schedule_id, ...grant }) => ({
            ...grant,
            door: door_id,
            schedule: schedule_id,
          })),
          schedules: house.schedules.map(({ halfDays, ...each }, n) => ({
            id: `s${n}`,
            ...each,
            half_days: halfDays,
          })),
        }),
        questions.map(({ person }) => person),
        questions.map(({ door }) => door),
        questions.map(({ at }) => at),
      ]);
      assert.equal(rows.length, asked);
      const differ = rows.flatMap(({ question, reason }) => {
        const { person, door, at } = questions[question]!;
        const decided = decide(list, { person, door, atMs: at * 1000 });
        seen.set(reason, (seen.get(reason) ?? 0) + 1);
        return decided.reason === reason
          ? []
          : [
              `${person} ${door} ${new Date(at * 1000).toISOString()}: ${decided.reason}, not ${reason}`,
            ];
      });
      assert.deepEqual(differ.slice(0, 5), []);
    }),
    { numRuns: runs, endOnFailure: true },
  );
  // Each way that a question can end was asked often enough to say something.
  const reasons = [
    "lockdown",
    "granted",
    "outside-schedule",
    "not-yet-valid",
    "expired",
    "no-grant",
  ];
  assert.deepEqual(
    reasons.filter((reason) => (seen.get(reason) ?? 0) < 1000),
    [],
  );
});
