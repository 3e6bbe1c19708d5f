import { readFileSync } from "node:fs";
import type { DecidableList } from "./list.ts";
import type { DecisionReason } from "./reason.ts";

/** One question, and the answer that every part of the system that decides has to give. */
export type Ask = {
  readonly why: string;
  readonly person: string;
  readonly door: string;
  readonly at: string;
  readonly reason: DecisionReason;
};

/**
 * Decisions worked out by hand, for whatever decides: here, at a controller, in the cloud, or by somebody who writes a
 * controller of their own. `rows`: what the cloud has stored (instants in ISO 8601), `list`: the signed list that it makes of it.
 */
export type Vectors<Rows> = {
  readonly rows: Rows;
  readonly list: DecidableList;
  readonly asks: readonly Ask[];
};

export const readVectors = <Rows>(): Vectors<Rows> =>
  JSON.parse(readFileSync(new URL("../vectors.json", import.meta.url), "utf8")) as Vectors<Rows>;
