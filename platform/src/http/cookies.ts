import type { FastifyReply, FastifyRequest } from "fastify";

// @fastify/cookie declares these on fastify's own types, which it cannot reach in a linked install.
type WithCookies = { readonly cookies: Readonly<Record<string, string | undefined>> };
type SetsCookies = {
  setCookie(name: string, value: string, options: object): unknown;
  clearCookie(name: string, options: object): unknown;
};

const prefix = "__Host-";

/** The name by which a cookie is declared. */
export const declaredName = (name: string): string =>
  name.startsWith(prefix) ? name.slice(prefix.length) : name;

/**
 * Cookies of this installation: httpOnly, SameSite=Lax (the eID's answer is a navigation from its
 * site to ours), and under https Secure with the `__Host-` prefix, which keeps other hosts of the
 * domain from setting them (RFC 6265bis § 4.1.3.2).
 */
export function createCookies<Name extends string>(publicUrl: URL) {
  const secure = publicUrl.protocol === "https:";
  const nameOf = (name: Name) => (secure ? `${prefix}${name}` : name);
  const options = { path: "/", httpOnly: true, sameSite: "lax", secure } as const;
  return {
    read: (request: FastifyRequest, name: Name): string | undefined =>
      (request as FastifyRequest & WithCookies).cookies[nameOf(name)],
    set(reply: FastifyReply, name: Name, value: string, maxAgeSeconds: number) {
      (reply as FastifyReply & SetsCookies).setCookie(nameOf(name), value, {
        ...options,
        maxAge: maxAgeSeconds,
      });
    },
    clear(reply: FastifyReply, name: Name) {
      (reply as FastifyReply & SetsCookies).clearCookie(nameOf(name), options);
    },
  };
}
