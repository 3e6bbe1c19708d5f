import type { Config } from "@terskel/platform/config";
import { holdsNationalIdentityNumber } from "@terskel/platform/numbers";
import { problem as common } from "@terskel/platform/problems";
import { z } from "zod";
import { problem } from "./problems.ts";

/** All that is kept of what an eID says (C1). */
export type EidPerson = {
  readonly issuer: string;
  /** The provider's own identifier for the person; never a national identity number. */
  readonly subject: string;
  readonly name: string;
  readonly dateOfBirth: string | undefined;
};

type Names = Pick<Config, "OIDC_CLAIM_NAME" | "OIDC_CLAIM_BIRTHDATE" | "OIDC_CLAIM_IDENTIFIER">;
type Claims = Readonly<Record<string, unknown>>;

/** Does the ID token hold all that is needed, or has the userinfo endpoint to be asked? */
export const isComplete = (claims: Claims, names: Names) =>
  [names.OIDC_CLAIM_NAME, names.OIDC_CLAIM_BIRTHDATE, names.OIDC_CLAIM_IDENTIFIER].every(
    (name) => claims[name] !== undefined,
  );

/**
 * Picks name, date of birth and unique identifier; every other claim is let go.
 * @throws Problem `eid-incomplete`, or `national-identity-number` when one stands where the
 * identifier or the name should be (personopplysningsloven § 12; C1)
 */
export function eidPerson(issuer: string, claims: Claims, names: Names): EidPerson {
  const text = (claim: string, longest: number) => {
    const value = claims[claim];
    if (typeof value !== "string") return undefined;
    const plain = value.normalize("NFC").replaceAll(/\s+/g, " ").trim();
    return plain.length > 0 && plain.length <= longest ? plain : undefined;
  };
  const subject = text(names.OIDC_CLAIM_IDENTIFIER, 255);
  const name = text(names.OIDC_CLAIM_NAME, 200);
  if (!subject || !name) {
    throw problem("eid-incomplete", { reason: `no ${subject ? "name" : "identifier"} claim` });
  }
  if ([subject, name].some(holdsNationalIdentityNumber)) {
    throw common("national-identity-number", { reason: "the eID gave one" });
  }
  const dateOfBirth = z.iso.date().safeParse(claims[names.OIDC_CLAIM_BIRTHDATE]);
  return { issuer, subject, name, dateOfBirth: dateOfBirth.data };
}
