import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as fc from "fast-check";
import { countPassages } from "../api/log-export.ts";
import { outcomes, passages } from "../api/passages.ts";
import type { TestMember } from "../test-server.ts";
import { startTestWorld } from "./test-world.ts";
import type { TestWorld } from "./test-world.ts";

type Filter = {
  door?: string;
  person?: string;
  outcome?: (typeof outcomes)[number];
  from?: string;
  until?: string;
};

const DAY_MS = 24 * 3600 * 1000;
const size = 3000;
/** What is looked for is within these days; doors keep 30 and 90 of them. */
const days = 100;

let world: TestWorld;
let caretaker: TestMember;
let doors: string[];
let people: string[];
const now = Date.now();

// A log of its own making: many at the same instant, at the edges of doors' times, by somebody and by nobody.
before(async () => {
  world = await startTestWorld();
  caretaker = await world.addMember();
  doors = [];
  for (const logDays of [90, 30, 90]) {
    const door = await world.addDoor();
    await world.server.rows("update access.doors set log_days = $2 where id = $1", [door, logDays]);
    doors.push(door);
  }
  const [one = "", two = ""] = doors;
  for (const door of [one, two])
    await world.grant(door, { member: caretaker }, { role: "door_administrator" });
  const members = [caretaker, await world.addMember(), await world.addMember()];
  people = members.map(({ id }) => id);
  await world.server.rows(
    `insert into access.log_holders (organisation_id, member_id) select $1, unnest($2::uuid[])`,
    [world.organisation, people],
  );
  await world.server.rows(
    `insert into access.passages (id, organisation_id, door_id, holder_id, at, credential, outcome, reason,
                                  expires_at, lost_since, lost_opened, lost_refused)
     select gen_random_uuid(), d.organisation_id, d.id, case when o.outcome <> 'lost' then h.id end, p.at, 'card', o.outcome,
            'granted', p.at + make_interval(hours => 24 * d.log_days),
            case when o.outcome = 'lost' then p.at end, case when o.outcome = 'lost' then 1 end,
            case when o.outcome = 'lost' then 1 end
       from (select n, $3::timestamptz - floor(random() * 24 * d.log_days) * interval '1 hour' + interval '30 minutes' as at, d.id
               from generate_series(1, $1::integer) n
               cross join lateral (select * from access.doors where id = any ($2::uuid[]) and n > 0 order by random() limit 1) d) p
       join access.doors d on d.id = p.id
       cross join lateral (select ($4::text[])[1 + floor(random() * 4 + 0 * p.n)::integer] as outcome) o
       left join access.log_holders h on h.member_id = ($5::uuid[])[1 + (p.n % 4)]`,
    [size, doors, new Date(now - 3600 * 1000), outcomes, people],
  );
});
after(async () => await world.stop());

/** The slow way: every row of the two doors, in order, and then what the filter leaves of them. */
async function reference(filter: Filter): Promise<string[]> {
  const rows = await world.server.rows<{
    id: string;
    at: Date;
    door_id: string;
    member_id: string | null;
    outcome: string;
  }>(
    `select p.id, p.at, p.door_id, h.member_id, p.outcome from access.passages p
       left join access.log_holders h on h.id = p.holder_id
      where p.door_id = any ($1::uuid[]) and p.expires_at > now() order by p.at desc, p.id desc`,
    [doors.slice(0, 2)],
  );
  return rows
    .filter(
      ({ at, door_id, member_id, outcome }) =>
        (filter.door === undefined || door_id === filter.door) &&
        (filter.person === undefined || member_id === filter.person) &&
        (filter.outcome === undefined || outcome === filter.outcome) &&
        (filter.from === undefined || at.getTime() >= Date.parse(filter.from)) &&
        (filter.until === undefined || at.getTime() < Date.parse(filter.until)),
    )
    .map(({ id }) => id);
}

async function pageByPage(filter: Filter, limit: number): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await world.server.ok(passages, {
      params: { organisation: world.organisation },
      query: { ...filter, limit, ...(cursor ? { cursor } : {}) },
      as: caretaker,
    });
    seen.push(...items.map(({ id }) => id));
    cursor = next;
  } while (cursor !== undefined);
  return seen;
}

/** On the hour and between: passages are on the half hour, so an end on one shows whether it counts. */
const instant = fc
  .integer({ min: 0, max: days * 48 })
  .map((halves) => new Date(now - 3600 * 1000 - halves * 1800 * 1000).toISOString());
const filters = fc
  .record(
    {
      door: fc.nat({ max: 1 }),
      person: fc.nat({ max: 2 }),
      outcome: fc.constantFrom(...outcomes),
      from: instant,
      until: instant,
    },
    { requiredKeys: [] },
  )
  .map(({ door, person, from, until, ...rest }): Filter => {
    const [first, last] = from && until && from > until ? [until, from] : [from, until];
    return {
      ...rest,
      ...(door === undefined ? {} : { door: doors[door] ?? "" }),
      ...(person === undefined ? {} : { person: people[person] ?? "" }),
      ...(first === undefined ? {} : { from: first }),
      ...(last === undefined || last === first ? {} : { until: last }),
    };
  });

test("what a search shows page by page, and counts, is what a filter of everything leaves, in its order", async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(filters, fc.constantFrom(7, 50, 200), async (filter, limit) => {
      const expected = await reference(filter);
      if (expected.length / limit > 40) return;
      assert.deepEqual(await pageByPage(filter, limit), expected);
      const { passages: count } = await world.server.ok(countPassages, {
        params: { organisation: world.organisation },
        query: filter,
        as: caretaker,
      });
      assert.equal(count, expected.length);
      found += expected.length;
    }),
    { numRuns: 60 },
  );
  assert.ok(found > 500, `${found}`);
});

test("each filter alone leaves some and takes some", async () => {
  const all = await reference({});
  const at = (daysAgo: number) => new Date(now - daysAgo * DAY_MS).toISOString();
  const alone: Filter[] = [
    { door: doors[1] ?? "" },
    { person: people[1] ?? "" },
    { outcome: "lost" },
    { from: at(9) },
    { until: at(9) },
  ];
  for (const filter of alone) {
    const left = await pageByPage(filter, 200);
    assert.ok(left.length > 0 && left.length < all.length, JSON.stringify(filter));
    assert.deepEqual(left, await reference(filter));
  }
});
