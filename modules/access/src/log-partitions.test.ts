import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { createTestDatabase } from "@terskel/platform/testing";

test("two that need the same partitions in the same moment both get them", async () => {
  const database = await createTestDatabase();
  const [first, second] = [await database.owner.connect(), await database.owner.connect()];
  try {
    for (const each of [first, second]) await each.query("begin");
    await first.query("select access.make_log_partitions(365)");
    // Finds that there are none, and waits for the one who makes them.
    const waiting = second.query<{ made: number }>(
      "select access.make_log_partitions(365) as made",
    );
    await setTimeout(200);
    await first.query("commit");
    assert.equal((await waiting).rows[0]?.made, 0);
    await second.query("commit");
  } finally {
    for (const each of [first, second]) each.release(true);
    await database.drop();
  }
});
