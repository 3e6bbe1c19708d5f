import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as fc from "fast-check";
import { kari, norwegian, ola, startWorld, swedish } from "./test-world.ts";
import type { World } from "./test-world.ts";

let world: World;
before(async () => {
  world = await startWorld();
  await world.reset();
});
after(async () => await world.database.drop());

const organisations = [norwegian, swedish];
const members = [kari, ola];
const home = (member: string) => organisations[members.indexOf(member)];

const person = fc.constantFrom(...members);
/** Within a minute nothing is asked of, for that is how long a run may take; else from years ago to years ahead. */
const seconds = fc
  .integer({ min: -5 * 365 * 86_400, max: 5 * 365 * 86_400 })
  .filter((n) => Math.abs(n) > 60);
const row = fc.record({ member: person, seconds, isVisit: fc.boolean() });
const hold = fc.record({
  organisation: fc.constantFrom(...organisations),
  ofMember: fc.boolean(),
  table: fc.constantFrom(undefined, "trial.invitations", "trial.visits", "trial.owners"),
  seconds,
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;
type Hold = typeof hold extends fc.Arbitrary<infer T> ? T : never;

const byNumber = (a: number, b: number) => a - b;
const day = 86_400;
const isPast = ({ seconds: s, isVisit }: Row) => (isVisit ? s <= -30 * day : s <= 0);
const covers = (each: Hold, { member, isVisit }: Row) =>
  each.seconds > 0 &&
  each.organisation === home(member) &&
  // A visit is about nobody.
  (!each.ofMember || !isVisit) &&
  (each.table === undefined || each.table === (isVisit ? "trial.visits" : "trial.invitations"));

test("retention removes what is past its time and under no hold of its organisation, and nothing else", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 12 }),
      fc.array(hold, { maxLength: 3 }),
      async (rows, holds) => {
        // A time of 30 days ago to the minute would be up or not by how long the run takes.
        fc.pre(rows.every((each) => Math.abs(each.seconds + 30 * day) > 60));
        await world.query(
          `delete from kernel.holds; delete from trial.visits; delete from trial.invitations;
           delete from trial.keys; insert into trial.keys (id, organisation_id, member_id)
             values ('${kari}', '${norwegian}', '${kari}'), ('${ola}', '${swedish}', '${ola}')`,
        );
        for (const [index, each] of rows.entries()) {
          const id = `00000000-0000-7000-8000-${String(index).padStart(12, "0")}`;
          await world.query(
            each.isVisit
              ? "insert into trial.visits (id, organisation_id, at) values ($1, $2, now() + make_interval(secs => $3))"
              : `insert into trial.invitations (id, organisation_id, expires_at, key_id, email)
                   values ($1, $2, now() + make_interval(secs => $3), $4, 'nobody')`,
            [id, home(each.member), each.seconds, ...(each.isVisit ? [] : [each.member])],
          );
        }
        for (const each of holds) {
          await world.hold({
            organisation: each.organisation,
            ...(each.ofMember
              ? { member: members[organisations.indexOf(each.organisation)]! }
              : {}),
            ...(each.table === undefined ? {} : { table: each.table }),
            for: `${each.seconds} seconds`,
          });
        }
        await world.run();
        const left = [
          ...(await world.left("trial.visits", "id")),
          ...(await world.left("trial.invitations", "id")),
        ].map((id) => Number(id.slice(-12)));
        const expected = [...rows.entries()]
          .filter(([, each]) => !isPast(each) || holds.some((one) => covers(one, each)))
          .map(([index]) => index);
        assert.deepEqual(left.sort(byNumber), expected);
      },
    ),
    { numRuns: 60 },
  );
});

/** When law lets go, by the calendar and clock of Oslo and Stockholm. */
function lawEnd(at: Date, years: number): number {
  const { year } = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(
    "Europe/Stockholm",
  );
  return Temporal.PlainDate.from({ year: year + 1 + years, month: 1, day: 1 }).toZonedDateTime(
    "Europe/Stockholm",
  ).epochMilliseconds;
}

test("what law keeps goes after 5 calendar years in Norway and 7 in Sweden, to the second of local New Year", async () => {
  const thisYear = new Date().getUTCFullYear();
  const aroundNewYear = fc
    .record({
      year: fc.integer({ min: thisYear - 10, max: thisYear + 1 }),
      seconds: fc.oneof(
        fc.integer({ min: -2 * day, max: 2 * day }),
        // Midnight there is an hour before midnight here.
        fc.constantFrom(-3601, -3600, -3599, -1, 0, 1),
      ),
    })
    .map(({ year, seconds: s }) => new Date(Date.UTC(year, 0, 1) + s * 1000));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ at: aroundNewYear, isSwedish: fc.boolean() }), { maxLength: 20 }),
      async (invoices) => {
        await world.query("delete from kernel.holds; delete from trial.invoices");
        for (const { at, isSwedish } of invoices) {
          await world.query(
            "insert into trial.invoices (organisation_id, issued_at) values ($1, $2)",
            [isSwedish ? swedish : norwegian, at],
          );
        }
        const kept = invoices
          .filter(({ at, isSwedish }) => lawEnd(at, isSwedish ? 7 : 5) > Date.now())
          .map(({ at }) => at.getTime());
        const times = async () =>
          (await world.query<{ issued_at: Date }>("select issued_at from trial.invoices")).map(
            ({ issued_at: at }) => at.getTime(),
          );
        const seen = [
          ...(await world.seen("trial.invoices", "id", norwegian)),
          ...(await world.seen("trial.invoices", "id", swedish)),
        ];
        assert.equal(seen.length, kept.length, "past its time it is invisible before it goes");
        await world.run();
        assert.deepEqual((await times()).sort(byNumber), kept.sort(byNumber));
      },
    ),
    { numRuns: 60 },
  );
});
