import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** A pass has another code for each step; steps are counted since 1970 UTC, as in TOTP (RFC 6238 § 4). */
export const PASS_STEP_MS = 30_000;
/** A code is taken in its own step and in those beside it: clocks differ, and somebody has to walk to the reader. */
const STEPS_BESIDE = 1;

/** What a pass says at a reader. `number`: of the credential, 32 digits of upper-case hexadecimal. */
export type PhonePass = { readonly number: string; readonly step: number };

const FORM = /^TP1\.([0-9A-F]{32})\.(\d{1,10})\.([0-9A-F]{32})$/;

export const passStepAt = (ms: number): number => Math.floor(ms / PASS_STEP_MS);

/**
 * The text of a pass in one step, in the characters that a QR code packs densest (ISO/IEC 18004 § 7.4.4). Only who has the
 * organisation's credential key can write one: the code in it is an HMAC-SHA-256 with a key derived from that one (HKDF, RFC
 * 5869), cut to its first half (RFC 2104 § 5).
 *
 * `credentialKey`: base64url.
 */
export function writePass(credentialKey: string, pass: PhonePass): string {
  return `TP1.${pass.number}.${pass.step}.${codeOf(credentialKey, pass).toString("hex").toUpperCase()}`;
}

/** The pass that a reader has read; undefined when it was not written with this key. Its time is another question. */
export function readPass(credentialKey: string, text: string): PhonePass | undefined {
  const [, number, written, code] = FORM.exec(text.trim()) ?? [];
  if (number === undefined || written === undefined || code === undefined) return undefined;
  const pass = { number, step: Number(written) };
  // A number has one spelling, or one pass could be used in several.
  if (String(pass.step) !== written) return undefined;
  const isRight = timingSafeEqual(Buffer.from(code, "hex"), codeOf(credentialKey, pass));
  return isRight ? pass : undefined;
}

/** Is it the pass's step, or one beside it? A clock that gives no time is in none. */
export function isPassInTime({ step }: PhonePass, nowMs: number): boolean {
  return Math.abs(step - passStepAt(nowMs)) <= STEPS_BESIDE;
}

/** From when on a step's code is taken nowhere any more. */
export const passEndMs = ({ step }: PhonePass): number => (step + 1 + STEPS_BESIDE) * PASS_STEP_MS;

function codeOf(credentialKey: string, { number, step }: PhonePass): Buffer {
  const key = hkdfSync(
    "sha256",
    Buffer.from(credentialKey, "base64url"),
    "terskel",
    "phone-pass-code",
    32,
  );
  return createHmac("sha256", Buffer.from(key))
    .update(`${number}:${step}`)
    .digest()
    .subarray(0, 16);
}
