import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import type { Alarm } from "@terskel/edge-protocol";
import { myAlarmLetters, setMyAlarmLetters } from "../api/alarm-letters.ts";
import { acknowledgeAlarm } from "../api/alarms.ts";
import { startTestWorld } from "../runtime/test-world.ts";
import type { TestController, TestWorld } from "../runtime/test-world.ts";
import type { TestMember } from "../test-server.ts";

let world: TestWorld;
let controller: TestController;
let door: string;
let caretaker: TestMember;
let params: { organisation: string };
before(async () => {
  world = await startTestWorld();
  params = { organisation: world.organisation };
});
beforeEach(async () => {
  controller = await world.addController();
  door = await world.addDoor(controller);
  await controller.connect();
  caretaker = await administrating();
  await want(caretaker);
});
after(async () => await world.stop());

const addressOf = ({ id }: TestMember) => `${id}@solhaug.example`;
async function someone(more: object = {}): Promise<TestMember> {
  const member = await world.server.addMember(world.organisation, more);
  await world.server.rows("update kernel.memberships set email = $2 where id = $1", [
    member.id,
    addressOf(member),
  ]);
  return member;
}
async function administrating(at = door): Promise<TestMember> {
  const member = await someone();
  await world.grant(at, { member }, { role: "door_administrator" });
  return member;
}
const want = async (as: TestMember, on = true) =>
  await world.server.ok(setMyAlarmLetters, { as, params, body: { on } });
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
async function happens(change: Partial<Alarm> = {}): Promise<Alarm> {
  const id = randomUUID();
  const alarm: Alarm = { id, alarm: id, door, kind: "forced", began: ago(1000), ...change };
  await controller.say("events", { events: [alarm] });
  return alarm;
}
/** How many letters the person has had, once the queue is empty. */
async function lettersTo(member: TestMember) {
  await world.server.runJobs();
  return world.server.outbox.list().filter(({ to }) => to === addressOf(member));
}
const countTo = async (member: TestMember) => (await lettersTo(member)).length;
const seesTo = async ({ alarm }: Alarm) =>
  await world.server.ok(acknowledgeAlarm, { as: caretaker, params: { ...params, door, alarm } });

test("whoever administers the door and has asked for it is told what happened, where and when", async () => {
  const chair = await someone({ role: "administrator" });
  await want(chair);
  await happens({ began: new Date().toISOString() });
  for (const each of [caretaker, chair]) {
    const [letter, ...more] = await lettersTo(each);
    assert.deepEqual(more, []);
    assert.match(letter?.subject ?? "", /^Brutt opp: \S/);
    const page = new RegExp(`^http\\S+/manage/${world.organisation}/doors/${door}$`, "m");
    assert.match(letter?.text ?? "", page);
  }
  // Else somebody is called at every door.
  await want(chair, false);
});

test("nobody else is: who has not asked, who only opens it, who administers another door, who has had enough", async () => {
  const silent = await administrating();
  const user = await someone();
  await world.grant(door, { member: user });
  const elsewhere = await administrating(await world.addDoor(controller));
  const enough = await administrating();
  for (const each of [user, elsewhere, enough]) await want(each);
  await want(enough, false);
  await happens();
  for (const each of [silent, user, elsewhere, enough]) assert.equal(await countTo(each), 0);
  assert.equal(await countTo(caretaker), 1);
});

test("an alarm is told once however often it is delivered, and its end is not told", async () => {
  const alarm = await happens();
  await happens(alarm);
  assert.equal(await countTo(caretaker), 1);
  await happens(alarm);
  await happens({ ...alarm, id: randomUUID(), ended: ago(0) });
  assert.equal(await countTo(caretaker), 1);
});

test("what came late calls nobody, nor what somebody has seen to before the letter was written", async () => {
  await happens({ began: ago(61_000) });
  await seesTo(await happens({ kind: "held" }));
  assert.equal(await countTo(caretaker), 0);
});

test("a door that flutters calls once, until somebody has seen to it; another kind of alarm calls all the same", async () => {
  const first = await happens({ began: ago(50_000) });
  const second = await happens({ began: ago(40_000) });
  assert.equal(await countTo(caretaker), 1);
  await happens({ kind: "held", began: ago(30_000) });
  assert.equal(await countTo(caretaker), 2);
  for (const each of [first, second]) await seesTo(each);
  await happens();
  assert.equal(await countTo(caretaker), 3);
});

test("a door that goes on fluttering calls again after a day, though nobody has come", async () => {
  await happens();
  await happens();
  assert.equal(await countTo(caretaker), 1);
  await world.server.rows(
    "update access.door_alarms set called_at = called_at - interval '24 hours' where door_id = $1",
    [door],
  );
  await happens();
  assert.equal(await countTo(caretaker), 2);
});

test("an alarm of which nobody had word keeps none back from who asks for it afterwards", async () => {
  await want(caretaker, false);
  await happens();
  assert.equal(await countTo(caretaker), 0);
  await want(caretaker);
  await happens();
  assert.equal(await countTo(caretaker), 1);
});

test("it is each person's own choice, and they see where the letters go", async () => {
  const other = await administrating();
  const seenBy = async (as: TestMember) => await world.server.ok(myAlarmLetters, { as, params });
  assert.deepEqual(await seenBy(other), { on: false, email: addressOf(other) });
  await want(other);
  await want(other);
  assert.deepEqual(await seenBy(other), { on: true, email: addressOf(other) });
  await world.server.rows("update kernel.memberships set email = null where id = $1", [other.id]);
  assert.deepEqual(await seenBy(other), { on: true });
  await happens();
  assert.equal(await countTo(other), 0);
});
