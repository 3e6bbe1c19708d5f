import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { MAX_CARDHOLDERS } from "@terskel/edge-protocol";
import { controllers } from "../api/controllers.ts";
import { startTestWorld, type TestController, type TestWorld } from "./test-world.ts";

let world: TestWorld;
let controller: TestController;
let group: string;

before(async () => {
  world = await startTestWorld();
  controller = await world.addController();
  const door = await world.addDoor(controller);
  const [row] = await world.server.rows<{ id: string }>(
    "insert into access.groups (organisation_id, name) values ($1, 'All') returning id",
    [world.organisation],
  );
  group = row!.id;
  await world.grant(door, { group });
  await controller.connect();
  await world.server.runJobs();
});
after(async () => {
  await world.stop();
});

/** Puts so many people more into the group. */
async function join(count: number): Promise<void> {
  await world.server.rows(
    `with joined as (
       insert into kernel.memberships (organisation_id, name, role, source)
       select $1, 'Somebody', 'member', 'administrator' from generate_series(1, $3::integer) returning id)
     insert into access.group_members (organisation_id, group_id, member_id)
     select $1, $2, id from joined`,
    [world.organisation, group, count],
  );
}

async function publish(): Promise<void> {
  const job = world.server.access.jobs.find(({ name }) => name === "access.publish-list")!;
  await job.run({ controller: controller.id });
}

async function problem() {
  const params = { organisation: world.organisation };
  const { items } = await world.server.ok(controllers, { as: world.administrator, params });
  return items[0]?.listProblem;
}

test("240,000 cardholders are sent; one more is not, whoever administers the doors reads why, and one fewer is sent again", async () => {
  await join(MAX_CARDHOLDERS);
  await publish();
  const known = (await controller.lists()).at(-1);
  assert.equal(known?.persons.length, MAX_CARDHOLDERS);
  assert.equal(await problem(), undefined);
  await controller.connect(known.revision);

  await join(1);
  await publish();
  assert.equal(await problem(), "too-many-cardholders");
  assert.equal((await controller.lists()).at(-1)?.revision, known.revision);

  await world.server.rows(
    "delete from access.group_members where member_id in (select member_id from access.group_members limit 2)",
  );
  await publish();
  assert.equal(await problem(), undefined);
  assert.equal((await controller.lists()).at(-1)?.persons.length, MAX_CARDHOLDERS - 1);
});
