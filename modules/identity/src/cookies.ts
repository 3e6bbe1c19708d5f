import type { Contract } from "@terskel/platform/contract";
import type { Authenticate, Input } from "@terskel/platform/http";

type Request = Parameters<Authenticate>[0];
type Reply = Input<Contract>["http"]["reply"];

// @fastify/cookie declares these on fastify's own types, which it cannot reach in a linked install.
type WithCookies = { readonly cookies: Readonly<Record<string, string | undefined>> };
type SetsCookies = {
  setCookie(name: string, value: string, options: object): unknown;
  clearCookie(name: string, options: object): unknown;
};

/**
 * The cookies this module sets: the session, what ties a sign-in under way to its browser, and where
 * the browser wants to go on to.
 */
export type CookieName = "terskel_session" | "terskel_eid" | "terskel_return" | "terskel_passkey";

/**
 * Cookies of this installation: httpOnly, SameSite=Lax (the eID's answer is a navigation from its
 * site to ours), and under https Secure with the `__Host-` prefix, which keeps other hosts of the
 * domain from setting them (RFC 6265bis § 4.1.3.2).
 */
export function createCookies(publicUrl: URL) {
  const secure = publicUrl.protocol === "https:";
  const nameOf = (name: CookieName) => (secure ? `__Host-${name}` : name);
  const options = { path: "/", httpOnly: true, sameSite: "lax", secure } as const;
  return {
    read: (request: Request, name: CookieName): string | undefined =>
      (request as Request & WithCookies).cookies[nameOf(name)],
    set(reply: Reply, name: CookieName, value: string, maxAgeSeconds: number) {
      (reply as Reply & SetsCookies).setCookie(nameOf(name), value, {
        ...options,
        maxAge: maxAgeSeconds,
      });
    },
    clear(reply: Reply, name: CookieName) {
      (reply as Reply & SetsCookies).clearCookie(nameOf(name), options);
    },
  };
}

export type Cookies = ReturnType<typeof createCookies>;
