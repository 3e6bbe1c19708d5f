import { hashCredential, type HashedKind } from "./credential-hash.ts";

export const PIN_DIGITS = 6;
/** More than a PIN has, so that none is ever the other. */
export const CODE_DIGITS = 8;
/** How long a code is good for at most; for so long a controller remembers that one was used. */
export const MAX_CODE_DAYS = 7;

/** What typed digits may stand for in a list: each kind, with the hash to look for. */
export type Typed = {
  readonly credential: "pin" | "code";
  readonly hashes: readonly { readonly kind: HashedKind; readonly hash: string }[];
};

const FORM = new RegExp(`^(?:\\d{${PIN_DIGITS}}|\\d{${CODE_DIGITS}})$`);

/** Of what was typed at a keypad. What has another length is looked for nowhere. */
export function readTyped(credentialKey: string, text: string): Typed {
  const digits = text.trim();
  const isCode = digits.length === CODE_DIGITS;
  const kinds: readonly HashedKind[] = isCode ? ["code", "one-time-code"] : ["pin", "duress"];
  return {
    credential: isCode ? "code" : "pin",
    hashes: FORM.test(digits)
      ? kinds.map((kind) => ({ kind, hash: hashCredential(credentialKey, kind, digits) }))
      : [],
  };
}
