import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as fc from "fast-check";
import { compile, decide } from "@terskel/edge-decision";
import { decideFor, toContent } from "../runtime/access-list.ts";
import { readForController, readForMember } from "../runtime/access-rows.ts";
import { startTestWorld } from "../runtime/test-world.ts";
import type { TestWorld } from "../runtime/test-world.ts";
import type { Tx } from "../tx.ts";

const hourMs = 3_600_000;
const sizes = { door: 4, doorGroup: 3, group: 2, unit: 3, member: 4 } as const;
type Kind = keyof typeof sizes;
const idOf = (kind: Kind, n: number) =>
  `0198c0de-0000-7000-8000-${String(Object.keys(sizes).indexOf(kind))}${String(n).padStart(11, "0")}`;
const any = (kind: Kind) => fc.nat({ max: sizes[kind] - 1 }).map((n) => idOf(kind, n));
const hour = fc.integer({ min: -50, max: 50 });
const pairs = (a: Kind, b: Kind, maxLength: number) =>
  fc.uniqueArray(fc.tuple(any(a), any(b)), { maxLength, selector: (pair) => pair.join() });

/** Everything about who may open what; hours are counted from a moment that is still to come. */
const houses = fc.record({
  doorsInGroups: pairs("doorGroup", "door", 6),
  groupMembers: pairs("group", "member", 4),
  residents: pairs("unit", "member", 4),
  unitGroups: fc.array(fc.option(any("group")), { minLength: sizes.unit, maxLength: sizes.unit }),
  grants: fc.array(
    fc.record({
      opens: fc.oneof(any("door"), any("doorGroup")),
      holder: fc.oneof(any("member"), any("group"), any("unit")),
      role: fc.constantFrom("user", "door_administrator", "owner"),
      from: fc.option(hour),
      until: fc.option(fc.integer({ min: 51, max: 90 })),
    }),
    { maxLength: 6 },
  ),
  leases: fc.array(
    fc.record({
      unit: any("unit"),
      tenants: fc.uniqueArray(any("member"), { minLength: 1, maxLength: 2 }),
      // Some began long ago: they are in force now.
      from: fc.oneof(hour, fc.constant(-5000)),
      hours: fc.option(fc.integer({ min: 1, max: 60 })),
    }),
    { maxLength: 5 },
  ),
  ask: fc.array(hour, { minLength: 2, maxLength: 3 }),
});
type House = typeof houses extends fc.Arbitrary<infer T> ? T : never;

let world: TestWorld;
let controller: string;
let zeroMs: number;
before(async () => {
  world = await startTestWorld();
  controller = (await world.addController()).id;
  // What has expired is invisible to everybody: the whole house lies ahead of that.
  zeroMs = Date.now() + 100 * hourMs;
  const { server, organisation, site } = world;
  for (let n = 0; n < sizes.door; n += 1)
    await server.rows(
      `insert into access.doors (id, organisation_id, site_id, controller_id, output, name)
       select $1::uuid, c.organisation_id, c.site_id, c.id, $2::integer, $1::uuid::text from access.controllers c where c.id = $3`,
      [idOf("door", n), n + 1, controller],
    );
  for (const [kind, table] of [
    ["doorGroup", "door_groups"],
    ["group", "groups"],
  ] as const)
    for (let n = 0; n < sizes[kind]; n += 1)
      await server.rows(
        `insert into access.${table} (id, organisation_id, name) values ($1::uuid, $2, $1::uuid::text)`,
        [idOf(kind, n), organisation],
      );
  for (let n = 0; n < sizes.unit; n += 1)
    await server.rows(
      `insert into access.units (id, organisation_id, site_id, name) values ($1::uuid, $2, $3, $1::uuid::text)`,
      [idOf("unit", n), organisation, site],
    );
  for (let n = 0; n < sizes.member; n += 1)
    await server.rows(
      `insert into kernel.memberships (id, organisation_id, name, role, source)
       values ($1::uuid, $2, $1::uuid::text, 'member', 'administrator')`,
      [idOf("member", n), organisation],
    );
});
after(async () => {
  await world.stop();
});

const at = (hours: number | null) => (hours === null ? null : new Date(zeroMs + hours * hourMs));
const isA = (kind: Kind, id: string) => (id.startsWith(idOf(kind, 0).slice(0, 25)) ? id : null);

async function furnish(house: House): Promise<void> {
  const { server, organisation: of } = world;
  await server.rows("delete from access.grants");
  await server.rows("delete from access.leases");
  for (const table of ["door_group_doors", "group_members", "residents"])
    await server.rows(`delete from access.${table}`);
  for (const [doorGroup, door] of house.doorsInGroups)
    await server.rows("insert into access.door_group_doors values ($1, $2, $3)", [
      of,
      doorGroup,
      door,
    ]);
  for (const [group, member] of house.groupMembers)
    await server.rows("insert into access.group_members values ($1, $2, $3)", [of, group, member]);
  for (const [unit, member] of house.residents)
    await server.rows("insert into access.residents values ($1, $2, $3)", [of, unit, member]);
  for (const [n, group] of house.unitGroups.entries())
    await server.rows("update access.units set group_id = $2 where id = $1", [
      idOf("unit", n),
      group,
    ]);
  for (const { opens, holder, role, from, until } of house.grants)
    await server.rows(
      `insert into access.grants (organisation_id, door_id, door_group_id, member_id, group_id, unit_id,
                                  role, valid_from, valid_until)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      [
        of,
        isA("door", opens),
        isA("doorGroup", opens),
        isA("member", holder),
        isA("group", holder),
        isA("unit", holder),
        role,
        at(from),
        at(until),
      ],
    );
  for (const { unit, tenants, from, hours } of house.leases) {
    const [lease] = await server.rows<{ id: string }>(
      `insert into access.leases (id, organisation_id, unit_id, starts_at, ends_at)
       values (gen_random_uuid(), $1, $2, $3, $4) on conflict do nothing returning id`,
      [of, unit, at(from), hours === null ? null : at(from + hours)],
    );
    for (const tenant of lease ? tenants : [])
      await server.rows(
        `insert into access.tenants select id, organisation_id, $2, unit_id, starts_at, ends_at
           from access.leases where id = $1`,
        [lease!.id, tenant],
      );
  }
}

/** The rule once more, of the tables alone: it shares neither views nor code with what it tests. */
const reference = `
  select d.id as door, m.id as member,
         coalesce(max(g.role) filter (where g.role <> 'user'), '') as administers, count(g.id) > 0 as opens
    from access.doors d cross join kernel.memberships m
    left join access.grants g
      on (g.door_id = d.id or exists (select from access.door_group_doors x
                                       where x.door_group_id = g.door_group_id and x.door_id = d.id))
     and (g.valid_from is null or g.valid_from <= $2) and (g.valid_until is null or g.valid_until > $2)
     and (g.member_id = m.id
       or exists (select from access.group_members x where x.group_id = g.group_id and x.member_id = m.id)
       or exists (select from access.units u
                   where (u.id = g.unit_id or u.group_id = g.group_id)
                     and (exists (select from access.residents r where r.unit_id = u.id and r.member_id = m.id)
                       or exists (select from access.leases l join access.tenants t on t.lease_id = l.id
                                   where l.unit_id = u.id and t.member_id = m.id
                                     and l.starts_at <= $2 and (l.ends_at is null or l.ends_at > $2)))))
   where d.organisation_id = $1 and m.id = any ($3) group by d.id, m.id order by d.id, m.id`;

test("who may open what, by groups of doors and by leases, is what a query says that shares nothing with the rule", async () => {
  const { server, organisation } = world;
  const members = Array.from({ length: sizes.member }, (_, n) => idOf("member", n));
  const asked = async (when: Date) =>
    await server.rows<{ door: string; member: string; opens: boolean; administers: string }>(
      reference,
      [organisation, when, members],
    );
  const context = { activity: "access.run-controllers" };
  let opened = 0;
  await fc.assert(
    fc.asyncProperty(houses, async (house) => {
      await furnish(house);
      for (const hours of house.ask) {
        const when = at(hours)!;
        const expected = await asked(when);
        opened += expected.filter(({ opens }) => opens).length;
        const { list, byMember } = await server.ports.withContext(context, async (tx: Tx) => {
          const rows = await readForController(tx, controller, when);
          const doors = rows.doors.map(({ id, time_zone }) => ({ id, time_zone }));
          const each = members.map(
            async (member) => [member, await readForMember(tx, member, doors, when)] as const,
          );
          return { list: compile(toContent(rows)), byMember: new Map(await Promise.all(each)) };
        });
        for (const { door, member, opens } of expected) {
          const said = `${member} at ${door} ${hours}`;
          const byDoor = decide(list, { person: member, door, atMs: when.getTime() });
          assert.equal(byDoor.allowed, opens, `the door: ${said}`);
          assert.equal(decideFor(byMember.get(member)!, member, door, when).allowed, opens, said);
        }
      }
      // Who administers is asked of now.
      const expected = (await asked(new Date())).filter(({ administers }) => administers !== "");
      const found = await server.rows<{ door: string; member: string; administers: string }>(
        `select a.door_id as door, m.id as member, a.role as administers
           from kernel.memberships m, access.administered(m.id) a where m.id = any ($1) order by 1, 2`,
        [members],
      );
      assert.deepEqual(
        found,
        expected.map(({ door, member, administers }) => ({ door, member, administers })),
      );
    }),
    { numRuns: 40 },
  );
  assert.ok(opened > 50, `only ${opened} openings`);
});
