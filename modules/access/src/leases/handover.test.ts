import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { compile, decide } from "@terskel/edge-decision";
import * as api from "../api/leases.ts";
import { startTestWorld } from "../runtime/test-world.ts";
import type { TestWorld } from "../runtime/test-world.ts";

let world: TestWorld;
before(async () => {
  world = await startTestWorld();
});
after(async () => {
  await world.stop();
});

test("the signed list carries both tenants with their hours, so that a controller that hears nothing more changes hands", async () => {
  const { server, organisation, administrator } = world;
  const controller = await world.addController();
  const own = await world.addDoor(controller, "B203");
  const entrance = await world.addDoor(controller, "Inngang");
  const [unit] = await server.rows<{ id: string }>(
    `with g as (insert into access.groups (organisation_id, name) values ($1, 'Hus B') returning id)
     insert into access.units (organisation_id, site_id, group_id, name)
     select $1, $2, id, 'B203' from g returning id, group_id`,
    [organisation, world.site],
  );
  await server.rows(
    `with e as (insert into access.door_groups (organisation_id, name) values ($1, 'Innganger') returning id),
       d as (insert into access.door_group_doors (organisation_id, door_group_id, door_id) select $1, id, $3 from e)
     insert into access.grants (organisation_id, door_id, door_group_id, group_id, unit_id, role)
     select $1::uuid, $2::uuid, null::uuid, null::uuid, $4::uuid, 'user'
     union all select $1, null, e.id, u.group_id, null, 'user' from e, access.units u where u.id = $4`,
    [organisation, own, entrance, unit!.id],
  );
  const [kari, ola] = [await world.addMember(), await world.addMember()];
  const now = Date.now();
  const hour = (n: number) => new Date(now + n * 3_600_000).toISOString();
  for (const [tenant, from, until] of [
    [kari.id, hour(-1), hour(10)],
    [ola.id, hour(10), hour(20)],
  ] as const) {
    await server.ok(api.letUnit, {
      as: administrator,
      params: { organisation, lease: randomUUID() },
      body: { unit: unit!.id, tenants: [tenant], from, until },
    });
  }
  await controller.connect();
  await server.runJobs();
  const list = compile((await controller.lists()).at(-1)!);
  const asked = (person: string, door: string, at: string) =>
    decide(list, { person, door, atMs: Date.parse(at) }).reason;
  for (const door of [own, entrance]) {
    assert.deepEqual(
      [hour(9.99), hour(10), hour(20)].map((at) => [
        asked(kari.id, door, at),
        asked(ola.id, door, at),
      ]),
      [
        ["granted", "not-yet-valid"],
        ["expired", "granted"],
        ["expired", "expired"],
      ],
    );
  }

  // A lease that is over has nothing to do at the door: the next list does not know who rented.
  server.clock.now = () => new Date(hour(11));
  await controller.connect((await controller.lists()).at(-1)!.revision);
  await server.runJobs();
  await server.rows(
    "select jobs.add('access.publish-list', json_build_object('controller', $1::text), 'again', null)",
    [controller.id],
  );
  await server.runJobs();
  assert.deepEqual(
    (await controller.lists()).at(-1)!.persons.map(({ id }) => id),
    [ola.id],
  );
});
