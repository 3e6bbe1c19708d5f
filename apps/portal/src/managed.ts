import { administers, useMyDoors } from "./doors.ts";
import { useMe } from "./me.ts";
import type { Membership } from "./me.ts";

/**
 * `organisation`: runs all of it. `doors`: runs some doors of it. `privacy`: answers its rights requests only,
 * or what is owed for its data once its agreement has ended.
 */
export type Scope = "organisation" | "doors" | "privacy";
export type Managed = { readonly membership: Membership; readonly scope: Scope };

/** The organisations in which the person has something to administer. */
export function useManaged() {
  const { byOrganisation, ...query } = useMyDoors();
  const { ended } = useMe();
  const nowMs = Date.now();
  const managed = byOrganisation.flatMap<Managed>(({ membership, doors }) => {
    if (membership.role === "administrator") return [{ membership, scope: "organisation" }];
    if (doors.some((door) => administers(door, nowMs))) return [{ membership, scope: "doors" }];
    return membership.privacyOfficer ? [{ membership, scope: "privacy" }] : [];
  });
  const over = ended
    .filter(({ role, privacyOfficer }) => role === "administrator" || privacyOfficer)
    .map((membership): Managed => ({ membership, scope: "privacy" }));
  return { ...query, managed: [...managed, ...over] };
}
