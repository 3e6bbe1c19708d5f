import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { eventually } from "./eventually.ts";
import { withList } from "./site.test-support.ts";

test("whoever needs longer has the door unlocked for longer, at its reader and from the portal; others have not", async (t) => {
  const it = await withList(t);
  const seconds: number[] = [];
  const unlock = it.doors.unlock.bind(it.doors);
  it.doors.unlock = async (door, given) => {
    seconds.push(given);
    await unlock(door, given);
  };
  const list = it.cloud.list({ revision: 2 });
  const [longer] = list.persons;
  const other = { id: randomUUID(), subjects: longer!.subjects };
  await it.cloud.sendList({
    ...list,
    extendedSubject: 9,
    doors: list.doors.map((door) => ({ ...door, extendedOpenSeconds: 30 })),
    persons: [{ ...longer!, subjects: [...longer!.subjects, 9] }, other],
    credentials: [
      ...list.credentials,
      { hash: it.cloud.hash("0815"), kind: "card" as const, person: 1 },
    ],
  });
  await eventually("the list in force", () => it.agent.status().revision === 2);

  for (const card of ["4711", "0815"])
    assert.equal((await it.doors.present(it.door, "card", card)).outcome, "opened");
  const everybodys = list.doors[0]!.openSeconds;
  assert.deepEqual(seconds, [30, everybodys]);

  for (const person of [longer!.id, other.id, randomUUID()]) {
    const before = seconds.length;
    const command = it.cloud.command({ id: randomUUID(), person });
    await it.cloud.send("command", await it.cloud.sign("command", command));
    await eventually("carried out", () => seconds.length > before);
  }
  assert.deepEqual(seconds.slice(2), [30, everybodys, everybodys]);
  // What is told of it says the same of both.
  await eventually("told", () => it.passages().length === 5);
  const toldOf = (person: string) =>
    it
      .passages()
      .filter((passage) => passage.person === person)
      .map(({ id: _id, at: _at, command: _command, person: _person, ...rest }) => rest);
  assert.equal(toldOf(longer!.id).length, 2);
  assert.deepEqual(toldOf(longer!.id), toldOf(other.id));
});
