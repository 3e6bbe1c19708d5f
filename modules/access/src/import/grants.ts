import type { Role } from "./roles.ts";
import type { Grant } from "./state.ts";
import type { Stated } from "./statements.ts";

type Access = { readonly role: Role; readonly from: Date | null; readonly until: Date | null };

export type GrantPlan =
  | { readonly kind: "unchanged" | "ended" | "backwards" }
  | ({ readonly kind: "add" } & Access)
  /** `id`: of the grant that is changed, or taken back. */
  | ({ readonly kind: "change"; readonly id: string } & Access)
  | { readonly kind: "take-back"; readonly id: string };

/**
 * What a stated access does to the grants that the person has to the door. What the file leaves
 * out fits any grant and is kept: a blank cell never makes an access longer or higher.
 */
export function planGrant(stated: Stated, existing: readonly Grant[], now: Date): GrantPlan {
  if (existing.some((grant) => fits(stated, grant))) return { kind: "unchanged" };
  const [only, another] = existing;
  const kept = another ? undefined : only;
  const role = stated.role ?? kept?.role ?? "user";
  const from = stated.from ?? kept?.from ?? null;
  const until = stated.until ?? kept?.until ?? null;
  if (from && until && from >= until) return { kind: "backwards" };
  // One that has ended would be gone with the next run of retention, and come back with the next import.
  const ended = until !== null && until <= now;
  if (kept && ended) return { kind: "take-back", id: kept.id };
  if (kept) return { kind: "change", id: kept.id, role, from, until };
  if (ended) return { kind: "ended" };
  return { kind: "add", role, from, until };
}

const fits = (stated: Stated, grant: Grant) =>
  (stated.role ?? grant.role) === grant.role &&
  (stated.from ?? grant.from)?.valueOf() === grant.from?.valueOf() &&
  (stated.until ?? grant.until)?.valueOf() === grant.until?.valueOf();
