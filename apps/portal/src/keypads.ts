import { keypadDoors, type myCodes } from "@terskel/access/api/keypads";
import { useQueries } from "@tanstack/react-query";
import { useMe, type Membership } from "./me.ts";
import { all, type Item } from "./queries.ts";

export type KeypadDoor = Item<typeof keypadDoors>;
export type Code = Item<typeof myCodes>;
export type KeypadsOf = { readonly membership: Membership; readonly doors: readonly KeypadDoor[] };

/** The organisations in which the person has doors with a keypad, with these. */
export function useKeypads() {
  const { memberships } = useMe();
  return useQueries({
    queries: memberships.map(({ organisation }) => ({
      ...all(keypadDoors, { params: { organisation: organisation.id } }),
      staleTime: 60_000,
    })),
    combine: (results) => ({
      pending: results.some((result) => result.isPending),
      error: results.find((result) => result.error)?.error ?? undefined,
      retry: () => results.forEach((result) => void result.refetch()),
      byOrganisation: memberships
        .map<KeypadsOf>((membership, index) => ({ membership, doors: results[index]?.data ?? [] }))
        .filter(({ doors }) => doors.length > 0),
    }),
  });
}

/** What has become of a code, the first that applies. */
export function stateOf({ withdrawn, once, used, from, until }: Code, nowMs: number) {
  if (withdrawn) return "withdrawn";
  if (once && used) return "used";
  if (Date.parse(until) <= nowMs) return "ended";
  return Date.parse(from) > nowMs ? "later" : "inForce";
}
