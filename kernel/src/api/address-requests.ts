import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { z } from "zod";
import * as kernel from "./columns.ts";
import { copy, instant, wish } from "./requests.ts";

const common = { activity: "kernel.answer-rights", who: "anyone", method: "POST" } as const;
const given = {
  code: z.uuid(),
  digits: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
};

export const requestAddressCode = route({
  ...common,
  id: "kernel.requestAddressCode",
  path: "/api/v1/privacy/address/code",
  summary:
    "Prove an e-mail address without an account: a code is mailed to it. The same answer whether the address is known or not.",
  body: z.strictObject({ email: z.email().max(254).toLowerCase() }),
  status: 202,
  response: z.object({
    code: plain("The number of a code under way, made for whoever asks.", z.uuid()),
    expiresAt: plain("When it ends: so many minutes from now.", instant),
  }),
});

export const addressFile = route({
  ...common,
  id: "kernel.addressFile",
  path: "/api/v1/privacy/address/file",
  summary: "The copy that was asked for by a proven address, for a new code, until `fileUntil`.",
  body: z.strictObject({ ...given, request: z.uuid() }),
  file: copy,
});

export const makeAddressRequest = route({
  ...common,
  id: "kernel.makeAddressRequest",
  path: "/api/v1/privacy/address/requests",
  summary:
    "Make a request for a proven address, at each organisation that has stored it; an empty list says that none has.",
  body: z.strictObject({ ...given, wish }),
  status: 201,
  response: z.object({
    requests: z.array(
      z.object({
        number: kernel.requests("number", z.number().int()),
        organisation: kernel.organisations("name", z.string()),
        dueAt: kernel.requests("due_at", instant),
      }),
    ),
  }),
});
