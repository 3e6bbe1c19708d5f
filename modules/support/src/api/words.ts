import * as kernel from "@terskel/kernel/api/columns";
import { oneLine } from "@terskel/platform/one-line";
import { pageQuery } from "@terskel/platform/page";
import { z } from "zod";
import * as support from "./columns.ts";

export const instant = z.iso.datetime({ offset: true });
/** Whose turn it is: the staff's, the person's, or nobody's any more. */
export const state = z.enum(["open", "waiting", "closed"]);
/** Who wrote a message: the person, their organisation's administrators, or the operator on its behalf. */
export const side = z.enum(["person", "organisation", "operator"]);
/** How a person told what the staff wrote down for them. */
export const told = z.enum(["telephone", "counter"]);

export const inOrganisation = z.strictObject({ organisation: z.uuid() });
export const ofCase = inOrganisation.extend({ case: z.uuid() });
export const caseQuery = pageQuery.extend({ state: state.default("open") });

/** So long may a message be, in characters. */
export const longestMessage = 4000;
const body = z.string().trim().min(1).max(longestMessage);

/** Its id is made by whoever writes it: sent twice, it is written once. */
export const newMessage = z.strictObject({ id: z.uuid(), body });

/** A case with its first message, each with an id of its sender's. */
export const newCase = z.strictObject({
  id: z.uuid(),
  message: z.uuid(),
  subject: oneLine(120),
  body,
});

/** By the caller, or by nobody. */
export const taking = z.strictObject({ by: z.enum(["me", "nobody"]) });

const place = {
  id: support.cases("id", z.uuid()),
  /** Counted in each organisation from 1. */
  number: support.cases("number", z.int()),
  state: support.cases("state", state),
  openedAt: support.cases("opened_at", instant),
  /** Since when it is in this state. */
  turnedAt: support.cases("turned_at", instant),
};

/** Which of the staff has taken it. */
const taken = z.object({
  by: support.assignments("member_id", z.enum(["organisation", "operator"])),
  /** Is it the caller? */
  mine: support.assignments("member_id", z.boolean()),
  /** Absent of the operator's staff. */
  name: kernel.memberships("name", z.string()).optional(),
});

/** A case in a person's own list. */
export const ownCase = z.object({ ...place, subject: support.cases("subject", z.string()) });

const person = z.object({
  id: kernel.memberships("id", z.uuid()),
  name: kernel.memberships("name", z.string()),
});

/** A case in the staff's list. */
export const deskCase = ownCase.extend({ person, taken: taken.optional() });

/** A case in the list of the operator's staff: whose it is and what it is about comes when they open it. */
export const queuedCase = z.object({
  ...place,
  organisation: z.object({
    id: kernel.organisations("id", z.uuid()),
    name: kernel.organisations("name", z.string()),
  }),
  taken: taken.pick({ mine: true }).optional(),
});

const messages = z.array(
  z.object({
    id: support.messages("id", z.uuid()),
    side: support.messages("side", side),
    /** The staff wrote it down for the person, who told it so. */
    told: support.messages("told", told).optional(),
    /** Which of the staff wrote it. Absent of the operator's, and of whoever has been erased. */
    author: kernel.memberships("name", z.string()).optional(),
    body: support.messages("body", z.string()),
    at: support.messages("at", instant),
  }),
);

export const ownCaseInFull = ownCase.extend({ messages });
export const deskCaseInFull = deskCase.extend({ messages });
export const opened = z.object({ number: support.cases("number", z.int()) });
