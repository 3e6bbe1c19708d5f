import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as api from "./api/me.ts";
import * as sessionsApi from "./api/sessions.ts";
import type { Cookies } from "./cookies.ts";
import { correctMe, readMe } from "./me.ts";
import type { IdentityPorts } from "./ports.ts";
import { listSessions, revokeSession } from "./sessions.ts";
import type { Tx } from "./tx.ts";

/** My profile: one's own details, picture, sessions and passkeys. */
export function meRoutes(ports: IdentityPorts, cookies: Cookies): Route[] {
  const { withContext, now } = ports;
  return [
    handle(
      api.me,
      async ({ context, session }) =>
        await withContext(context, async (tx: Tx) => await readMe(tx, session.person)),
    ),
    handle(api.correctMe, async ({ context, session, body }) => {
      await withContext(context, async (tx: Tx) => await correctMe(tx, session.person, body));
    }),
    handle(
      sessionsApi.sessions,
      async ({ context, session, query }) =>
        await withContext(
          context,
          async (tx: Tx) => await listSessions(tx, session.person, query, session.id, now()),
        ),
    ),
    handle(sessionsApi.revokeSession, async ({ context, session, params, http }) => {
      await withContext(context, async (tx: Tx) => {
        await revokeSession(tx, session.person, params.session);
      });
      if (params.session === session.id) cookies.clear(http.reply, "terskel_session");
    }),
  ];
}
