import assert from "node:assert/strict";
import { test } from "node:test";
import { createSigner, generateSigningKey, MAX_COMMAND_LIFETIME_MS } from "@terskel/edge-protocol";
import { eventually } from "./eventually.ts";
import { site, unlocks, withList } from "./site.test-support.ts";

test("at connect: presence, hello and the state of every door of the list", async (t) => {
  const it = await withList(t);
  assert.equal(it.cloud.received.presence.at(-1)?.online, true);
  assert.equal(it.cloud.received.hello[0]?.revision, 0);
  await it.restart();
  await eventually("states again", () => it.cloud.received.state.length === 4);
  assert.equal(it.cloud.received.hello.at(-1)?.revision, 1);
  const locked = it.cloud.doors.map(({ id }) => [id, "locked"]);
  assert.deepEqual(
    it.cloud.received.state.map((each) => [each.door, each.lock]),
    [...locked, ...locked],
  );
});

test("a command opens once, is acked, and is one passage with its own id", async (t) => {
  const it = await withList(t);
  const command = it.cloud.command();
  const jws = await it.cloud.sign("command", command);
  await it.cloud.send("command", jws);
  await eventually(
    "the receipt",
    () => it.passages().length > 0 && it.agent.status().buffered === 0,
  );
  assert.equal(it.cloud.received.ack[0]?.outcome, "opened");
  assert.equal(it.passages()[0]?.id, command.id);
  assert.equal(it.passages()[0]?.outcome, "opened");

  await it.cloud.send("command", jws);
  await eventually("the second ack", () => it.cloud.received.ack.length === 2);
  assert.equal(it.cloud.received.ack[1]?.reason, "command-replayed");
  assert.equal(unlocks(it), 1);
  await it.restart();
  await it.cloud.send("command", jws);
  await eventually("the third ack", () => it.cloud.received.ack.length === 3);
  assert.equal(it.cloud.received.ack[2]?.reason, "command-replayed");
  assert.equal(unlocks(it), 0);
  assert.deepEqual(
    it.passages().map((each) => each.id),
    [command.id],
  );
});

test("a late command is not carried out, and the refusal is a passage", async (t) => {
  const it = await withList(t);
  const command = it.cloud.command({ expiresAt: new Date(Date.now() - 1).toISOString() });
  await it.cloud.send("command", await it.cloud.sign("command", command));
  await eventually("the passage", () => it.passages().length === 1);
  assert.equal(it.cloud.received.ack[0]?.reason, "command-expired");
  assert.equal(it.passages()[0]?.reason, "command-expired");
  assert.equal(unlocks(it), 0);
});

test("a command that would hold for more than a minute yet is refused, and the refusal is a passage", async (t) => {
  const now = Date.now();
  const it = await withList(t, { clock: () => now });
  for (const [aheadMs, outcome] of [
    [MAX_COMMAND_LIFETIME_MS, "opened"],
    [MAX_COMMAND_LIFETIME_MS + 1, "refused"],
    [1e12, "refused"],
  ] as const) {
    const expiresAt = new Date(now + aheadMs).toISOString();
    const command = it.cloud.command({ expiresAt, issuedAt: expiresAt });
    await it.cloud.send("command", await it.cloud.sign("command", command));
    await eventually("the ack", () => it.cloud.received.ack.at(-1)?.command === command.id);
    assert.equal(it.cloud.received.ack.at(-1)?.outcome, outcome);
  }
  assert.equal(it.cloud.received.ack.at(-1)?.reason, "command-lives-too-long");
  assert.equal(unlocks(it), 1);
  await eventually("the passages", () => it.passages().length === 3);
  assert.equal(it.passages().at(-1)?.reason, "command-lives-too-long");
});

test("a command queued while the controller was away is late when it comes back", async (t) => {
  const it = await withList(t);
  const command = it.cloud.command();
  await it.agent.stop();
  await it.cloud.send("command", await it.cloud.sign("command", command));
  await it.restart(() => Date.now() + 60_000);
  await eventually("the ack", () => it.cloud.received.ack.length === 1);
  assert.equal(it.cloud.received.ack[0]?.reason, "command-expired");
  assert.equal(unlocks(it), 0);
});

test("a command for a door it does not have is refused", async (t) => {
  const it = await withList(t);
  const door = it.cloud.command().id;
  await it.cloud.send("command", await it.cloud.sign("command", it.cloud.command({ door })));
  await eventually("the ack", () => it.cloud.received.ack.length === 1);
  assert.equal(it.cloud.received.ack[0]?.reason, "unknown-door");
});

test("what does not verify is dropped and counted, and nothing moves", async (t) => {
  const it = await withList(t);
  const { controller } = it.cloud.enrolment;
  const stranger = await createSigner(await generateSigningKey());
  const other = it.cloud.command().id;
  const wrong = [
    await stranger("command", it.cloud.command()),
    await it.cloud.sign("command", it.cloud.command({ controller: other })),
    await it.cloud.sign("receipt", { controller, events: [other] }),
    JSON.stringify(it.cloud.command()),
    "",
  ];
  for (const payload of wrong) await it.cloud.send("command", payload);
  await it.cloud.sendList(it.cloud.list({ revision: 9 }), stranger);
  await eventually("all dropped", () => it.agent.status().dropped === wrong.length + 1);
  assert.equal(unlocks(it), 0);
  assert.equal(it.agent.status().revision, 1);
});

test("an older or equal list is refused, the last good one stays, also after a restart", async (t) => {
  const it = await withList(t);
  const { cloud } = it;
  await cloud.sendList(cloud.list({ revision: 5 }));
  await eventually("revision 5", () => it.agent.status().revision === 5);
  for (const revision of [5, 4]) {
    const list = cloud.list({ revision, persons: [], credentials: [] });
    await cloud.sendList(list);
  }
  await eventually("refusals", () => it.lines.filter((l) => l.includes("older")).length === 2);
  assert.equal((await it.doors.present(it.door, "card", "4711")).outcome, "opened");
  await it.restart();
  assert.equal(it.agent.status().revision, 5);
  assert.equal((await it.doors.present(it.door, "card", "4711")).outcome, "opened");
});

test("a list that cannot be decided on is refused whole, and the one before it goes on", async (t) => {
  const it = await withList(t);
  const hours = { clock: 3, week: Array.from({ length: 7 }, () => []), dates: [] };
  const list = { schedules: [hours], persons: [], credentials: [] };
  await it.cloud.sendList(it.cloud.list({ revision: 2, ...list }));
  await eventually("the refusal", () => it.lines.some((line) => line.includes("list-refused")));
  assert.equal(it.agent.status().revision, 1);
  assert.equal((await it.doors.present(it.door, "card", "4711")).outcome, "opened");
});

test("a reader: granted, not granted, unknown, and no list at all", async (t) => {
  const it = await site(t);
  assert.equal((await it.doors.present(it.door, "card", "4711")).reason, "no-access-list");
  await it.cloud.sendList(it.cloud.list());
  await eventually("the list in force", () => it.agent.status().revision === 1);
  const second = it.cloud.doors[1]!.id;
  assert.equal((await it.doors.present(it.door, "card", "00 47-11")).reason, "granted");
  assert.equal((await it.doors.present(second, "card", "4711")).reason, "no-grant");
  assert.equal((await it.doors.present(it.door, "fob", "4711")).reason, "unknown-credential");
  await eventually("receipts", () => it.agent.status().buffered === 0);
  assert.deepEqual(
    it.passages().map((each) => each.reason),
    ["granted", "no-grant", "unknown-credential"],
  );
  const said = JSON.stringify(it.cloud.received) + it.lines.join("\n");
  assert.ok(!said.includes("4711") && !said.includes(it.cloud.hash("4711")));
  assert.ok(!it.lines.join("\n").includes(it.cloud.list().persons[0]!.id));
});

test("with the broker down the door decides, buffers, and delivers each passage later", async (t) => {
  const it = await withList(t);
  await it.cutOff();
  for (let round = 0; round < 20; round += 1) {
    assert.equal((await it.doors.present(it.door, "card", "4711")).outcome, "opened");
  }
  assert.equal(it.agent.status().buffered, 20);
  await it.cloud.brokerUp();
  await eventually("all receipted", () => it.agent.status().buffered === 0);
  assert.equal(it.passages().length, 20);
});

test("passages are kept and sent again until they are receipted", async (t) => {
  const it = await withList(t);
  it.cloud.receipts = false;
  await it.doors.present(it.door, "card", "4711");
  await eventually("sent twice", () => it.sent() >= 2);
  assert.equal(it.agent.status().buffered, 1);
  await it.restart();
  assert.equal(it.agent.status().buffered, 1);
  it.cloud.receipts = true;
  await eventually("receipted", () => it.agent.status().buffered === 0);
  assert.equal(it.passages().length, 1);
});

test("more than a batch is delivered in order, batch by batch", async (t) => {
  const it = await withList(t);
  await it.cutOff();
  for (let round = 0; round < 1200; round += 1) await it.doors.present(it.door, "card", "1");
  await it.cloud.brokerUp();
  await eventually("all receipted", () => it.agent.status().buffered === 0);
  assert.ok(it.cloud.received.events.every((batch) => batch.events.length <= 500));
  assert.equal(it.passages().length, 1200);
});

test("with the broker down and the buffer full the door opens, and what was lost is told later", async (t) => {
  const it = await withList(t, { maxPassages: 10 });
  await it.cutOff();
  for (let round = 0; round < 25; round += 1) {
    assert.equal((await it.doors.present(it.door, "card", "4711")).outcome, "opened");
    await it.doors.present(it.door, "card", "1");
  }
  assert.equal(it.agent.status().buffered, 11);
  await it.cloud.brokerUp();
  await eventually("all receipted", () => it.agent.status().buffered === 0);
  assert.equal(it.passages().length, 10);
  assert.equal(it.losses().length, 1);
  const [loss] = it.losses();
  assert.deepEqual([loss?.door, loss?.opened, loss?.refused], [it.door, 15, 25]);
  assert.ok(it.lines.some((line) => line.includes("passages-lost")));
});

test("a jammed lock is refused as a fault, in the ack and in the passage", async (t) => {
  const it = await withList(t);
  it.doors.jam(it.door, true);
  await it.cloud.send("command", await it.cloud.sign("command", it.cloud.command()));
  await eventually("the passage", () => it.passages().length === 1);
  assert.equal(it.cloud.received.ack[0]?.reason, "hardware-fault");
  assert.equal(it.passages()[0]?.outcome, "refused");
  assert.equal(it.passages()[0]?.reason, "hardware-fault");
});

test("the broker says offline when the connection breaks, the agent when it stops", async (t) => {
  const it = await site(t);
  await it.agent.stop();
  await eventually("farewell", () => it.cloud.received.presence.at(-1)?.online === false);
  assert.ok(it.cloud.received.presence.at(-1)?.at);
});

test("a lock that moves is told", async (t) => {
  const it = await withList(t);
  const before = it.cloud.received.state.length;
  await it.doors.present(it.door, "card", "4711");
  await eventually("unlocked and locked", () => it.cloud.received.state.length >= before + 2);
  assert.deepEqual(
    it.cloud.received.state.slice(before).map((each) => each.lock),
    ["unlocked", "locked"],
  );
});

test("it stops in the middle of a silence too, when nobody acknowledges its goodbye", async (t) => {
  const it = await withList(t);
  it.cloud.brokerSilent();
  await it.doors.present(it.door, "card", "4711");
  await it.agent.stop();
  assert.equal(it.cloud.received.presence.at(-1)?.online, true, "the goodbye did not arrive");
});
