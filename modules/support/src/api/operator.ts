import { route } from "@terskel/platform/contract";
import { pageOf } from "@terskel/platform/page";
import * as words from "./words.ts";

const base = "/api/v1/operator/organisations/:organisation/cases" as const;
const onBehalf = { activity: "support.handle", who: "operator" } as const;

export const allCases = route({
  ...onBehalf,
  id: "support.allCases",
  method: "GET",
  path: "/api/v1/operator/cases",
  summary:
    "The support cases of all organisations in one state, the longest waiting first: which, and nothing of what is in them.",
  query: words.caseQuery,
  response: pageOf(words.queuedCase),
});

export const openCase = route({
  ...onBehalf,
  id: "support.openCase",
  method: "GET",
  path: `${base}/:case`,
  summary:
    "A case with its messages, opened on the organisation's behalf. The person can see that the operator has read it.",
  params: words.ofCase,
  response: words.deskCaseInFull,
});

export const answerOnBehalf = route({
  ...onBehalf,
  id: "support.answerOnBehalf",
  method: "POST",
  path: `${base}/:case/messages`,
  summary: "Answer in a case on the organisation's behalf. Sent twice, it is written once.",
  params: words.ofCase,
  body: words.newMessage,
});

export const takeOnBehalf = route({
  ...onBehalf,
  id: "support.takeOnBehalf",
  method: "PUT",
  path: `${base}/:case/taken`,
  summary: "Take a case on the organisation's behalf, or let it go.",
  params: words.ofCase,
  body: words.taking,
});

export const closeOnBehalf = route({
  ...onBehalf,
  id: "support.closeOnBehalf",
  method: "POST",
  path: `${base}/:case/close`,
  summary: "Close a case on the organisation's behalf. Safe to repeat.",
  params: words.ofCase,
});
