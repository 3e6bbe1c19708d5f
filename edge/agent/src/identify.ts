import {
  MAX_CODE_DAYS,
  findCredential,
  hashCredential,
  passEndMs,
  readTyped,
  type ReaderCredentialKind,
  type ReasonCode,
} from "@terskel/edge-protocol";
import type { Presented } from "./hardware.ts";
import type { Keypads } from "./keypads.ts";
import type { ListInForce } from "./list-in-force.ts";
import { examine } from "./phone-pass.ts";
import type { Once } from "./seen-commands.ts";

/** Whose a credential is, by its index in the list; or why it is nobody's. */
export type Identified = { readonly credential: ReaderCredentialKind } & (
  | { readonly person: number; readonly once?: Once | undefined }
  | { readonly reason: ReasonCode }
);

type Parts = { readonly credentialKey: string; readonly keypads: Keypads };

const MAX_CODE_MS = MAX_CODE_DAYS * 24 * 3_600_000;

/** Finds out with nothing but what the controller has. What is typed wrong is counted. */
export function identify(
  parts: Parts,
  { body, doors }: ListInForce,
  presented: Presented,
  nowMs: number,
): Identified {
  const { door, kind: credential, number } = presented;
  if (credential === "pin" || credential === "code") {
    if (doors.get(door)?.keypad) return identifyTyped(parts, body, presented, nowMs);
    return { credential, reason: "unknown-credential" };
  }
  const pass =
    credential === "phone-pass" ? examine(parts.credentialKey, number, nowMs) : undefined;
  // Whoever holds a code of another time up has it from a picture as likely as from their own phone: nobody is named.
  if (pass && "reason" in pass) return { credential, reason: pass.reason };
  const hash = hashCredential(parts.credentialKey, credential, pass?.number ?? number);
  const person = findCredential(body, hash);
  if (person === undefined) return { credential, reason: "unknown-credential" };
  const once = pass && { id: `${hash}:${pass.step}`, expiresAtMs: passEndMs(pass), nowMs };
  return { credential, person, once };
}

/** A keypad does not know whether it is a PIN or a code; that shows in the list. A closed one looks at nothing that is typed. */
function identifyTyped(
  { credentialKey, keypads }: Parts,
  body: ListInForce["body"],
  { door, number }: Presented,
  nowMs: number,
): Identified {
  const { credential, hashes } = readTyped(credentialKey, number);
  if (keypads.isClosed(door, nowMs)) return { credential, reason: "keypad-closed" };
  for (const { kind, hash } of hashes) {
    const person = findCredential(body, hash);
    if (person === undefined) continue;
    // Also where they may not open: somebody stands there who is made to try.
    if (kind === "duress") keypads.duress(door, nowMs);
    const once =
      kind === "one-time-code" ? { id: hash, expiresAtMs: nowMs + MAX_CODE_MS, nowMs } : undefined;
    return { credential, person, once };
  }
  keypads.wrong(door, nowMs);
  return { credential, reason: "pin-wrong" };
}
