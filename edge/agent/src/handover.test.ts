import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { eventually } from "./eventually.ts";
import { withList } from "./site.test-support.ts";

const HOUR_MS = 3_600_000;

test("a controller without contact changes tenants at the hour, also one that was away at it", async (t) => {
  let aheadMs = 0;
  const clock = () => Date.now() + aheadMs;
  const it = await withList(t, { clock });
  const at = (hours: number) => new Date(clock() + hours * HOUR_MS).toISOString();
  const [handover, end] = [at(1), at(2)];
  const list = it.cloud.list({ revision: 2 });
  const [first, ...others] = list.doors;
  await it.cloud.sendList({
    ...list,
    // As a unit that is let has it: a subject a lease, each with its hours.
    doors: [
      {
        ...first!,
        grants: [
          { subject: 0, schedule: 0, from: at(-1), until: handover },
          { subject: 1, schedule: 0, from: handover, until: end },
        ],
      },
      ...others,
    ],
    persons: [
      { id: randomUUID(), subjects: [0] },
      { id: randomUUID(), subjects: [1] },
    ],
    credentials: ["4711", "4712"].map((number, person) => ({
      hash: it.cloud.hash(number),
      kind: "card" as const,
      person,
    })),
  });
  await eventually("the list in force", () => it.agent.status().revision === 2);
  const cards = async () => [
    (await it.doors.present(it.door, "card", "4711")).reason,
    (await it.doors.present(it.door, "card", "4712")).reason,
  ];

  await it.cutOff();
  aheadMs = HOUR_MS - 60_000;
  assert.deepEqual(await cards(), ["granted", "not-yet-valid"]);
  aheadMs = HOUR_MS + 1;
  assert.deepEqual(await cards(), ["expired", "granted"]);
  aheadMs = 2 * HOUR_MS + 1;
  assert.deepEqual(await cards(), ["expired", "expired"]);

  await it.cloud.brokerUp();
  aheadMs = HOUR_MS - 60_000;
  assert.deepEqual(await cards(), ["granted", "not-yet-valid"]);
  aheadMs = HOUR_MS + 1;
  await it.restart(clock);
  assert.deepEqual(await cards(), ["expired", "granted"]);
});
