import assert from "node:assert/strict";
import { test } from "node:test";
import { csvLine } from "./log-csv.ts";
import type { LogRow } from "./passages.ts";

const passageAt = (at: string, time_zone: string): LogRow => ({
  id: "0190b6a0-0000-7000-8000-000000000001",
  at: new Date(at),
  received_at: new Date(at),
  door_id: "0190b6a0-0000-7000-8000-000000000002",
  door_name: "Port",
  site_name: "Storgata 1",
  time_zone,
  expires_at: new Date(at),
  member_id: null,
  member_name: null,
  credential: "card",
  outcome: "opened",
  reason: "granted",
  access_point: null,
  lost_since: null,
  lost_opened: null,
  lost_refused: null,
});

test("a time is that of the clock at the door, and tells the two hours apart in which it goes back", () => {
  const cells = (at: string, zone: string) =>
    csvLine(passageAt(at, zone), "nb").split(";").slice(0, 2);
  assert.deepEqual(
    [
      cells("2026-10-25T00:30:00.999Z", "Europe/Oslo"),
      cells("2026-10-25T01:30:00Z", "Europe/Oslo"),
      cells("2026-10-25T01:30:00Z", "Europe/Helsinki"),
      cells("2026-12-31T23:30:00Z", "Europe/Stockholm"),
    ],
    [
      ["2026-10-25 02:30:00", "UTC+02:00"],
      ["2026-10-25 02:30:00", "UTC+01:00"],
      ["2026-10-25 03:30:00", "UTC+02:00"],
      ["2027-01-01 00:30:00", "UTC+01:00"],
    ],
  );
});
