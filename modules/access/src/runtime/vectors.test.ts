import assert from "node:assert/strict";
import { test } from "node:test";
import { readVectors } from "@terskel/edge-decision/vectors";
import { decideFor, toList } from "./access-list.ts";
import type { AccessRows, GrantRow } from "./access-rows.ts";

/** As JSON has it: instants as text. */
type Stored = Omit<AccessRows, "grants" | "belonging" | "orders"> & {
  readonly belonging: readonly (Omit<AccessRows["belonging"][number], "via_id"> & {
    readonly group_id: string;
  })[];
  readonly grants: readonly (Omit<
    GrantRow,
    "via_id" | "lease_id" | "valid_from" | "valid_until"
  > & {
    readonly group_id: string | null;
    readonly valid_from: string | null;
    readonly valid_until: string | null;
  })[];
  readonly orders: readonly (Omit<AccessRows["orders"][number], "until"> & {
    readonly until: string;
  })[];
};
const toDate = (at: string | null) => (at === null ? null : new Date(at));

const { rows, list, asks } = readVectors<Stored>();
const stored: AccessRows = {
  ...rows,
  belonging: rows.belonging.map(({ group_id, ...row }) => ({ ...row, via_id: group_id })),
  grants: rows.grants.map(({ group_id, ...grant }) => ({
    ...grant,
    via_id: group_id,
    lease_id: null,
    valid_from: toDate(grant.valid_from),
    valid_until: toDate(grant.valid_until),
  })),
  orders: rows.orders.map(({ until, ...order }) => ({ ...order, until: new Date(until) })),
};

test("the cloud makes the list of the shared vectors of what it has stored", () => {
  const { credentials: _none, ...made } = toList(stored);
  assert.deepEqual(made, list);
});

test("and decides each of them as it was worked out by hand", () => {
  const decided = asks.map((ask) => ({
    ...ask,
    reason: decideFor(stored, ask.person, ask.door, new Date(ask.at)).reason,
  }));
  assert.deepEqual(decided, asks);
});
