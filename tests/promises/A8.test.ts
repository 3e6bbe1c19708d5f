import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { doors as doorList } from "@terskel/access/api/places";
import { usage } from "@terskel/access/api/statistics";
import { people } from "@terskel/identity/api/people";
import { decideRequest } from "@terskel/kernel/api/desk";
import { makeRequest } from "@terskel/kernel/api/requests";
import type { Client } from "../support/client.ts";
import { eventually } from "../support/eventually.ts";
import { readable } from "../support/notice-page.ts";
import { startHouse } from "./people.ts";
import type { House } from "./people.ts";

const job = "access.count-weeks";

describe("A8: the use of doors is counted so that nobody is in the figures, and one can object", () => {
  let house: House;
  let kari: Client;
  let chair: Client;
  let organisation: string;
  let door: string;
  before(async () => {
    house = await startHouse();
    kari = await house.as("kari");
    chair = await house.as("ingrid");
    organisation = await house.organisationOf(kari);
    const { items } = await chair.call(doorList, { params: { organisation }, query: { limit: 1 } });
    door = items[0]?.id ?? "";
    await house.owner.query(
      "update access.doors set log_days = 60, created_at = now() - interval '1 year' where id = $1",
      [door],
    );
    await eventually("the log bears its new interval", async () => {
      const { rows } = await house.owner.query("select from access.log_changes");
      return rows.length === 0;
    });
  });
  after(async () => await house.stop());

  /** Each of these opened the door so many weeks ago. */
  async function opened(weeksAgo: number, members: readonly string[]) {
    await house.owner.query(
      `with holders as (
         insert into access.log_holders (organisation_id, member_id)
           select $1, m from unnest($3::uuid[]) m
           on conflict (member_id) do update set member_id = excluded.member_id returning id)
       insert into access.passages (id, organisation_id, door_id, holder_id, at, credential, outcome, reason, expires_at)
         select gen_random_uuid(), $1, $2, h.id, m.at, 'card', 'opened', 'granted', m.at + interval '60 days'
           from holders h, (select now() - make_interval(days => 7 * $4::integer) as at) m`,
      [organisation, door, members, weeksAgo],
    );
  }

  /** The figures of the door, newest week first, once the weeks have been counted anew. */
  async function counted(): Promise<number[][]> {
    await house.owner.query("delete from access.usage_weeks");
    await house.owner.query("select jobs.add($1, '{}'::json, 'again', null)", [job]);
    await eventually("the weeks are counted", async () => {
      const jobs = "select from graphile_worker.jobs where task_identifier = $1";
      return (await house.owner.query(jobs, [job])).rows.length === 0;
    });
    const { items } = await chair.call(usage, { params: { organisation }, query: { limit: 100 } });
    assert.ok(items.length > 5, "the door's log has as many weeks");
    return items.flatMap(({ cells }) => cells.map((cell) => [cell.openings, cell.people]));
  }

  test("five people make a figure, four make none, and neither the answer nor the table tells who", async () => {
    const { items } = await chair.call(people, { params: { organisation }, query: { limit: 200 } });
    const her = items.filter(({ name }) => name.startsWith("Kari ")).map(({ id }) => id);
    const four = items
      .filter(({ id }) => !her.includes(id))
      .map(({ id }) => id)
      .slice(0, 4);
    assert.deepEqual([her.length, four.length], [1, 4]);
    await opened(3, [...four, ...her]);
    await opened(5, four);
    assert.deepEqual(await counted(), [[5, 5]]);
    const { rows } = await house.owner.query<{ name: string }>(
      `select column_name as name from information_schema.columns
        where table_schema = 'access' and table_name = 'usage_cells' order by 1`,
    );
    assert.deepEqual(
      rows.map(({ name }) => name),
      ["door_id", "openings", "organisation_id", "people", "site_id", "week"],
    );
  });

  test("whoever objects is in no figure from then on", async () => {
    const { id, state } = await kari.call(makeRequest, {
      body: { organisation, wish: { kind: "objection", to: "access.statistics" } },
    });
    if (state !== "answered") {
      await chair.call(decideRequest, {
        params: { organisation, request: id },
        body: { decision: "granted" },
      });
    }
    assert.deepEqual(await counted(), []);
  });

  test("the notice says what is counted, why, and that one can object, in three languages", async () => {
    for (const [language, words] of [
      ["nb", /Telle hvor mye dørene brukes/],
      ["sv", /Räkna hur mycket dörrarna används/],
      ["en", /Count how much the doors are used/],
    ] as const) {
      const page = await house.nobody.fetch(`/notices/${organisation}?lang=${language}`);
      assert.match(readable(await page.text()), words);
    }
  });
});
