import type { Way } from "./ways.ts";

export type SignInSearch = {
  returnTo?: string;
  /** Why the eID sign-in came back without a person: a problem's code. */
  problem?: string;
  way?: Way;
  email?: string;
  phone?: string;
  organisationNumber?: string;
};

/** The sign-in page's query; what is not understood is left out. */
export function signInSearch(search: Record<string, unknown>): SignInSearch {
  const found: SignInSearch = {};
  for (const name of ["returnTo", "problem", "email", "phone", "organisationNumber"] as const) {
    const value = search[name];
    if (typeof value === "string" || typeof value === "number") found[name] = String(value);
  }
  if (search["way"] === "email" || search["way"] === "sms") found.way = search["way"];
  return found;
}
