import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { z } from "zod";
import * as identity from "./columns.ts";
import { codeSent, email, phone, organisationNumber, returnTo } from "./words.ts";

export const signInOptions = route({
  id: "identity.signInOptions",
  method: "GET",
  path: "/api/v1/sign-in",
  activity: "identity.sign-in",
  who: "anyone",
  summary: "The ways to sign in here; whether this is a demo.",
  response: plain(
    "How this installation is set up.",
    z.object({
      eidName: z.string(),
      /** Are codes by SMS offered? */
      sms: z.boolean(),
      /** Can codes be sent at this moment? Not without a supplier with an agreement in force. */
      emailNow: z.boolean(),
      smsNow: z.boolean(),
      demo: z.boolean(),
    }),
  ),
});

export const startEid = route({
  id: "identity.startEid",
  method: "POST",
  path: "/api/v1/sign-in/eid",
  activity: "identity.sign-in",
  who: "anyone",
  summary: "Begin sign-in with an eID; the answer says where to send the browser.",
  body: z.strictObject({ returnTo, testPerson: z.string().max(60).optional() }),
  response: z.object({
    /** Of the eID, with state, nonce and challenge for this one sign-in. */
    location: identity.pendingSignIns(["id", "nonce", "code_verifier"], z.string()),
  }),
});

export const finishEid = route({
  id: "identity.finishEid",
  method: "GET",
  path: "/api/v1/sign-in/eid/callback",
  activity: "identity.sign-in",
  who: "anyone",
  summary:
    "Where the eID sends the browser back to: redirects to where one came from, or to /sign-in?problem=CODE.",
  query: z.looseObject({}),
  raw: { status: 303 },
});

export const requestEmailCode = route({
  id: "identity.requestEmailCode",
  method: "POST",
  path: "/api/v1/sign-in/email",
  activity: "identity.sign-in",
  who: "anyone",
  summary:
    "Ask for a one-time code by e-mail. The answer is the same whether the address is known.",
  body: z.strictObject({ email }),
  response: codeSent,
  status: 202,
});

export const requestSmsCode = route({
  id: "identity.requestSmsCode",
  method: "POST",
  path: "/api/v1/sign-in/sms",
  activity: "identity.sign-in",
  who: "anyone",
  summary:
    "Ask for a one-time code by SMS with telephone number and the employer's organisation number.",
  body: z.strictObject({ phone, organisationNumber }),
  response: codeSent,
  status: 202,
});

export const verifyCode = route({
  id: "identity.verifyCode",
  method: "POST",
  path: "/api/v1/sign-in/code",
  activity: "identity.sign-in",
  who: "anyone",
  summary: "Sign in with a one-time code.",
  body: z.strictObject({
    code: z.uuid(),
    digits: z
      .string()
      .trim()
      .regex(/^\d{6}$/),
  }),
});

export const startPasskeySignIn = route({
  id: "identity.startPasskeySignIn",
  method: "POST",
  path: "/api/v1/sign-in/passkey/options",
  activity: "identity.sign-in",
  who: "anyone",
  summary: "WebAuthn request options (W3C WebAuthn Level 3) for signing in with a passkey.",
  body: z.strictObject({}),
  response: z.record(z.string(), identity.pendingSignIns("challenge", z.unknown())),
});

export const finishPasskeySignIn = route({
  id: "identity.finishPasskeySignIn",
  method: "POST",
  path: "/api/v1/sign-in/passkey",
  activity: "identity.sign-in",
  who: "anyone",
  summary: "Sign in with the browser's answer to the passkey options.",
  body: z.strictObject({ response: z.record(z.string(), z.unknown()) }),
});

export const signOut = route({
  id: "identity.signOut",
  method: "POST",
  path: "/api/v1/sign-out",
  activity: "identity.sign-in",
  who: "anyone",
  summary: "End this session.",
  body: z.strictObject({}),
});
