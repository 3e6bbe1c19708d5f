import { requireFresh } from "@terskel/kernel";
import { handle } from "@terskel/platform/http";
import type { Route } from "@terskel/platform/http";
import * as api from "./api/me.ts";
import * as sessionsApi from "./api/sessions.ts";
import { callerOf } from "./caller.ts";
import { confirmContactChange, requestContactChange } from "./contact.ts";
import type { Cookies } from "./cookies.ts";
import { pendingMinutes } from "./limits.ts";
import { correctMe, readMe } from "./me.ts";
import { addPasskey, startPasskey } from "./new-passkey.ts";
import { deletePasskey, listPasskeys } from "./passkeys.ts";
import { deletePicture, getPicture, putPicture, readPicture } from "./picture.ts";
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
        await withContext(context, async (tx: Tx) => await readMe(tx, session.person, now())),
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

    handle(api.requestContactChange, async ({ context, session, body, language, http }) => {
      // An address signs in, as a passkey does: a session that somebody has got hold of adds neither.
      requireFresh(ports, session);
      return await requestContactChange(ports, body, {
        context,
        person: session.person,
        language,
        ip: callerOf(http.request).ip,
      });
    }),
    handle(api.confirmContactChange, async ({ context, session, body, http }) => {
      const { ip } = callerOf(http.request);
      await confirmContactChange(ports, body, { context, person: session.person, ip });
    }),

    handle(api.putPicture, async ({ context, session, body }) => {
      const image = await readPicture(body.image);
      await withContext(context, async (tx: Tx) => {
        await putPicture(tx, session.person, image, now());
      });
    }),
    handle(api.getPicture, async ({ context, session, http }) => {
      const image = await withContext(
        context,
        async (tx: Tx) => await getPicture(tx, session.person),
      );
      await http.reply.type("image/webp").send(image);
    }),
    handle(api.deletePicture, async ({ context, session }) => {
      await withContext(context, async (tx: Tx) => await deletePicture(tx, session.person));
    }),

    handle(
      sessionsApi.passkeys,
      async ({ context, session, query }) =>
        await withContext(context, async (tx: Tx) => await listPasskeys(tx, session.person, query)),
    ),
    handle(sessionsApi.startPasskey, async ({ context, session, http }) => {
      requireFresh(ports, session);
      const { options, pending } = await startPasskey(ports, context, session.person);
      cookies.set(http.reply, "terskel_passkey", pending, pendingMinutes * 60);
      return { ...options };
    }),
    handle(sessionsApi.addPasskey, async ({ context, session, body, http }) => {
      requireFresh(ports, session);
      const pending = cookies.read(http.request, "terskel_passkey");
      cookies.clear(http.reply, "terskel_passkey");
      return { id: await addPasskey(ports, context, session.person, { ...body, pending }) };
    }),
    handle(sessionsApi.deletePasskey, async ({ context, session, params }) => {
      await withContext(context, async (tx: Tx) => {
        await deletePasskey(tx, session.person, params.passkey);
      });
    }),
  ];
}
