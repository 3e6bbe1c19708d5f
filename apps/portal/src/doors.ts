import { myDoors } from "@terskel/access/api/passages";
import { useQueries } from "@tanstack/react-query";
import { useMe, type Membership } from "./me.ts";
import { all, type Item } from "./queries.ts";

export type MyDoor = Item<typeof myDoors>;
export type DoorsOf = { readonly membership: Membership; readonly doors: readonly MyDoor[] };

const pollMs = 30_000;

const myDoorsOf = (organisation: string) => ({
  ...all(myDoors, { params: { organisation } }),
  staleTime: 10_000,
  // The stream of events brings changes at once; this is for when it cannot.
  refetchInterval: pollMs,
});

/** The person's doors in every organisation they belong to. */
export function useMyDoors() {
  const { memberships } = useMe();
  return useQueries({
    queries: memberships.map(({ organisation }) => myDoorsOf(organisation.id)),
    combine: (results) => ({
      pending: results.some((result) => result.isPending),
      error: results.find((result) => result.error)?.error ?? undefined,
      retry: () => results.forEach((result) => void result.refetch()),
      byOrganisation: memberships.map<DoorsOf>((membership, index) => ({
        membership,
        doors: results[index]?.data ?? [],
      })),
    }),
  });
}

/** Does a grant let its holder do more than open? One that has ended or not begun does not. */
export function administers(door: MyDoor, nowMs: number): boolean {
  return door.grants.some((grant) => grant.role !== "user" && holdsNow(grant, nowMs));
}

/** Has it begun, and not ended? */
export function holdsNow({ validFrom, validUntil }: MyDoor["grants"][number], nowMs: number) {
  return (
    (!validFrom || Date.parse(validFrom) <= nowMs) &&
    (!validUntil || nowMs < Date.parse(validUntil))
  );
}
