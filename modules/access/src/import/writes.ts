import { createHash } from "node:crypto";
import type { Role } from "./roles.ts";
import type { Details } from "./statements.ts";

/**
 * What is to be written. References are ids, or `+p0`, `+u0`, `+g0` … for what is added. Plain data
 * in the order of the file, so that the same plan has the same bytes.
 */
export type Writes = {
  readonly addPeople: (Details & { ref: string })[];
  /** Only what changes. */
  readonly changePeople: (Partial<Details> & { id: string })[];
  readonly addUnits: { ref: string; name: string }[];
  readonly addGroups: { ref: string; name: string }[];
  readonly addResidents: { unit: string; person: string }[];
  readonly addGroupMembers: { group: string; person: string }[];
  readonly addGrants: ({ door: string; person: string } & Period)[];
  readonly changeGrants: ({ id: string } & Period)[];
  /** What the file says has ended. */
  readonly takeBackGrants: { id: string }[];
};
type Period = { role: Role; from: Date | null; until: Date | null };

export const noWrites = (): Writes => ({
  addPeople: [],
  changePeople: [],
  addUnits: [],
  addGroups: [],
  addResidents: [],
  addGroupMembers: [],
  addGrants: [],
  changeGrants: [],
  takeBackGrants: [],
});

/** Names a plan: these bytes, for this site, with these consequences. */
export function planName(bytes: Uint8Array, site: string, writes: Writes): string {
  return createHash("sha256")
    .update(createHash("sha256").update(bytes).digest())
    .update(JSON.stringify([site, writes]))
    .digest("base64url");
}
