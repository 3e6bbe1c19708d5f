import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import mqtt from "mqtt";
import { createLog } from "@terskel/platform/log";
import { startBroker } from "./broker.ts";
import type { Broker } from "./broker.ts";
import { connectBus, patternOf } from "./mqtt-bus.ts";

const rules = {
  authenticate: (user: string, token: string) => Promise.resolve(token === `token-of-${user}`),
  mayPublish: (user: string, topic: string) => topic === `c/${user}/up`,
  maySubscribe: (user: string, pattern: string) => pattern === `c/${user}/down`,
};

describe("the broker in the server", () => {
  let broker: Broker;
  const log = createLog("fatal");
  before(async () => {
    broker = await startBroker("127.0.0.1", 0, () => rules, log);
  });
  after(async () => await broker.stop());

  const connect = async (user: string, password: string, clientId = user) =>
    await mqtt.connectAsync(`mqtt://127.0.0.1:${broker.port}`, {
      username: user,
      password,
      clientId,
      protocolVersion: 4,
      reconnectPeriod: 0,
      connectTimeout: 3000,
    });

  test("lets a controller in with its token", async () => {
    const client = await connect("one", "token-of-one");
    assert.equal(client.connected, true);
    await client.endAsync();
  });

  test("refuses a wrong token, no token, and another's name with one's own token", async () => {
    await assert.rejects(connect("one", "guess"), /[Nn]ot authorized/);
    await assert.rejects(connect("one", ""), /[Nn]ot authorized/);
    await assert.rejects(connect("one", "token-of-two"), /[Nn]ot authorized/);
  });

  test("refuses a client id that is not the user's, so that no session is taken over", async () => {
    await assert.rejects(connect("two", "token-of-two", "one"), /[Nn]ot authorized/);
  });

  test("keeps a controller to its own topics, for reading too", async () => {
    const client = await connect("one", "token-of-one");
    const heard: string[] = [];
    client.on("message", (topic) => heard.push(topic));
    for (const pattern of ["c/two/down", "#", "c/+/down", "$SYS/#"]) {
      await assert.rejects(client.subscribeAsync(pattern, { qos: 1 }), pattern);
    }
    await client.subscribeAsync("c/one/down", { qos: 1 });
    await broker.bus.publish("c/two/down", "not yours");
    await broker.bus.publish("c/one/down", "yours");
    while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual(heard, ["c/one/down"]);
    await client.endAsync();
  });

  test("does not pass on what a controller publishes on another's topic", async () => {
    const heard: string[] = [];
    await broker.bus.subscribe("c/+/up", (topic) => {
      heard.push(topic);
      return Promise.resolve();
    });
    const intruder = await connect("two", "token-of-two");
    intruder.on("error", () => undefined);
    await intruder.publishAsync("c/one/up", "forged", { qos: 0 });
    await intruder.endAsync(true);
    const own = await connect("one", "token-of-one");
    await own.publishAsync("c/one/up", "real", { qos: 1 });
    await own.endAsync();
    assert.deepEqual(heard, ["c/one/up"]);
  });

  test("cuts off a client, whose token may be void by now", async () => {
    const client = await connect("one", "token-of-one");
    const closed = new Promise<void>((resolve) => client.once("close", () => resolve()));
    await broker.bus.cutOff("two");
    assert.equal(client.connected, true);
    await broker.bus.cutOff("one");
    await closed;
  });

  test("goes on after a handler that failed", async () => {
    const heard: string[] = [];
    await broker.bus.subscribe("c/three/up", (_topic, payload) => {
      heard.push(Buffer.from(payload).toString());
      return heard.length === 1 ? Promise.reject(new Error("first")) : Promise.resolve();
    });
    await broker.bus.publish("c/three/up", "a");
    await broker.bus.publish("c/three/up", "b");
    while (heard.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual(heard, ["a", "b"]);
  });
});

test("a bus whose broker cannot be reached refuses at once instead of waiting", async () => {
  const outside = connectBus("mqtt://127.0.0.1:9", createLog("fatal"));
  await assert.rejects(outside.bus.check(), /cannot be reached/);
  await assert.rejects(outside.bus.publish("a", "b"), /cannot be reached/);
  await outside.stop();
});

test("a bus over a broker outside cuts a client off, too", async () => {
  const everyone = {
    ...rules,
    authenticate: () => Promise.resolve(true),
  };
  const log = createLog("fatal");
  const outside = await startBroker("127.0.0.1", 0, () => everyone, log);
  const url = (user: string) => `mqtt://${user}:any@127.0.0.1:${outside.port}`;
  const server = connectBus(url("one"), log);
  const client = await mqtt.connectAsync(url("one"), { clientId: "one", reconnectPeriod: 0 });
  const closed = new Promise<void>((resolve) => client.once("close", () => resolve()));
  await server.bus.cutOff("one");
  await closed;
  await server.stop();
  await outside.stop();
});

test("a topic filter matches as MQTT says", () => {
  assert.match("terskel/v5/controllers/x/events", patternOf("terskel/v5/controllers/+/events"));
  assert.doesNotMatch(
    "terskel/v5/controllers/x/y/events",
    patternOf("terskel/v5/controllers/+/events"),
  );
  assert.match("a/b/c", patternOf("a/#"));
  assert.doesNotMatch("axb", patternOf("a.b"));
});
