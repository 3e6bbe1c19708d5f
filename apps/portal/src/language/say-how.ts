import type { en } from "#texts/en.ts";

type Passage = { readonly credential: string; readonly accessPoint?: "in" | "out" | undefined };

/** With what somebody came, and at which of the door's readers. */
export function sayHow(
  { areas, doors }: Pick<typeof en, "areas" | "doors">,
  { credential, accessPoint }: Passage,
): string {
  const names: Readonly<Record<string, string>> = doors.credentials;
  const how = names[credential] ?? doors.otherCredential;
  return accessPoint ? `${how}, ${areas.at[accessPoint]}` : how;
}
