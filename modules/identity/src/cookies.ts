import { text } from "@terskel/kernel";
import type { Stored } from "@terskel/kernel";
import { createCookies as create } from "@terskel/platform/http";
import { pendingMinutes, returnMinutes, sessionDays } from "./limits.ts";

const cookie = { where: "cookie", category: "necessary" } as const;
const underWay = {
  ...cookie,
  purpose: text(
    "Knytter en påbegynt innlogging til denne nettleseren.",
    "Knyter en påbörjad inloggning till den här webbläsaren.",
    "Ties a sign-in under way to this browser.",
  ),
  lasts: pendingMinutes * 60,
} as const;

/**
 * The cookies this module sets: the session, what ties a sign-in under way to its browser, and where
 * the browser wants to go on to.
 */
export const stored = [
  {
    ...cookie,
    name: "terskel_session",
    purpose: text("Holder deg innlogget.", "Håller dig inloggad.", "Keeps you signed in."),
    lasts: sessionDays * 24 * 60 * 60,
  },
  { ...underWay, name: "terskel_eid" },
  { ...underWay, name: "terskel_passkey" },
  {
    ...cookie,
    name: "terskel_return",
    purpose: text(
      "Husker siden du skulle til da du måtte logge inn.",
      "Kommer ihåg sidan du var på väg till när du fick logga in.",
      "Remembers the page you were on your way to when you had to sign in.",
    ),
    lasts: returnMinutes * 60,
  },
] as const satisfies readonly Stored[];

export const createCookies = (publicUrl: URL) => create<(typeof stored)[number]["name"]>(publicUrl);

export type Cookies = ReturnType<typeof createCookies>;
