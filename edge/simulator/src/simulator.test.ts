import assert from "node:assert/strict";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { eventually } from "@terskel/edge-agent/eventually";
import { createTestCloud, type TestCloud } from "@terskel/edge-agent/test-cloud";
import { z } from "zod";
import { place, type Place, type Running } from "./process.test-support.ts";

const site = z.object({
  doors: z.array(
    z.object({ id: z.string(), lock: z.string(), unlockCount: z.int(), moveCount: z.int() }),
  ),
  status: z.object({ online: z.boolean(), revision: z.int(), buffered: z.int() }),
});
const verdict = z.object({ outcome: z.string(), reason: z.string() });

const look = async ({ url }: Running) => site.parse(await (await fetch(`${url}/doors`)).json());

function present({ url }: Running, door: string, number = "4711"): Promise<Response> {
  return fetch(`${url}/doors/${door}/present`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ kind: "card", number }),
  });
}

async function withList(
  t: TestContext,
): Promise<{ cloud: TestCloud; here: Place; running: Running; door: string }> {
  const cloud = await createTestCloud();
  t.after(() => cloud.stop());
  const here = place(t, cloud);
  const running = await here.start();
  await eventually("hello", () => cloud.received.hello.length > 0);
  await cloud.sendList(cloud.list());
  await eventually("the list", () => cloud.received.hello.at(-1)?.revision === 1);
  return { cloud, here, running, door: cloud.doors[0]!.id };
}

test("a card at a reader moves the lock there and back", async (t) => {
  const { cloud, running, door } = await withList(t);
  const response = await present(running, door);
  assert.deepEqual(verdict.parse(await response.json()), {
    outcome: "opened",
    reason: "granted",
  });
  await eventually("unlocked and locked", () => cloud.received.state.length === 4);
  const shut = (await look(running)).doors[0]!;
  assert.deepEqual([shut.lock, shut.unlockCount, shut.moveCount], ["locked", 1, 2]);
  const told = cloud.received.state.filter((each) => each.door === door);
  assert.deepEqual(
    told.map((each) => each.lock),
    ["locked", "unlocked", "locked"],
  );
});

test("before the first list there is no door; one that comes by the next list is there at once", async (t) => {
  const cloud = await createTestCloud();
  t.after(() => cloud.stop());
  const running = await place(t, cloud).start();
  assert.deepEqual((await look(running)).doors, []);
  assert.match(await (await fetch(running.url)).text(), /waits for its access list/);

  const list = cloud.list();
  const cellar = { ...list.doors[0]!, id: cloud.command().id, name: "Cellar & co", output: 3 };
  const events = (await fetch(`${running.url}/events`)).body!;
  const reader = events.pipeThrough(new TextDecoderStream()).getReader();
  await cloud.sendList(list);
  const next = { ...list, revision: 2, doors: [list.doors[1]!, cellar] };
  await cloud.sendList(next);
  let told = "";
  while (!told.includes("Cellar & co")) told += (await reader.read()).value;
  await reader.cancel();

  assert.deepEqual(
    (await look(running)).doors.map(({ id }) => id),
    [list.doors[1]!.id, cellar.id],
  );
  assert.match(await (await fetch(running.url)).text(), /Cellar &amp; co/);
  const opened = await present(running, cellar.id);
  assert.equal(verdict.parse(await opened.json()).outcome, "opened");
  assert.equal((await present(running, list.doors[0]!.id)).status, 404);
});

test("killed again and again in the middle of passages: every one is delivered once", async (t) => {
  const { cloud, here, door, ...first } = await withList(t);
  let { running } = first;
  let answered = 0;
  cloud.receipts = false;
  for (let round = 0; round < 5; round += 1) {
    cloud.receipts = round % 2 === 1;
    const burst = Array.from({ length: 40 }, async () => {
      const response = await present(running, door).catch(() => undefined);
      const body = await response?.json().catch(() => undefined);
      if (verdict.safeParse(body).data?.outcome === "opened") answered += 1;
    });
    const enough = answered + 5 + round * 7;
    await eventually("a part of the burst", () => answered >= enough);
    running.child.kill("SIGKILL");
    await once(running.child, "exit");
    await Promise.all(burst);
    await eventually("the last will", () => cloud.received.presence.at(-1)?.online === false);
    running = await here.start();
  }
  cloud.receipts = true;
  let buffered = 1;
  while (buffered > 0) ({ buffered } = (await look(running)).status);
  const passages = cloud.received.events.flatMap((batch) => batch.events);
  const distinct = new Set(passages.map((each) => each.id)).size;
  // What was answered is there; one that died between the disk and the answer may be there too.
  assert.ok(distinct >= answered, `${distinct} of ${answered}`);
  assert.ok(distinct <= 200);
  assert.equal((await look(running)).status.revision, 1);
});

test("it ends cleanly on SIGTERM, on SIGINT and when its parent goes away", async (t) => {
  const cloud = await createTestCloud();
  t.after(() => cloud.stop());
  const here = place(t, cloud);
  for (const end of ["SIGTERM", "SIGINT", "disconnect"] as const) {
    const { child } = await here.start();
    if (end === "disconnect") child.disconnect();
    else child.kill(end);
    assert.deepEqual(await once(child, "exit"), [0, null], end);
  }
  assert.equal(cloud.received.presence.at(-1)?.online, false);
});

test("it starts and decides without a broker", async (t) => {
  const { cloud, here, running, door } = await withList(t);
  running.child.kill("SIGTERM");
  await once(running.child, "exit");
  await cloud.brokerDown();
  const alone = await here.start();
  assert.equal(verdict.parse(await (await present(alone, door)).json()).outcome, "opened");
  assert.equal((await look(alone)).status.online, false);
  alone.child.kill("SIGTERM");
  assert.deepEqual(await once(alone.child, "exit"), [0, null]);
});

test("what it cannot start with is one clear line and a code that is not 0", async (t) => {
  const { here, running } = await withList(t);
  const file = join(here.folder, "file");
  writeFileSync(file, "{}");
  const port = new URL(running.url).port;
  const cases: [string[], RegExp][] = [
    [["--port", port], /^port \d+ is taken; give another with --port\n$/],
    [["--port", "0"], /data cannot be used: .*locked\n$/],
    [["--port", "0", "--data", join(file, "x")], /cannot be used: .*\n$/],
    [["--port", "0", "--data", "/proc/terskel"], /cannot be used: .*\n$/],
    [["--port", "0", "--enrolment", file], /file: controller: .*\n$/],
    [["--port", "0", "--enrolment", "/none"], /^\/none cannot be read\n$/],
    [["--port", "0", "--cards", file], /^.*file: the whole: .*\n$/],
  ];
  for (const [args, text] of cases) {
    const failed = await here.fail(...args);
    assert.equal(failed.code, 1);
    assert.match(failed.text, text);
    assert.equal(failed.text.split("\n").length, 2);
  }
});

test("bad requests get their status, and no lock moves", async (t) => {
  const { running, door } = await withList(t);
  const { url } = running;
  const json = { "content-type": "application/json" };
  const good = JSON.stringify({ kind: "card", number: "4711" });
  const post = async (
    body: string,
    headers: Record<string, string> = json,
    id = door,
  ): Promise<number> =>
    (await fetch(`${url}/doors/${id}/present`, { method: "POST", headers, body })).status;
  assert.equal(await post("{"), 400);
  assert.equal(await post("{}"), 400);
  assert.equal(await post(JSON.stringify({ kind: "remote", number: "1" })), 400);
  assert.equal(await post(JSON.stringify({ kind: "card", number: "1", person: "x" })), 400);
  assert.equal(await post(good, json, "nowhere"), 404);
  assert.equal(await post(good, { "content-type": "text/plain" }), 415);
  assert.equal(await post(" ".repeat(5000)), 413);
  assert.equal(await post(good, { ...json, origin: "https://evil.example" }), 403);
  assert.equal(await post(good, { ...json, origin: "null" }), 403);
  assert.equal((await fetch(`${url}/doors/${door}/present`)).status, 405);
  assert.equal((await fetch(`${url}/doors`, { method: "DELETE" })).status, 405);
  assert.equal((await fetch(`${url}/page/main.ts`)).status, 404);
  assert.equal((await fetch(`${url}/page/..%2fmain.ts`)).status, 404);
  const rebound = request(`${url}/doors`, { headers: { host: "evil.example" } });
  rebound.end();
  const [response] = await once(rebound, "response");
  assert.equal(response.statusCode, 403);
  response.resume();
  assert.equal((await look(running)).doors[0]?.unlockCount, 0);
});

test("the page is in the reader's language, escaped, and without inline script or style", async (t) => {
  const { running } = await withList(t);
  for (const [language, title] of [
    ["en", "Door simulator"],
    ["nb-NO", "Dørsimulator"],
    ["sv", "Dörrsimulator"],
  ] as const) {
    const page = await fetch(running.url, { headers: { "accept-language": language } });
    const html = await page.text();
    assert.match(html, new RegExp(`<h1>${title}</h1>`));
    assert.match(html, /Kari&#39;s card/);
    assert.doesNotMatch(html, /<script(?![^>]* src=)| style=| on[a-z]+=/);
    const policy = page.headers.get("content-security-policy") ?? "";
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
  }
});

test("the page's stream tells a lock that moves", async (t) => {
  const { running, door } = await withList(t);
  const stream = await fetch(`${running.url}/events`);
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  let told = "";
  await present(running, door);
  while (!told.includes('"unlocked"')) told += (await reader.read()).value;
  await reader.cancel();
});

test("what is done at a door moves its leaf: a locked one is not pulled open, the handle inside always opens", async (t) => {
  const { cloud, running, door } = await withList(t);
  const act = async (what: string, id = door): Promise<unknown> => {
    const answer = await fetch(`${running.url}/doors/${id}/act`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ act: what }),
    });
    return answer.ok ? ((await answer.json()) as { position: string }).position : answer.status;
  };
  assert.equal(await act("pull"), "closed");
  assert.equal(await act("handle"), "open");
  assert.equal(await act("close"), "closed");
  await present(running, door);
  assert.equal(await act("pull"), "open");
  assert.equal(await act("close"), "closed");
  assert.equal(await act("force", cloud.doors[1]!.id), "unknown", "a door without a contact");
  assert.equal(await act("kick"), 400);
  assert.equal(await act("close", "nowhere"), 404);
});
