import { declareTable } from "@terskel/kernel";
import type { Controllers, Doors } from "../tables.ts";

const keep = { kind: "while", lives: "agreement" } as const;

export const placeTables = [
  declareTable<Controllers>()({
    table: "access.controllers",
    noPersonalData: "A box on a wall. When it was last heard from says nothing about a person.",
    columns: {
      id: ["technical"],
      organisation_id: ["technical"],
      site_id: ["technical"],
      name: ["technical"],
      token_generation: ["technical"],
      list_revision: ["technical"],
      list_hash: ["technical"],
      list_reported: ["technical"],
      list_read_at: ["technical"],
      list_known_at: ["technical"],
      confirmed_at: ["technical"],
      list_problem: ["technical"],
      online: ["technical"],
      last_seen_at: ["technical"],
      created_at: ["technical"],
    },
    keep,
    erase: { kind: "nothing" },
  }),
  declareTable<Doors>()({
    table: "access.doors",
    noPersonalData: "A door that many use; who used it is in access.passages only.",
    columns: {
      id: ["technical"],
      organisation_id: ["technical"],
      site_id: ["technical"],
      controller_id: ["technical"],
      name: ["technical"],
      open_seconds: ["technical"],
      log_days: ["technical"],
      log_mode: ["technical"],
      log_purpose: ["technical"],
      lock: ["technical"],
      lock_at: ["technical"],
      position: ["technical"],
      moved_at: ["technical"],
      held_after_seconds: ["technical"],
      alone_hours: ["technical"],
      keypad: ["technical"],
      unlock_schedule_id: ["technical"],
      unlock_first_person: ["technical"],
      kept_locked_until: ["technical"],
      created_at: ["technical"],
      output: ["technical"],
    },
    keep,
    erase: { kind: "nothing" },
  }),
];
