import { randomUUID } from "node:crypto";
import type { createCaller } from "@terskel/platform/http";

/** Calls the product's routes from within, while the demo is made. */
export type Caller = ReturnType<typeof createCaller>;

/** The operator's staff who calls the routes while the demo is made. */
export const operatorSession = {
  id: randomUUID(),
  startedAt: new Date(),
  person: randomUUID(),
  memberships: [
    {
      id: randomUUID(),
      organisation: randomUUID(),
      role: "administrator",
      privacyOfficer: false,
      isOperator: true,
    },
  ],
} as const;

/** The session of an organisation's administrator. */
export const administratorSession = (organisation: string, member: string) =>
  ({
    id: randomUUID(),
    startedAt: new Date(),
    person: randomUUID(),
    memberships: [
      {
        id: member,
        organisation,
        role: "administrator",
        privacyOfficer: false,
        isOperator: false,
      },
    ],
  }) as const;
