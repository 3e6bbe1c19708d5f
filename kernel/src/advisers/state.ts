import { confidentialityVersion } from "../confidentiality/declaration.ts";

type Times = {
  readonly begins_at: Date;
  readonly ends_at: Date;
  readonly ended_at: Date | null;
  readonly signed_at: Date | null;
  readonly signed_version: number | null;
};

/** How far an assignment has come. A declaration of another version than the one in force is not signed. */
export function stateOf(of: Times, now: Date): "invited" | "begins" | "in-force" | "over" {
  if (of.ended_at !== null || of.ends_at <= now) return "over";
  if (of.signed_at === null || of.signed_version !== confidentialityVersion) return "invited";
  return of.begins_at > now ? "begins" : "in-force";
}
