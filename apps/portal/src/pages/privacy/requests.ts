import type { readRequest, requests } from "@terskel/kernel/api/requests";
import type { Received } from "@terskel/platform/contract";
import type { Item } from "#queries.ts";

export type OwnRequest = Item<typeof requests>;
export type Wish = NonNullable<Received<typeof readRequest>["wish"]>;
type Restricting = Pick<OwnRequest, "kind" | "state" | "decision" | "liftedAt">;

/** Whole calendar days from today until then; below 0 when it has passed. */
export function daysUntil(instant: string, nowMs: number): number {
  const startOf = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  const days = Math.round((startOf(Date.parse(instant)) - startOf(nowMs)) / 86_400_000);
  return Date.parse(instant) < nowMs ? Math.min(days, -1) : days;
}

/** Is there a copy to fetch? */
export const canFetch = ({ fileUntil }: Pick<OwnRequest, "fileUntil">, nowMs: number) =>
  fileUntil !== undefined && Date.parse(fileUntil) > nowMs;

export const isRestricting = ({ kind, state, decision, liftedAt }: Restricting) =>
  kind === "restriction" && state === "answered" && decision !== "refused" && !liftedAt;
