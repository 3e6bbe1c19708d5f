import { holdsNationalIdentityNumber } from "@terskel/kernel";
import { problem } from "@terskel/platform/problems";

/**
 * Free text as it may be stored, by the body's field.
 * @throws Problem `national-identity-number` (personopplysningsloven § 12), naming the field
 */
export function refuseIdentityNumbers(fields: Record<string, string | undefined>): void {
  const errors = Object.entries(fields)
    .filter(([, text]) => text !== undefined && holdsNationalIdentityNumber(text))
    .map(([field]) => ({ path: `body.${field}`, code: "national-identity-number" }));
  if (errors.length > 0) throw problem("national-identity-number", { errors });
}
