import { randomInt } from "node:crypto";
import { hashCredential, PIN_DIGITS, type HashedKind } from "@terskel/edge-protocol";
import type { Keys } from "@terskel/platform/keys";
import { sql } from "kysely";
import { credentialKey } from "../controller-keys.ts";
import type { Tx } from "../tx.ts";

/** So rarely is a number somebody's already that one more try is as good as always enough. */
const TRIES = 50;
/** A slip of the finger is not to call anybody. */
const DIFFERENT_DIGITS = 3;

export const hashOf = (keys: Keys, organisation: string, kind: HashedKind, digits: string) =>
  Buffer.from(hashCredential(credentialKey(keys, organisation), kind, digits), "base64url");

/** Whoever draws a number waits here for whoever else does, so that none is drawn twice. */
export async function lockNumbers(tx: Tx, organisation: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`access.keypads ${organisation}`}, 0))`.execute(
    tx,
  );
}

/** The first of these tries that is nobody's PIN, duress PIN or code. */
export async function firstFree<Drawn>(
  tx: Tx,
  tryAt: (attempt: number) => Drawn,
  hashesOf: (drawn: Drawn) => readonly Buffer[],
): Promise<Drawn> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const drawn = tryAt(attempt);
    const { rows } = await sql<{ taken: boolean }>`
      select access.is_keypad_number(${hashesOf(drawn)}::bytea[]) as taken`.execute(tx);
    if (!rows[0]?.taken) return drawn;
  }
  throw new Error("every number is somebody's");
}

/** The same without the database: the first of these tries that `is` it. */
export function firstOf<Drawn>(
  tryAt: (attempt: number) => Drawn,
  is: (drawn: Drawn) => boolean,
): Drawn {
  for (let attempt = 0; attempt < TRIES; attempt += 1)
    if (is(tryAt(attempt))) return tryAt(attempt);
  throw new Error("no try gives it");
}

/** Two PINs at random, neither of them one that is tried first, nor mistaken for the other by a slip. */
export function drawPins(): { pin: string; duress: string } {
  const pin = drawPin();
  let duress = drawPin();
  while (differences(pin, duress) < DIFFERENT_DIGITS) duress = drawPin();
  return { pin, duress };
}

function drawPin(): string {
  const digits = String(randomInt(10 ** PIN_DIGITS)).padStart(PIN_DIGITS, "0");
  return isPattern(digits) ? drawPin() : digits;
}

/** 111111, 123456, 987654: each digit is as far from the one before. */
export function isPattern(digits: string): boolean {
  const steps = digits
    .split("")
    .slice(1)
    .map((digit, at) => (Number(digit) - Number(digits[at]) + 10) % 10);
  return steps.every((step) => step === steps[0]);
}

const differences = (one: string, other: string): number =>
  one.split("").filter((digit, at) => digit !== other[at]).length;
