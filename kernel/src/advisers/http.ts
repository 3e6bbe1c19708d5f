import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import type { Job } from "@terskel/platform/jobs";
import * as advice from "../api/advice.ts";
import * as desk from "../api/advisers.ts";
import type { PrivacyPorts } from "../requests/ports.ts";
import { addAdviser, endAdviser, listAdvisers, listPurposes } from "./desk.ts";
import { adviserInvitation } from "./letters.ts";
import { listOwn, readOwn, signOwn } from "./own.ts";
import { listAdvised, openAdvised } from "./read.ts";

/** Advisers: invited and ended at the privacy desk, and what they may look at until then. */
export const adviserRoutes = (ports: PrivacyPorts): Route[] => [
  handle(desk.purposes, async ({ context }) => await listPurposes(ports, context)),
  handle(desk.advisers, async ({ context, query }) => await listAdvisers(ports, context, query)),
  handle(desk.addAdviser, async ({ context, body }) => await addAdviser(ports, context, body)),
  handle(desk.endAdviser, async ({ context, params }) => {
    await endAdviser(ports, context, params.adviser);
  }),
  handle(advice.advice, async ({ session, query }) => await listOwn(ports, session.person, query)),
  handle(
    advice.oneAdvice,
    async ({ session, params }) => await readOwn(ports, session.person, params.adviser),
  ),
  handle(advice.signAdvice, async ({ session, params, body }) => {
    await signOwn(ports, session.person, { adviser: params.adviser, version: body.version });
  }),
  handle(
    advice.advisedPersons,
    async ({ session, params, query }) =>
      await listAdvised(ports, { person: session.person, adviser: params.adviser }, query),
  ),
  handle(advice.openAdvised, async ({ session, params, query }) => {
    const who = { person: session.person, adviser: params.adviser, member: params.person };
    return await openAdvised(ports, who, query);
  }),
];

export const adviserJobs = (ports: PrivacyPorts): readonly Job[] => [adviserInvitation(ports)];
