import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { CONTROLLER, OTHER_CONTROLLER } from "./samples.test-support.ts";
import {
  DOWN_KINDS,
  UP_KINDS,
  everyControllers,
  mayPublish,
  maySubscribe,
  parseTopic,
  topicOf,
} from "./topics.ts";

test("a topic is parsed to what it was built from", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.constantFrom(...DOWN_KINDS, ...UP_KINDS), (controller, kind) =>
      assert.deepEqual(parseTopic(topicOf(controller, kind)), { controller, kind }),
    ),
  );
});

test("anything else is no topic of the protocol", () => {
  const good = topicOf(CONTROLLER, "events");
  const strange = [
    "",
    "terskel/v5/controllers",
    `${good}/more`,
    `/${good}`,
    good.replace("v5", "v4"),
    good.replace("events", "secrets"),
    good.replace("events", "__proto__"),
    good.replace(CONTROLLER, "+"),
    good.replace(CONTROLLER, CONTROLLER.toUpperCase()),
    everyControllers("events"),
  ];
  for (const topic of strange) assert.equal(parseTopic(topic), undefined, topic);
});

test("a controller publishes up and subscribes down, on its own topics only", () => {
  for (const kind of UP_KINDS) {
    assert.ok(mayPublish(CONTROLLER, topicOf(CONTROLLER, kind)));
    assert.ok(!maySubscribe(CONTROLLER, topicOf(CONTROLLER, kind)));
    assert.ok(!mayPublish(CONTROLLER, topicOf(OTHER_CONTROLLER, kind)));
  }
  for (const kind of DOWN_KINDS) {
    assert.ok(maySubscribe(CONTROLLER, topicOf(CONTROLLER, kind)));
    assert.ok(!mayPublish(CONTROLLER, topicOf(CONTROLLER, kind)));
    assert.ok(!maySubscribe(CONTROLLER, topicOf(OTHER_CONTROLLER, kind)));
  }
  for (const topic of ["#", "terskel/v5/controllers/+/command", "$SYS/uptime"]) {
    assert.ok(!maySubscribe(CONTROLLER, topic));
    assert.ok(!mayPublish(CONTROLLER, topic));
  }
});
