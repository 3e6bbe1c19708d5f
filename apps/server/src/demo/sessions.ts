import { randomUUID } from "node:crypto";
import type { createCaller } from "@terskel/platform/http";

/** Calls the product's routes from within, while the demo is made. */
export type Caller = ReturnType<typeof createCaller>;

/** The session of staff of the operator. */
export const operatorOf = (organisation: string) =>
  ({
    id: randomUUID(),
    startedAt: new Date(),
    person: randomUUID(),
    memberships: [
      {
        id: randomUUID(),
        organisation,
        role: "administrator",
        privacyOfficer: false,
        isOperator: true,
        hasSigned: true,
      },
    ],
  }) as const;

/** Who calls the routes before there is an operator. */
export const operatorSession = operatorOf(randomUUID());

/** The session of an organisation's administrator. */
export const administratorSession = (organisation: string, member: string) =>
  sessionOf(organisation, member, "administrator");

/** The session of somebody who administers nothing. */
export const memberSession = (organisation: string, member: string) =>
  sessionOf(organisation, member, "member");

const sessionOf = (organisation: string, member: string, role: "administrator" | "member") =>
  ({
    id: randomUUID(),
    startedAt: new Date(),
    person: randomUUID(),
    memberships: [
      {
        id: member,
        organisation,
        role,
        privacyOfficer: false,
        isOperator: false,
      },
    ],
  }) as const;
