import { outcomes } from "@terskel/access/api/passages";

type Outcome = (typeof outcomes)[number];
export type LogSearch = {
  door?: string;
  person?: string;
  outcome?: Outcome;
  /** Calendar days by the clock at the site, the last one too: `2026-11-30`. */
  from?: string;
  to?: string;
};

/** The log's filters, as they stand in its address; what is not understood is left out. */
export function logSearch(search: Record<string, unknown>): LogSearch {
  const found: LogSearch = {};
  for (const name of ["door", "person"] as const) {
    const value = search[name];
    if (typeof value === "string") found[name] = value;
  }
  for (const name of ["from", "to"] as const) {
    const value = search[name];
    if (typeof value === "string" && isDay(value)) found[name] = value;
  }
  const outcome = outcomes.find((each) => each === search["outcome"]);
  if (outcome) found.outcome = outcome;
  return inOrder(found);
}

/** A period that ends before it begins is that one day; the later choice may be either. */
export function inOrder(search: LogSearch, chosen: "from" | "to" = "from"): LogSearch {
  const { from, to } = search;
  if (!from || !to || from <= to) return search;
  return chosen === "from" ? { ...search, to: from } : { ...search, from: to };
}

const isDay = (value: string) =>
  /^[1-9]\d{3}-\d\d-\d\d$/.test(value) &&
  new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;
