import { holdsNow, useMyDoors } from "#doors.ts";
import type { GrantRole } from "#parts/pickers/RolePicker.tsx";
import { useOrganisation } from "../use-organisation.ts";

const all: readonly GrantRole[] = ["user", "door_administrator", "owner"];
const least: readonly GrantRole[] = ["user"];

/**
 * The roles that one may give at a door: any for its owners and for who runs the
 * organisation, only the least for its other administrators. The server decides; this hides what it
 * would refuse.
 */
export function useGivableRoles(): (door: string | null) => readonly GrantRole[] {
  const { id, scope } = useOrganisation();
  const { byOrganisation } = useMyDoors();
  if (scope === "organisation") return () => all;
  const mine = byOrganisation.find(({ membership }) => membership.organisation.id === id)?.doors;
  const nowMs = Date.now();
  return (door) =>
    mine
      ?.find((each) => each.id === door)
      ?.grants.some((grant) => grant.role === "owner" && holdsNow(grant, nowMs))
      ? all
      : least;
}
