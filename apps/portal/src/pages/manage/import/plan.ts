import type { Plan } from "./use-import.ts";

export const kinds = ["people", "units", "residents", "groups", "groupMembers", "grants"] as const;

/** How much a plan adds or changes. */
export function changes(plan: Pick<Plan, (typeof kinds)[number]>): number {
  return kinds.reduce((sum, kind) => sum + plan[kind].added + plan[kind].changed, 0);
}
