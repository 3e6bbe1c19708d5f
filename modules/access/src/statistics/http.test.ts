import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { usage } from "../api/statistics.ts";
import { startTestWorld } from "../runtime/test-world.ts";
import type { TestWorld } from "../runtime/test-world.ts";
import { addPassage } from "../test-log.ts";
import type { TestMember } from "../test-server.ts";
import { countWeeks } from "./count-weeks.ts";

let world: TestWorld;
let people: TestMember[];
let door: string;
before(async () => {
  world = await startTestWorld();
  people = await Promise.all(Array.from({ length: 6 }, () => world.addMember()));
});
beforeEach(async () => {
  for (const table of ["passages", "usage_weeks", "doors"])
    await world.server.rows(`delete from access.${table}`);
  await world.server.rows("delete from kernel.withholdings");
  door = await addOldDoor("Inngang");
});
after(async () => await world.stop());

async function addOldDoor(name: string): Promise<string> {
  const id = await world.addDoor(undefined, name);
  await world.server.rows(
    "update access.doors set created_at = now() - interval '1 year' where id = $1",
    [id],
  );
  return id;
}

/** Two weeks ago is in a week that was over a week ago at least. */
const opens = async (
  member: TestMember | undefined,
  at = door,
  ago = "14 days",
  outcome = "opened",
) =>
  await addPassage(world.server, {
    door: at,
    ago,
    outcome,
    ...(member ? { member: member.id } : {}),
  });
const allOpen = async (some = people.slice(0, 5), at = door) => {
  for (const member of some) await opens(member, at);
};
const count = async () => await countWeeks(world.server.ports).run({});
const read = async () => {
  const params = { organisation: world.organisation };
  const { items } = await world.server.ok(usage, { as: world.administrator, params, query: {} });
  return items;
};
const figures = async () =>
  (await read()).flatMap(({ cells }) =>
    cells.map((cell) => [cell.door?.name ?? "others", cell.openings, cell.people]),
  );
const withhold = async (member: TestMember, activity: string | null) =>
  await world.server.rows(
    "insert into kernel.withholdings (organisation_id, member_id, activity) values ($1, $2, $3)",
    [member.organisation, member.id, activity],
  );

describe("how much doors are used", () => {
  test("a week that is over is counted, by door, of people known who were let in", async () => {
    await allOpen();
    await opens(undefined);
    await opens(people[5], door, "14 days", "refused");
    await count();
    assert.deepEqual(await figures(), [["Inngang", 5, 5]]);
  });

  test("what is of fewer than five people is not stored either", async () => {
    await allOpen(people.slice(0, 4));
    await count();
    assert.deepEqual(await figures(), []);
    assert.equal(
      (await read()).some(({ cells }) => cells.length > 0),
      false,
    );
    assert.deepEqual(await world.server.rows("select * from access.usage_cells"), []);
  });

  test("doors that too few used stand together", async () => {
    const garage = await addOldDoor("Garasje");
    await allOpen(people.slice(0, 2));
    await allOpen(people.slice(2), garage);
    await count();
    assert.deepEqual(await figures(), [["others", 5, 5]]);
  });

  test("who has objected is not counted, and who is restricted neither", async () => {
    await allOpen(people);
    await withhold(people[0]!, "access.statistics");
    await count();
    assert.deepEqual(await figures(), [["Inngang", 5, 5]]);
    await world.server.rows("delete from access.usage_weeks");
    await withhold(people[1]!, null);
    await count();
    assert.deepEqual(await figures(), []);
  });

  test("a week is counted once: what comes later changes no figure that was shown", async () => {
    await allOpen();
    await count();
    await allOpen(people);
    await count();
    assert.deepEqual(await figures(), [["Inngang", 5, 5]]);
  });

  test("not before a controller that was away has had time to tell of it", async () => {
    const [{ ago } = { ago: "" }] = await world.server.rows<{ ago: string }>(
      `select (now() - (date_trunc('week', now() at time zone 'Europe/Oslo') - interval '1 hour')
                at time zone 'Europe/Oslo')::text as ago`,
    );
    for (const member of people.slice(0, 5)) await opens(member, door, ago);
    const ends = async (days: number) => {
      const [{ at } = {}] = await world.server.rows<{ at: Date }>(
        `select (date_trunc('week', now() at time zone 'Europe/Oslo') + $1::interval) at time zone 'Europe/Oslo' as at`,
        [`${days} days`],
      );
      return at!;
    };
    const clock = world.server.clock;
    try {
      const [before, then] = [new Date((await ends(2)).getTime() - 1), await ends(2)];
      clock.now = () => before;
      await count();
      assert.deepEqual(await figures(), []);
      clock.now = () => then;
      await count();
      assert.deepEqual(await figures(), [["Inngang", 5, 5]]);
    } finally {
      clock.now = () => new Date();
    }
  });

  test("a week begins on Monday at midnight on the wall of the site", async () => {
    const [{ ago } = { ago: "" }] = await world.server.rows<{ ago: string }>(
      `select (now() - (date_trunc('week', now() at time zone 'Europe/Oslo') - interval '14 days')
                at time zone 'Europe/Oslo')::text as ago`,
    );
    await allOpen(people.slice(0, 5));
    const weeks = async () =>
      (await read()).filter(({ cells }) => cells.length > 0).map(({ week }) => week);
    await count();
    const [week] = await weeks();
    await world.server.rows("delete from access.passages");
    await world.server.rows("delete from access.usage_weeks");
    for (const member of people.slice(0, 5)) await opens(member, door, ago);
    await count();
    assert.deepEqual(await weeks(), [week]);
    assert.equal(new Date(`${week}T12:00:00Z`).getUTCDay(), 1);
  });

  test("a door whose log does not have the whole week any more is not counted", async () => {
    const [week] = await world.server.rows<{ days: number; ago: string }>(
      `select floor(extract(epoch from now() - start) / 86400)::integer as days,
              (now() - start - interval '36 hours')::text as ago
         from (select (date_trunc('week', now() at time zone 'Europe/Oslo') - interval '14 days')
                 at time zone 'Europe/Oslo' as start) w`,
    );
    for (const member of people.slice(0, 5)) await opens(member, door, week!.ago);
    const keep = async (days: number) =>
      await world.server.rows("update access.doors set log_days = $2 where id = $1", [door, days]);
    await keep(week!.days + 1);
    await count();
    assert.deepEqual(await figures(), [["Inngang", 5, 5]]);
    await world.server.rows("delete from access.usage_weeks");
    await keep(week!.days);
    await count();
    assert.deepEqual(await figures(), []);
  });

  test("a week in which the door was not there yet is no week without use", async () => {
    await world.server.rows("update access.doors set created_at = now() - interval '16 days'");
    await allOpen();
    await count();
    assert.ok((await read()).length <= 2);
  });

  test("a site that cannot be counted keeps no other from its turn, and is told of", async () => {
    const broken = await world.server.rows<{ id: string }>(
      `insert into kernel.sites (organisation_id, name, time_zone)
       select $1, 'Broken ' || n, 'Nowhere/At_all' from generate_series(1, 5) n returning id`,
      [world.organisation],
    );
    await world.server.rows(
      `insert into access.doors (organisation_id, site_id, name)
       select organisation_id, id, 'A door' from kernel.sites where name like 'Broken %'`,
    );
    await allOpen();
    await assert.rejects(count(), /weeks of 5 sites were not counted/);
    assert.deepEqual(await figures(), [["Inngang", 5, 5]]);
    const ids = broken.map(({ id }) => id);
    await world.server.rows("delete from kernel.sites where id = any ($1)", [ids]);
  });

  test("of a removed door nothing is left", async () => {
    await allOpen();
    await count();
    await world.server.rows("delete from access.doors where id = $1", [door]);
    assert.deepEqual(await figures(), []);
  });

  test("is for the organisation's administrators, and of their organisation", async () => {
    await allOpen();
    await count();
    const params = { organisation: world.organisation };
    assert.equal(await world.server.refused(usage, { as: people[0], params }), "403 not-allowed");
    const other = await world.server.addOrganisation();
    const { items } = await world.server.ok(usage, {
      as: other,
      params: { organisation: other.organisation },
      query: {},
    });
    assert.deepEqual(items, []);
  });

  test("weeks are read page by page", async () => {
    const clock = world.server.clock;
    await allOpen();
    for (const member of people.slice(0, 5)) await opens(member, door, "21 days");
    clock.now = () => new Date();
    await count();
    const weeks: string[] = [];
    const params = { organisation: world.organisation };
    for (let cursor: string | undefined = ""; cursor !== undefined;) {
      const query: { limit: number; cursor?: string } = { limit: 1, ...(cursor ? { cursor } : {}) };
      const page = await world.server.ok(usage, { as: world.administrator, params, query });
      weeks.push(...page.items.map(({ week }) => week));
      cursor = page.next;
    }
    assert.deepEqual(
      weeks,
      (await read()).map(({ week }) => week),
    );
    assert.deepEqual(weeks, weeks.toSorted().toReversed());
    assert.ok(weeks.length >= 2);
  });
});
