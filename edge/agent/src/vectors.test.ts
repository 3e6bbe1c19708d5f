import assert from "node:assert/strict";
import { test } from "node:test";
import type { AccessList } from "@terskel/edge-protocol";
import { readVectors } from "@terskel/edge-decision/vectors";
import { eventually } from "./eventually.ts";
import { site } from "./site.test-support.ts";

test("a controller decides each of the shared vectors as it was worked out by hand", async (t) => {
  const { list, asks } = readVectors();
  let now = Date.now();
  const it = await site(t, { clock: () => now });
  const { doors, persons, ...times } = list as Omit<AccessList, "doors"> & typeof list;
  const told = it.cloud.list({
    ...times,
    persons: [...persons],
    doors: doors.map(({ id, grants, order }, at) => ({
      id,
      name: `Door ${at + 1}`,
      output: at + 1,
      openSeconds: 1,
      grants: [...grants],
      ...(order ? { order } : {}),
    })),
    credentials: persons.map(({ id }, person) => ({
      hash: it.cloud.hash(id),
      kind: "card",
      person,
    })),
  });
  await it.cloud.sendList(told);
  await eventually("the list in force", () => it.agent.status().revision === 1);
  const decided = [];
  for (const ask of asks) {
    now = Date.parse(ask.at);
    const { reason } = await it.doors.present(ask.door, "card", ask.person);
    // Who is not in the list holds no card that is in it either.
    decided.push({ ...ask, reason: reason === "unknown-credential" ? "unknown-person" : reason });
  }
  assert.deepEqual(decided, asks);
});
