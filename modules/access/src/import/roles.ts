import type { z } from "zod";
import type { grantRole } from "../api/words.ts";
import { key } from "./text.ts";

export type Role = z.output<typeof grantRole>;

const words: Readonly<Record<Role, readonly string[]>> = {
  user: ["user", "bruker", "användare", "beboer", "boende", "resident", "ansatt", "anställd"],
  door_administrator: [
    "door_administrator",
    "door administrator",
    "administrator",
    "admin",
    "døradministrator",
    "dørforvalter",
    "dörradministratör",
    "administratör",
    "dörrförvaltare",
  ],
  owner: ["owner", "door owner", "eier", "døreier", "ägare", "dörrägare"],
};

const known = new Map<string, Role>(
  Object.entries(words).flatMap(([role, names]) =>
    names.map((name) => [key(name), role as Role] as const),
  ),
);

/** The role that a word means in Norwegian, Swedish or English. */
export const readRole = (text: string): Role | undefined => known.get(key(text));
