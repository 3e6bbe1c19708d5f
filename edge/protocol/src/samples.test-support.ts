import type { AccessList } from "./access-list.ts";
import type { Command } from "./command.ts";

export const CONTROLLER = "0198c0de-0000-7000-8000-000000000001";
export const OTHER_CONTROLLER = "0198c0de-0000-7000-8000-000000000002";
export const DOOR = "0198c0de-0000-7000-8000-00000000000d";
export const PERSON = "0198c0de-0000-7000-8000-00000000000a";

export const COMMAND: Command = {
  id: "0198c0de-0000-7000-8000-0000000000c0",
  controller: CONTROLLER,
  door: DOOR,
  action: "open",
  person: PERSON,
  issuedAt: "2026-03-02T08:00:00.000Z",
  expiresAt: "2026-03-02T08:00:05.000Z",
};

export const LIST: AccessList = {
  controller: CONTROLLER,
  revision: 1,
  issuedAt: "2026-03-02T08:00:00.000Z",
  doors: [
    {
      id: DOOR,
      name: "Main entrance",
      output: 1,
      openSeconds: 5,
      grants: [{ subject: 1, schedule: 0 }],
    },
  ],
  persons: [{ id: PERSON, subjects: [1] }],
  credentials: [{ hash: "a".repeat(43), kind: "card", person: 0 }],
  schedules: [],
  clocks: [],
};
