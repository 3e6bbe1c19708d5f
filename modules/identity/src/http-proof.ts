import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as api from "./api/proof.ts";
import { callerOf } from "./caller.ts";
import type { Cookies } from "./cookies.ts";
import type { Eid } from "./eid.ts";
import { leaveForEid } from "./leave-for-eid.ts";
import { pendingMinutes } from "./limits.ts";
import type { IdentityPorts } from "./ports.ts";
import { finishPasskeyProof, startPasskeyProof } from "./proof.ts";

/** Proving anew who one is, in a session that there is (decision 0049). */
export function proofRoutes(ports: IdentityPorts, cookies: Cookies, eid: Eid): Route[] {
  return [
    handle(api.startPasskeyProof, async ({ session, http }) => {
      const { ip } = callerOf(http.request);
      const { options, pending } = await startPasskeyProof(ports, session, ip);
      cookies.set(http.reply, "terskel_passkey", pending, pendingMinutes * 60);
      return { ...options };
    }),
    handle(api.finishPasskeyProof, async ({ session, body: { response }, http }) => {
      const pending = cookies.read(http.request, "terskel_passkey");
      cookies.clear(http.reply, "terskel_passkey");
      const { ip } = callerOf(http.request);
      await finishPasskeyProof(ports, session, { response, pending, ip });
    }),
    handle(
      api.startEidProof,
      async ({ session, body, http }) =>
        await leaveForEid({ ports, cookies, eid, http }, { ...body, session, proves: session }),
    ),
  ];
}
