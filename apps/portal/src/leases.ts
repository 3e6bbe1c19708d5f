import type { leases } from "@terskel/access/api/leases";
import type { Item } from "./queries.ts";

export type Lease = Omit<Item<typeof leases>, "unit">;

/** Who rents by it, as a list in the reader's language; empty when nobody is left. */
export const tenantNames = ({ tenants }: Lease, language: string) =>
  new Intl.ListFormat(language).format(tenants.map(({ name }) => name));

export function stateOf({ from, until }: Lease, nowMs: number): "ahead" | "running" | "over" {
  if (Date.parse(from) > nowMs) return "ahead";
  return until !== undefined && Date.parse(until) <= nowMs ? "over" : "running";
}

/** What happens at the doors of a unit, and when. */
export type Change = {
  readonly at: string;
  readonly leaves?: Lease;
  readonly enters?: Lease;
};

/** The changes to come, in their order: an end and a start at the same moment are one, a handover. */
export function changesOf(leases: readonly Lease[], nowMs: number): Change[] {
  const changes = new Map<string, Change>();
  for (const lease of leases) {
    const { from, until } = lease;
    if (Date.parse(from) > nowMs)
      changes.set(from, { ...changes.get(from), at: from, enters: lease });
    if (until !== undefined && Date.parse(until) > nowMs)
      changes.set(until, { ...changes.get(until), at: until, leaves: lease });
  }
  return [...changes.values()].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** The lease that would run at the same time as one from `from` until `until` (empty: without an end). */
export function metBy(
  leases: readonly Lease[],
  { id, from, until }: { id: string; from: string; until: string },
): Lease | undefined {
  const end = (at: string | undefined) => (at ? Date.parse(at) : Infinity);
  return leases.find(
    (lease) =>
      lease.id !== id && Date.parse(lease.from) < end(until) && Date.parse(from) < end(lease.until),
  );
}
