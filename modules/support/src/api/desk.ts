import { route } from "@terskel/platform/contract";
import { pageOf } from "@terskel/platform/page";
import { z } from "zod";
import * as words from "./words.ts";

const base = "/api/v1/organisations/:organisation/cases" as const;
const desk = { activity: "support.handle", who: "administrator" } as const;

export const cases = route({
  ...desk,
  id: "support.cases",
  method: "GET",
  path: base,
  summary:
    "The organisation's support cases in one state: those that wait, the longest waiting first; closed ones, the newest first.",
  params: words.inOrganisation,
  query: words.caseQuery,
  response: pageOf(words.deskCase),
});

export const oneCase = route({
  ...desk,
  id: "support.case",
  method: "GET",
  path: `${base}/:case`,
  summary: "A case with its messages, the oldest first.",
  params: words.ofCase,
  response: words.deskCaseInFull,
});

export const addCase = route({
  ...desk,
  id: "support.addCase",
  method: "POST",
  path: base,
  summary:
    "Open a case for a person who called or came by, with what they told. Sent twice with the same ids, it opens one.",
  params: words.inOrganisation,
  body: words.newCase.extend({ person: z.uuid(), told: words.told }),
  status: 201,
  response: words.opened,
});

export const answer = route({
  ...desk,
  id: "support.answer",
  method: "POST",
  path: `${base}/:case/messages`,
  summary: "Answer in a case. Sent twice with the same id, it is written once.",
  params: words.ofCase,
  body: words.newMessage,
});

export const take = route({
  ...desk,
  id: "support.take",
  method: "PUT",
  path: `${base}/:case/taken`,
  summary: "Take a case, also from whoever has it, or let it go.",
  params: words.ofCase,
  body: words.taking,
});

export const close = route({
  ...desk,
  id: "support.close",
  method: "POST",
  path: `${base}/:case/close`,
  summary: "Close a case. Safe to repeat.",
  params: words.ofCase,
});
