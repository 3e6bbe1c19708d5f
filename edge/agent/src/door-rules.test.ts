import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test, type TestContext } from "node:test";
import type { AccessList, AccessPoint } from "@terskel/edge-protocol";
import { eventually } from "./eventually.ts";
import { withList, type Site } from "./site.test-support.ts";

type Door = AccessList["doors"][number];
type Area = NonNullable<AccessList["areas"]>[number];
const HOUR_MS = 3_600_000;
const AREA: Area = { id: randomUUID(), passback: "hard", forgiveHours: 8, resets: [] };
const KARI = randomUUID();
const OLA = randomUUID();

/** Two doors for Kari with card 1 and Ola with card 2, whose clock the test sets. The first has a contact. */
async function house(t: TestContext, rules: Partial<Door>, area: Partial<Area> = {}) {
  let nowMs = Date.now();
  const it = await withList(t, { clock: () => nowMs });
  let revision = 1;
  const tell = async (
    areas: Partial<Area> = area,
    first: Partial<Door> = {},
    persons = [KARI, OLA],
  ): Promise<void> => {
    revision += 1;
    const list = it.cloud.list({
      revision,
      areas: [{ ...AREA, ...areas }],
      persons: persons.map((id) => ({ id, subjects: [1] })),
      credentials: persons.map((_, person) => ({
        hash: it.cloud.hash(`${person + 1}`),
        kind: "card",
        person,
      })),
    });
    const doors = list.doors.map((door, at) => ({
      ...door,
      ...rules,
      grants: [{ subject: 1, schedule: 0 }],
      ...(at === 0 ? first : {}),
    }));
    await it.cloud.sendList({ ...list, doors });
    await eventually("the list in force", () => it.agent.status().revision === revision);
  };
  await tell();
  return Object.assign(it, { tell, later: (ms: number) => void (nowMs += ms) });
}
const second = (it: Site) => it.cloud.doors[1]!.id;
const card = async (it: Site, number: string, at: AccessPoint = "in", door = second(it)) => {
  const { outcome, reason } = await it.doors.present(door, "card", number, at);
  return `${outcome} ${reason}`;
};
const inside = { readerInside: true, area: 1 } as const;

test("a passage says at which reader it was", async (t) => {
  const it = await house(t, { readerInside: true });
  await card(it, "1");
  await card(it, "1", "out");
  await card(it, "9", "out");
  await eventually("the passages", () => it.passages().length === 3);
  assert.deepEqual(
    it.passages().map(({ accessPoint, reason }) => [accessPoint, reason]),
    [
      ["in", "granted"],
      ["out", "granted"],
      ["out", "unknown-credential"],
    ],
  );
});

test("a door without a reader inside knows one way only", async (t) => {
  const it = await house(t, {});
  await card(it, "1", "out");
  await eventually("the passage", () => it.passages()[0]?.accessPoint === "in");
});

test("whoever is inside is not let in again, by any door of the area, until they have left", async (t) => {
  const it = await house(t, inside);
  await it.cloud.brokerDown();
  assert.equal(await card(it, "1"), "opened granted");
  assert.equal(await card(it, "1"), "refused passback");
  assert.equal(await card(it, "1", "in", it.door), "refused passback");
  assert.equal(await card(it, "2"), "opened granted", "that is nobody else's matter");
  assert.equal(await card(it, "1", "out"), "opened granted");
  assert.equal(await card(it, "1"), "opened granted");
});

test("it is remembered across a restart, and forgiven after its hours", async (t) => {
  const it = await house(t, inside);
  await card(it, "1");
  await it.restart();
  assert.equal(await card(it, "1"), "refused passback");
  it.later(8 * HOUR_MS);
  assert.equal(await card(it, "1"), "opened granted");
});

test("where it is noted only, they are let in, and the passage says so", async (t) => {
  const it = await house(t, inside, { passback: "soft" });
  await card(it, "1");
  assert.equal(await card(it, "1"), "opened passback");
  await eventually("both passages", () => it.passages().length === 2);
  assert.deepEqual(
    it.passages().map(({ outcome, reason }) => `${outcome} ${reason}`),
    ["opened granted", "opened passback"],
  );
});

test("at a door with a contact nobody has passed who has not opened it", async (t) => {
  const it = await house(t, inside);
  assert.equal(await card(it, "1", "in", it.door), "opened granted");
  assert.equal(await card(it, "1", "in", it.door), "opened granted");
  it.doors.act(it.door, "pull");
  assert.equal(await card(it, "1", "in", it.door), "refused passback");
});

test("a reset lets in again one person, or everybody, and is obeyed once", async (t) => {
  const it = await house(t, inside);
  await card(it, "1");
  await card(it, "2");
  const kari = { id: randomUUID(), person: KARI };
  await it.tell({ resets: [kari] });
  assert.equal(await card(it, "2"), "refused passback");
  assert.equal(await card(it, "1"), "opened granted");
  await it.restart();
  await it.tell({ resets: [kari] });
  assert.equal(await card(it, "1"), "refused passback", "told again");
  await it.tell({ resets: [kari, { id: randomUUID() }] });
  assert.equal(await card(it, "1"), "opened granted");
  assert.equal(await card(it, "2"), "opened granted");
});

test("an evacuation resets, and whoever leaves the list is forgotten", async (t) => {
  const it = await house(t, inside);
  await card(it, "1");
  const until = new Date(Date.now() + HOUR_MS).toISOString();
  await it.tell({}, { order: { kind: "evacuation", until } });
  await it.tell({});
  assert.equal(await card(it, "1"), "opened granted");
  await it.tell({}, {}, [OLA]);
  await it.tell({});
  assert.equal(await card(it, "1"), "opened granted");
});

test("at a lockdown whoever shows themselves inside and leaves by the handle has left", async (t) => {
  const it = await house(t, inside);
  await card(it, "1", "in", it.door);
  it.doors.act(it.door, "pull");
  it.doors.act(it.door, "close");
  const until = new Date(Date.now() + HOUR_MS).toISOString();
  await it.tell({}, { order: { kind: "lockdown", until } });
  assert.equal(await card(it, "1", "out", it.door), "refused lockdown");
  it.doors.act(it.door, "handle");
  await it.tell({});
  assert.equal(await card(it, "1", "in", it.door), "opened granted");
});

test("whoever is inside opens the door for nobody from afar", async (t) => {
  const it = await house(t, inside);
  await card(it, "1");
  const ask = async (person: string) => {
    const command = it.cloud.command({ door: second(it), person });
    await it.cloud.send("command", await it.cloud.sign("command", command));
    const answer = () => it.cloud.received.ack.find((ack) => ack.command === command.id);
    await eventually("an answer", () => answer() !== undefined);
    return answer()?.reason;
  };
  assert.equal(await ask(KARI), "passback");
  assert.equal(await ask(OLA), "granted");
  assert.equal(await ask(OLA), "granted", "that has let nobody in");
});

test("two people open a door together, one alone does not, and both are in the log", async (t) => {
  const it = await house(t, { twoPeople: true });
  assert.equal(await card(it, "1"), "refused second-person");
  assert.equal(await card(it, "1"), "refused second-person", "the same twice is one");
  assert.equal(await card(it, "9"), "refused unknown-credential");
  assert.equal(await card(it, "2"), "opened granted");
  assert.equal(await card(it, "1"), "refused second-person", "the next two");
  it.later(15_001);
  assert.equal(await card(it, "2"), "refused second-person", "too late");
  await eventually("the passages", () => it.passages().length === 6);
  const named = it.passages().map(({ person }) => person);
  assert.deepEqual(named, [KARI, KARI, undefined, OLA, KARI, OLA]);
});

test("two who come in together are both inside", async (t) => {
  const it = await house(t, { ...inside, twoPeople: true });
  await card(it, "1");
  await card(it, "2");
  assert.equal(await card(it, "1"), "refused passback");
  assert.equal(await card(it, "2"), "refused passback");
});

test("of an airlock's doors one at a time opens, also when both are asked at once", async (t) => {
  const it = await house(t, { interlock: 1, heldAfterSeconds: 30, openSeconds: 1 });
  const [one, other] = await Promise.all([card(it, "1", "in", it.door), card(it, "2")]);
  assert.deepEqual([one, other], ["opened granted", "refused interlock"]);
  it.doors.act(it.door, "pull");
  await eventually("locked again", () => it.doors.all()[0]?.lock === "locked");
  assert.equal(await card(it, "2"), "refused interlock", "it stands open");
  assert.equal(await card(it, "1", "in", it.door), "opened granted", "the same door again");
  await eventually("locked again", () => it.doors.all()[0]?.lock === "locked");
  it.doors.act(second(it), "handle");
  assert.equal(it.doors.all()[1]?.position, "open", "the handle is nobody's to refuse");
  it.doors.act(second(it), "close");
  it.doors.act(it.door, "close");
  assert.equal(await card(it, "2"), "opened granted");
});
