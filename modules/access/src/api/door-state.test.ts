import assert from "node:assert/strict";
import { test } from "node:test";
import { stateOf, type DoorFacts } from "./door-state.ts";

const door: DoorFacts = {
  controller: "A",
  online: true,
  lock: "locked",
  position: "closed",
};

test("what is known of a door is said in the order of what matters", () => {
  assert.equal(stateOf(door), "locked");
  assert.equal(stateOf({ ...door, lock: "unlocked" }), "unlocked");
  assert.equal(stateOf({ ...door, lock: "unlocked", position: "open" }), "open");
  assert.equal(stateOf({ ...door, position: "open" }), "open");
  assert.equal(stateOf({ ...door, position: "open", alarm: "held" }), "held");
  assert.equal(stateOf({ ...door, position: "open", alarm: "forced" }), "forced");
});

test("a door whose controller is away is offline, whatever was heard of it last", () => {
  assert.equal(stateOf({ ...door, online: false, position: "open", alarm: "forced" }), "offline");
});

test("a door without a controller, or not heard of yet, is unknown", () => {
  assert.equal(stateOf({ ...door, controller: undefined, online: false }), "unknown");
  assert.equal(stateOf({ ...door, lock: "unknown", position: "unknown" }), "unknown");
});
