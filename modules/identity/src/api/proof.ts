import { route } from "@terskel/platform/contract";
import { z } from "zod";
import * as identity from "./columns.ts";
import { returnTo } from "./words.ts";

const base = "/api/v1/me/proof" as const;
const shared = { method: "POST", activity: "identity.sign-in", who: "person" } as const;

export const startPasskeyProof = route({
  ...shared,
  id: "identity.startPasskeyProof",
  path: `${base}/passkey/options`,
  summary:
    "WebAuthn request options for proving, with one of one's own passkeys, who one is: for what asks for it anew.",
  body: z.strictObject({}),
  response: z.record(
    z.string(),
    identity.pendingSignIns("challenge", identity.passkeys(["id", "transports"], z.unknown())),
  ),
});

export const finishPasskeyProof = route({
  ...shared,
  id: "identity.finishPasskeyProof",
  path: `${base}/passkey`,
  summary: "The browser's answer: this session is proven for two minutes.",
  body: z.strictObject({ response: z.record(z.string(), z.unknown()) }),
});

export const startEidProof = route({
  ...shared,
  id: "identity.startEidProof",
  path: `${base}/eid`,
  summary:
    "Begin proving who one is with one's own eID, which asks anew; the answer says where to send the browser. It comes back by the sign-in's callback.",
  body: z.strictObject({ returnTo, testPerson: z.string().max(60).optional() }),
  response: z.object({
    location: identity.pendingSignIns(["id", "nonce", "code_verifier"], z.string()),
  }),
});
