import { organisations } from "@terskel/kernel";
import { problem } from "./problems.ts";

export type OrganisationNumber = { readonly number: string; readonly country: "NO" | "SE" };

/**
 * Reads an organisation number as people write it: `987 654 325`, `NO987654325MVA`, `556012-5790`.
 * Its country shows in its length: nine digits in Norway, ten in Sweden.
 * @throws Problem `invalid-organisation-number`
 */
export function readOrganisationNumber(text: string, only?: "NO" | "SE"): OrganisationNumber {
  const number = text.replaceAll(/[\s.-]/g, "").replace(/^(?:NO)?(\d{9})(?:MVA)?$/i, "$1");
  for (const country of only ? [only] : (["NO", "SE"] as const)) {
    if (organisations.isOrganisationNumber(number, country)) return { number, country };
  }
  throw problem("invalid-organisation-number");
}
