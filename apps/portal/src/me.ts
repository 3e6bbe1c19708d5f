import { me } from "@terskel/identity/api/me";
import type { Received } from "@terskel/platform/contract";
import { useSuspenseQuery } from "@tanstack/react-query";
import { read } from "./queries.ts";

export type Me = Received<typeof me>;
export type Membership = Me["memberships"][number];

export const meQuery = { ...read(me, {}), staleTime: 60_000 };

/** The signed-in person; only below the signed-in part of the router, which has read it already. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** The operator's own administrators run the installation. */
export function isOperator(person: Me): boolean {
  return person.memberships.some(
    (membership) => membership.isOperator && membership.role === "administrator",
  );
}

/** The operator's staff see nothing before they have signed the confidentiality declaration. */
export const mustSign = (person: Me): boolean =>
  person.memberships.some((membership) => membership.mustSign);
