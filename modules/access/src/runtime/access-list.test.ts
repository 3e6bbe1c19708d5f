import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { compile, decide, type Hours } from "@terskel/edge-decision";
import type { OrderRow } from "../orders/read.ts";
import { decideFor, toContent, toList } from "./access-list.ts";
import type { AccessRows, ControllerRows, GrantRow } from "./access-rows.ts";

const idOf = (kind: number) => (index: number) =>
  `0198c0de-0000-7000-8000-${kind}${String(index).padStart(11, "0")}`;
const member = fc.nat({ max: 4 }).map(idOf(1));
const group = fc.nat({ max: 3 }).map(idOf(2));
const door = fc.nat({ max: 3 }).map(idOf(3));
const hour = fc.integer({ min: -50, max: 50 }).map((h) => new Date(1.8e12 + h * 3_600_000));
const doors = [0, 1, 2, 3].map((index) => ({
  id: idOf(3)(index),
  // Doors of one list may lie where clocks differ.
  time_zone: index === 3 ? "Europe/Helsinki" : "Europe/Oslo",
  name: `Door ${index}`,
  output: index + 1,
  open_seconds: 5,
  extended_open_seconds: index === 3 ? 5 : 20,
  log_mode: index === 2 ? "anonymous" : "personal",
  held_after_seconds: 30,
  alone_hours: index === 1 ? null : 24,
  keypad: index === 0,
  unlock_schedule_id: index === 1 ? idOf(4)(0) : null,
  unlock_first_person: index === 1,
  kept_locked_until: index === 1 ? new Date(1.8e12) : null,
  reader_inside: index === 0,
  two_people: index === 2,
  area_id: index < 2 ? idOf(5)(index) : null,
  airlock_id: index > 1 ? idOf(6)(0) : null,
}));
const areas = [0, 1].map((index) => ({
  id: idOf(5)(index),
  passback: index === 0 ? ("hard" as const) : ("soft" as const),
  forgive_hours: 12,
  resets: [{ id: idOf(7)(index), member_id: index === 0 ? null : idOf(1)(0) }],
}));

const schedules = [
  { id: idOf(4)(0), week: Array.from({ length: 7 }, (): Hours => [[32, 64]]), dates: [] },
  {
    id: idOf(4)(1),
    week: Array.from({ length: 7 }, (): Hours => [[0, 96]]),
    dates: [{ date: "2027-01-15", hours: [] }],
  },
];

const to = fc.oneof(
  member.map((id) => ({ member_id: id, via_id: null, lease_id: null })),
  group.map((id) => ({ member_id: null, via_id: id, lease_id: null })),
);
const grant: fc.Arbitrary<GrantRow> = fc
  .tuple(
    door,
    to,
    fc.constantFrom("user", "owner"),
    fc.option(hour),
    fc.option(hour),
    fc.option(fc.nat({ max: 1 }).map(idOf(4))),
  )
  .map(([door_id, subject, role, valid_from, valid_until, schedule_id]) => ({
    door_id,
    ...subject,
    role,
    valid_from,
    valid_until,
    schedule_id,
  }));
const belonging = fc
  .tuple(group, member, fc.option(fc.constant("H0101")))
  .map(([via_id, member_id, unit]) => ({ via_id, member_id, unit }));
const order = fc.record<OrderRow>({
  door_id: door,
  kind: fc.constantFrom("lockdown", "evacuation"),
  until: hour,
});
const everything: fc.Arbitrary<ControllerRows> = fc
  .tuple(
    fc.array(grant, { maxLength: 12 }),
    fc.array(belonging, { maxLength: 12 }),
    fc.uniqueArray(order, { selector: (row) => row.door_id, maxLength: 2 }),
    fc.uniqueArray(member),
  )
  .map(([grants, belonging, orders, extended]) => ({
    doors,
    areas,
    grants,
    belonging,
    credentials: [],
    members: [],
    extended,
    schedules,
    orders,
    year: 2027,
  }));

/** What the database gives for one member and one door: `readForMember`. */
function narrowed(rows: AccessRows, memberId: string, doorId: string): AccessRows {
  const mine = rows.belonging.filter((row) => row.member_id === memberId);
  const groups = new Set(mine.map((row) => row.via_id));
  const isMine = (row: GrantRow) =>
    row.member_id === memberId || (row.via_id !== null && groups.has(row.via_id));
  return {
    doors: doors.filter((each) => each.id === doorId),
    grants: rows.grants.filter((row) => row.door_id === doorId && isMine(row)),
    belonging: mine,
    credentials: [],
    schedules: rows.schedules,
    orders: rows.orders.filter((row) => row.door_id === doorId),
    year: rows.year,
    members: [memberId],
  };
}

test("the cloud decides on one person's rows as the door does on its whole list", () => {
  fc.assert(
    fc.property(everything, member, door, hour, (rows, memberId, doorId, at) => {
      const question = { person: memberId, door: doorId, atMs: at.getTime() };
      const atDoor = decide(compile(toList(rows)), question);
      const inCloud = decideFor(narrowed(rows, memberId, doorId), memberId, doorId, at);
      assert.equal(inCloud.allowed, atDoor.allowed);
      const known = atDoor.reason === "unknown-person" ? "no-grant" : atDoor.reason;
      assert.equal(inCloud.reason, known);
    }),
  );
});

test("the same rows in another order, or twice, are the same list", () => {
  fc.assert(
    fc.property(everything, (rows) => {
      const turned = {
        ...rows,
        doors: rows.doors.toReversed(),
        grants: [...rows.grants.toReversed(), ...rows.grants],
        belonging: [...rows.belonging, ...rows.belonging.toReversed()],
        schedules: rows.schedules.toReversed(),
      };
      assert.deepEqual(toContent(turned), toContent(rows));
    }),
  );
});
