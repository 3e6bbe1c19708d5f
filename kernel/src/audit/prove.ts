import type { Selectable } from "kysely";
import type { AuditContents } from "../tables.ts";
import { aboutDigest, actorDigest, contentDigest } from "./chain.ts";

/** What can be wrong with an entry. */
export type Wrong =
  | "missing"
  | "moved"
  | "link"
  | "content"
  | "content-missing"
  | "cut"
  | "rewritten"
  | "checkpoint"
  | "no-checkpoints"
  | "restore-unknown";

/** What went of an entry, and has to have gone by rule. */
export type Went = readonly ("all" | "actor" | "about")[];

/**
 * Does the content say what its entry's digest was made of?
 * @returns what of it has gone, or undefined where it says something else
 */
export function prove(
  entry: { at: Date; digest: string },
  content: Selectable<AuditContents>,
): Went | undefined {
  const whole = contentDigest({
    at: content.at,
    organisation: content.organisation_id,
    by: content.by_role,
    activity: content.activity,
    action: content.action,
    about: content.about,
    outcome: content.outcome,
    actor: content.actor_digest,
    aboutWhom: content.about_digest,
  });
  const isWhole = whole === entry.digest && content.at.getTime() === entry.at.getTime();
  const actor = partOf(content.actor_digest, content.actor_salt, {
    ids: [content.person_id, content.member_id],
    digest: (salt) => actorDigest(salt, content.person_id, content.member_id),
  });
  const about = partOf(content.about_digest, content.about_salt, {
    ids: [content.about_member_id],
    digest: (salt) => aboutDigest(salt, content.about_member_id ?? ""),
  });
  if (!isWhole || actor === "wrong" || about === "wrong") return undefined;
  return [
    ...(actor === "gone" ? ["actor" as const] : []),
    ...(about === "gone" ? ["about" as const] : []),
  ];
}

/** Is the part there as it was written, was there never one, or has it gone? */
function partOf(
  written: string | null,
  salt: string | null,
  { ids, digest }: { ids: readonly (string | null)[]; digest: (salt: string) => string },
): "right" | "gone" | "wrong" {
  if (salt !== null) return digest(salt) === written ? "right" : "wrong";
  if (ids.some((id) => id !== null)) return "wrong";
  return written === null ? "right" : "gone";
}
