import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createTurns } from "./turns.ts";

test("one controller's messages are dealt with in their order, another's do not wait for them", async () => {
  const turns = createTurns();
  const done: string[] = [];
  const say = async (key: string, word: string, takesMs: number) =>
    turns.take(key, async () => {
      await sleep(takesMs);
      done.push(word);
    });
  await Promise.all([say("a", "a1", 60), say("a", "a2", 0), say("b", "b1", 20)]);
  assert.deepEqual(done, ["b1", "a1", "a2"]);
});

test("a message that fails is told so, and holds up none behind it", async () => {
  const turns = createTurns();
  const failed = turns.take("a", () => Promise.reject(new Error("broken")));
  const next = turns.take("a", () => Promise.resolve());
  await assert.rejects(failed, /broken/);
  await next;
});
