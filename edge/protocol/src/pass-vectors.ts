import { readFileSync } from "node:fs";

/** A pass as it is written in one step, and the hash by which a list knows it. */
export type PassVector = {
  readonly why: string;
  readonly credentialKey: string;
  readonly number: string;
  readonly step: number;
  readonly text: string;
  readonly hash: string;
};

/** Reckoned with other programs, for whatever writes or reads passes: the cloud, a controller, somebody's own controller. */
export const readPassVectors = (): readonly PassVector[] =>
  JSON.parse(
    readFileSync(new URL("../pass-vectors.json", import.meta.url), "utf8"),
  ) as readonly PassVector[];
