import { isPassInTime, readPass, type PhonePass, type ReasonCode } from "@terskel/edge-protocol";

/** The pass of a text that a reader has read, or why it is none now: found out with nothing but what the controller has. */
export function examine(
  credentialKey: string,
  text: string,
  nowMs: number,
): PhonePass | { readonly reason: ReasonCode } {
  const pass = readPass(credentialKey, text);
  if (!pass) return { reason: "pass-invalid" };
  return isPassInTime(pass, nowMs) ? pass : { reason: "pass-expired" };
}
