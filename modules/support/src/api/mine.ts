import { route } from "@terskel/platform/contract";
import { pageOf, pageQuery } from "@terskel/platform/page";
import * as words from "./words.ts";

const base = "/api/v1/organisations/:organisation/me/cases" as const;
const own = { activity: "support.ask", who: "member" } as const;

export const myCases = route({
  ...own,
  id: "support.myCases",
  method: "GET",
  path: base,
  summary: "The caller's own support cases in the organisation, the newest first.",
  params: words.inOrganisation,
  query: pageQuery,
  response: pageOf(words.ownCase),
});

export const myCase = route({
  ...own,
  id: "support.myCase",
  method: "GET",
  path: `${base}/:case`,
  summary: "One of the caller's own cases with its messages, the oldest first.",
  params: words.ofCase,
  response: words.ownCaseInFull,
});

export const ask = route({
  ...own,
  id: "support.ask",
  method: "POST",
  path: base,
  summary: "Open a case. Sent twice with the same ids, it opens one.",
  params: words.inOrganisation,
  body: words.newCase,
  status: 201,
  response: words.opened,
});

export const write = route({
  ...own,
  id: "support.write",
  method: "POST",
  path: `${base}/:case/messages`,
  summary:
    "Write in one's own case; a closed one opens again. Sent twice with the same id, it is written once.",
  params: words.ofCase,
  body: words.newMessage,
});

export const closeMine = route({
  ...own,
  id: "support.closeMine",
  method: "POST",
  path: `${base}/:case/close`,
  summary: "Close one's own case. Safe to repeat.",
  params: words.ofCase,
});
