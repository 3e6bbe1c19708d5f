import { handle } from "@terskel/platform/http";
import type { Input, Route } from "@terskel/platform/http";
import type { Contract } from "@terskel/platform/contract";
import { Problem } from "@terskel/platform/problems";
import * as api from "./api/sign-in.ts";
import { returnTo } from "./api/words.ts";
import { callerOf } from "./caller.ts";
import { requestEmailCode, requestSmsCode, signInByCode } from "./code-sign-in.ts";
import { canSend } from "./codes.ts";
import type { Cookies } from "./cookies.ts";
import type { Eid } from "./eid.ts";
import { leaveForEid } from "./leave-for-eid.ts";
import { pendingMinutes, sessionDays } from "./limits.ts";
import { finishPasskeySignIn, startPasskeySignIn } from "./passkey-sign-in.ts";
import type { IdentityPorts } from "./ports.ts";
import { returnAddress, signInAddress, stayAddress } from "./return-to.ts";
import { endSession } from "./sessions.ts";
import type { Tx } from "./tx.ts";

/** Signing in and out. */
export function signInRoutes(ports: IdentityPorts, cookies: Cookies, eid: Eid): Route[] {
  const { config } = ports;
  const sessionToken = ({ http }: Input<Contract>) => cookies.read(http.request, "terskel_session");
  const signedIn = ({ http }: Input<Contract>, token: string) => {
    cookies.set(http.reply, "terskel_session", token, sessionDays * 24 * 60 * 60);
    // Whatever the way in was, nobody has to be brought back to where they were going any more.
    cookies.clear(http.reply, "terskel_return");
  };

  return [
    handle(api.signInOptions, async () => ({
      eidName: config.OIDC_NAME,
      sms: ports.sendSms !== undefined,
      emailNow: await canSend(ports, "email"),
      smsNow: await canSend(ports, "sms"),
      demo: ports.demo !== undefined,
    })),

    handle(
      api.startEid,
      async ({ http, session, body }) =>
        await leaveForEid({ ports, cookies, eid, http }, { ...body, session }),
    ),

    handle(api.finishEid, async (input) => {
      const { request, reply } = input.http;
      const pending = cookies.read(request, "terskel_eid");
      const place = returnTo.safeParse(cookies.read(request, "terskel_return")).data;
      try {
        const token = await eid.finish({
          caller: callerOf(request),
          answer: new URL(request.url, config.publicUrl).searchParams,
          pending,
          session: input.session,
          token: sessionToken(input),
        });
        cookies.clear(reply, "terskel_eid");
        if (token === undefined) cookies.clear(reply, "terskel_return");
        else signedIn(input, token);
        await reply.redirect(returnAddress(place, config.publicUrl), 303);
      } catch (error) {
        // A browser stands here, not a program: it is shown the reason, on the sign-in page or where it was.
        const code = error instanceof Problem ? error.code : "internal-error";
        if (code === "internal-error") ports.log.error({ err: error }, "eID sign-in failed");
        const addressOf = input.session ? stayAddress : signInAddress;
        await reply.redirect(addressOf(code, place, config.publicUrl), 303);
      }
    }),

    handle(
      api.requestEmailCode,
      async ({ http, body, language }) =>
        await requestEmailCode(ports, body.email, { caller: callerOf(http.request), language }),
    ),
    handle(
      api.requestSmsCode,
      async ({ http, body, language }) =>
        await requestSmsCode(ports, body, { caller: callerOf(http.request), language }),
    ),
    handle(api.verifyCode, async (input) => {
      const from = { caller: callerOf(input.http.request), session: sessionToken(input) };
      signedIn(input, await signInByCode(ports, input.body, from));
    }),

    handle(api.startPasskeySignIn, async ({ http }) => {
      const { options, pending } = await startPasskeySignIn(ports, callerOf(http.request));
      cookies.set(http.reply, "terskel_passkey", pending, pendingMinutes * 60);
      return { ...options };
    }),
    handle(api.finishPasskeySignIn, async (input) => {
      const { request, reply } = input.http;
      const pending = cookies.read(request, "terskel_passkey");
      cookies.clear(reply, "terskel_passkey");
      const from = { caller: callerOf(request), session: sessionToken(input) };
      const given = { response: input.body.response, pending };
      signedIn(input, await finishPasskeySignIn(ports, given, from));
    }),

    handle(api.signOut, async (input) => {
      await ports.withContext(input.context, async (tx: Tx) => {
        await endSession(tx, sessionToken(input));
      });
      cookies.clear(input.http.reply, "terskel_session");
    }),
  ];
}
