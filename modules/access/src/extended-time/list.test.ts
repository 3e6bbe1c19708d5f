import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startTestWorld, type TestWorld } from "../runtime/test-world.ts";

let world: TestWorld;
before(async () => {
  world = await startTestWorld();
});
after(async () => await world.stop());

test("the list tells who needs doors unlocked for longer, of those who may open one, and of nobody else", async () => {
  const { server, organisation } = world;
  const controller = await world.addController();
  const door = await world.addDoor(controller);
  await controller.connect();
  const [kari, ola, stranger] = await Promise.all([
    world.addMember(),
    world.addMember(),
    world.addMember(),
  ]);
  for (const member of [kari, ola]) await world.grant(door, { member });
  for (const { id } of [kari, stranger])
    await server.rows(
      "insert into access.extended_times (organisation_id, member_id) values ($1, $2)",
      [organisation, id],
    );
  await server.access.jobs
    .find((job) => job.name === "access.publish-lists")!
    .run({ organisation });
  await server.runJobs();
  const list = (await controller.lists()).at(-1)!;
  const longer = list.persons.filter(({ subjects }) => subjects.includes(list.extendedSubject!));
  assert.deepEqual(
    longer.map(({ id }) => id),
    [kari.id],
  );
  assert.ok(!list.persons.some(({ id }) => id === stranger.id));
});
