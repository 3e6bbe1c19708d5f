import { administers, useMyDoors } from "./doors.ts";
import type { Membership } from "./me.ts";

/** `organisation`: runs all of it. `doors`: runs some doors of it. */
export type Scope = "organisation" | "doors";
export type Managed = { readonly membership: Membership; readonly scope: Scope };

/** The organisations in which the person has something to administer. */
export function useManaged() {
  const { byOrganisation, ...query } = useMyDoors();
  const nowMs = Date.now();
  const managed = byOrganisation.flatMap<Managed>(({ membership, doors }) => {
    if (membership.role === "administrator") return [{ membership, scope: "organisation" }];
    return doors.some((door) => administers(door, nowMs)) ? [{ membership, scope: "doors" }] : [];
  });
  return { ...query, managed };
}
