import { everyColumn, plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { z } from "zod";
import { oneRequest } from "./requests.ts";

export const requestHandover = route({
  id: "kernel.requestHandover",
  method: "GET",
  path: "/api/v1/privacy/requests/:request/handover",
  activity: "kernel.answer-rights",
  who: "person",
  summary:
    "What a request for portability of the account brought, signed for another installation (schema `handover-1`); for whoever signed in just now.",
  params: oneRequest,
  file: { media: ["application/json"], shows: everyColumn(z.unknown()) },
});

export const installation = route({
  id: "kernel.installation",
  method: "GET",
  path: "/api/v1/privacy/installation",
  activity: "kernel.publish-declarations",
  who: "anyone",
  summary:
    "Who signs this installation's hand-over files, and with which public key (JWK, RFC 8037).",
  response: plain(
    "How this installation signs.",
    z.object({
      /** Its public origin. */
      installation: z.url(),
      keys: z.array(
        z.object({
          kty: z.literal("OKP"),
          crv: z.literal("Ed25519"),
          x: z.string(),
          kid: z.string(),
          use: z.literal("sig"),
          alg: z.literal("EdDSA"),
        }),
      ),
      /** What another installation writes in its `TERSKEL_TRUSTED_INSTALLATIONS` to take these files. */
      trustedAs: z.string(),
    }),
  ),
});
