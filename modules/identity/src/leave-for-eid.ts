import type { Input } from "@terskel/platform/http";
import type { Contract } from "@terskel/platform/contract";
import { problem } from "@terskel/platform/problems";
import { callerOf } from "./caller.ts";
import type { Cookies } from "./cookies.ts";
import type { Eid } from "./eid.ts";
import { pendingMinutes, returnMinutes } from "./limits.ts";
import type { IdentityPorts } from "./ports.ts";

type Parts = {
  readonly ports: IdentityPorts;
  readonly cookies: Cookies;
  readonly eid: Eid;
  readonly http: Input<Contract>["http"];
};
type Wish = {
  readonly returnTo?: string | undefined;
  readonly testPerson?: string | undefined;
  readonly session: Input<Contract>["session"] | undefined;
  /** To prove anew who they are, not to sign in. */
  readonly proves?: Input<Contract>["session"];
};

/** Where to send the browser; what ties the answer to it, and where it goes on to, is in its cookies. */
export async function leaveForEid({ ports, cookies, eid, http }: Parts, wish: Wish) {
  const { returnTo, testPerson, session, proves } = wish;
  if (testPerson !== undefined && !ports.demo) {
    const errors = [{ path: "body.testPerson", code: "unrecognized_keys" }];
    throw problem("malformed-request", { errors });
  }
  const { location, pending } = await eid.start({
    caller: callerOf(http.request),
    person: session?.person,
    testPerson,
    ...(proves ? { proves } : {}),
  });
  cookies.set(http.reply, "terskel_eid", pending, pendingMinutes * 60);
  if (returnTo === undefined) cookies.clear(http.reply, "terskel_return");
  else cookies.set(http.reply, "terskel_return", returnTo, returnMinutes * 60);
  return { location };
}
