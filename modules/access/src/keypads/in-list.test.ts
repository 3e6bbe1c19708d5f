import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, beforeEach, test } from "node:test";
import type { Alarm, Passage } from "@terskel/edge-protocol";
import { doorAlarms } from "../api/alarms.ts";
import * as api from "../api/keypads.ts";
import { oneDoor } from "../api/places.ts";
import { startTestWorld } from "../runtime/test-world.ts";
import type { TestController, TestWorld } from "../runtime/test-world.ts";
import type { TestMember } from "../test-server.ts";

let world: TestWorld;
let controller: TestController;
let door: string;
let kari: TestMember;
let params: { organisation: string };
before(async () => {
  world = await startTestWorld();
  params = { organisation: world.organisation };
});
beforeEach(async () => {
  controller = await world.addController();
  door = await world.addDoor(controller);
  await setDoor("keypad = true, log_mode = 'personal', log_days = 30");
  kari = await world.addMember("Kari");
});
after(async () => await world.stop());

const HOUR_MS = 3_600_000;
const ahead = (ms: number) => new Date(Math.floor(Date.now() / 1000) * 1000 + ms).toISOString();
const setDoor = async (columns: string) =>
  await world.server.rows(`update access.doors set ${columns} where id = $1`, [door]);
async function give(as: TestMember, change: object = {}): Promise<string> {
  const code = randomUUID();
  const body = {
    name: "PostNord",
    doors: [door],
    from: ahead(0),
    until: ahead(24 * HOUR_MS),
    once: true,
    ...change,
  };
  await world.server.ok(api.giveCode, { as, params: { ...params, code }, body });
  return code;
}
/** The list as the controller has it now. */
async function newestList() {
  await controller.connect();
  await world.server.runJobs();
  return (await controller.lists()).at(-1)!;
}
/** What of the list is this person's or code's. */
async function shownOf(id: string) {
  const list = await newestList();
  const index = list.persons.findIndex((person) => person.id === id);
  const subjects = list.persons[index]?.subjects ?? [];
  return {
    keypad: list.doors[0]?.keypad,
    credentials: list.credentials.filter(({ person }) => person === index).length,
    grants: list.doors.flatMap(({ grants }) =>
      grants
        .filter(({ subject }) => subjects.includes(subject))
        .map(({ from, until }) => ({ from, until })),
    ),
  };
}
const used = (code: string, change: Partial<Passage> = {}) =>
  controller.passage(door, { person: code, credential: "code", ...change });
const tell = async (...events: (Passage | Alarm)[]) => await controller.say("events", { events });
const mine = async () => (await world.server.ok(api.myCodes, { as: kari, params })).items;

test("a PIN stands in the list twice, as itself and for duress, where a door has a keypad, and nowhere else", async () => {
  await world.grant(door, { member: kari });
  await world.server.ok(api.newPin, { as: kari, params });
  const withKeypad = await shownOf(kari.id);
  assert.deepEqual([withKeypad.keypad, withKeypad.credentials], [true, 2]);
  await setDoor("keypad = false");
  const without = await shownOf(kari.id);
  assert.deepEqual([without.keypad, without.credentials], [undefined, 0]);
});

test("a code is a person of the list, that may open for its own time within its giver's", async () => {
  const until = ahead(2 * HOUR_MS);
  await world.grant(door, { member: kari }, { until: new Date(until) });
  const from = ahead(HOUR_MS);
  const code = await give(kari, { from });
  assert.deepEqual(await shownOf(code), {
    keypad: true,
    credentials: 1,
    grants: [{ from, until }],
  });
});

test("a code goes from the list with its giver's access, when it is withdrawn, and where they have none but administer", async () => {
  await world.grant(door, { member: kari });
  const code = await give(kari);
  assert.equal((await shownOf(code)).credentials, 1);
  await world.server.rows("delete from access.grants where member_id = $1", [kari.id]);
  assert.equal((await shownOf(code)).credentials, 0);
  const { administrator } = world;
  const theirs = await give(administrator);
  assert.equal((await shownOf(theirs)).grants.length, 1);
  const call = { as: administrator, params: { ...params, code: theirs } };
  await world.server.ok(api.withdrawCode, call);
  assert.equal((await shownOf(theirs)).credentials, 0);
  const another = await give(administrator);
  await world.server.rows("update kernel.memberships set role = 'member' where id = $1", [
    administrator.id,
  ]);
  assert.equal((await shownOf(another)).credentials, 0);
  await world.server.rows("update kernel.memberships set role = 'administrator' where id = $1", [
    administrator.id,
  ]);
});

test("a code for one use goes from all lists once a door tells of it; the log says whose it was, and the giver when", async () => {
  await world.grant(door, { member: kari });
  const code = await give(kari);
  const other = await world.addController();
  const passage = used(code);
  await other.say("events", { events: [{ ...passage, id: randomUUID() }] });
  assert.equal((await mine())[0]?.used, undefined, "not a door of that controller");
  await tell(passage, passage);
  assert.equal((await mine())[0]?.used, passage.at);
  assert.equal((await shownOf(code)).credentials, 0);
  const [logged] = await world.log(door);
  assert.deepEqual([logged?.credential, logged?.member_id], ["code", kari.id]);
});

test("of a code for many uses it is kept when it was used last, and it stays in the list", async () => {
  await world.grant(door, { member: kari });
  const code = await give(kari, { once: false });
  const [early, late] = [used(code, { at: ahead(-5000) }), used(code, { at: ahead(-2000) })];
  await tell(late);
  await tell(early);
  assert.equal((await mine())[0]?.used, late.at);
  assert.equal((await shownOf(code)).credentials, 1);
});

test("where a door logs nothing, that a code was used up is known, and nothing stands in the log", async () => {
  await setDoor("log_mode = 'off'");
  await world.grant(door, { member: kari });
  const [once, many] = [await give(kari), await give(kari, { once: false })];
  await tell(used(once), used(many));
  const byId = new Map((await mine()).map((code) => [code.id, code]));
  assert.ok(byId.get(once)?.used);
  assert.equal(byId.get(many)?.used, undefined);
  assert.deepEqual(await world.log(door), []);
});

test("a code that nobody gave is nobody's in the log, and no member's id is taken for one", async () => {
  await tell(used(randomUUID()), used(kari.id), controller.passage(door, { person: randomUUID() }));
  assert.deepEqual(
    (await world.log(door)).map(({ member_id }) => member_id),
    [null, null, null],
  );
});

test("duress and guessing are alarms that wait for somebody, end nothing that stands, and are for who administers", async () => {
  const momentary = (kind: "pin-guessed" | "duress", began = ahead(0)): Alarm => {
    const id = randomUUID();
    return { id, alarm: id, door, kind, began, ended: began };
  };
  await world.server.rows("update access.doors set held_after_seconds = 30 where id = $1", [door]);
  await controller.connect();
  await controller.say("state", { door, lock: "locked", position: "open", at: ahead(-1000) });
  const forced: Alarm = { ...momentary("duress"), kind: "forced", began: ahead(-1000) };
  const { ended: _ended, ...standing } = forced;
  const { ended: _late, ...unended } = momentary("pin-guessed");
  await tell(standing, momentary("duress"), unended, momentary("duress", ahead(-61_000)));
  const read = async (as: TestMember) =>
    (await world.server.ok(doorAlarms, { as, params, query: { door, only: "waiting" } })).items.map(
      ({ kind, ended }) => [kind, ended !== undefined],
    );
  assert.deepEqual(
    (await read(world.administrator)).toSorted(([a], [b]) => String(a).localeCompare(String(b))),
    [
      ["duress", true],
      ["forced", false],
      ["pin-guessed", true],
    ],
  );
  const shown = await world.server.ok(oneDoor, {
    as: world.administrator,
    params: { ...params, door },
  });
  assert.equal(shown.state, "forced");
  await world.grant(door, { member: kari });
  assert.deepEqual(await read(kari), []);
});
