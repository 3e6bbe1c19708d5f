import { problem as common } from "@terskel/platform/problems";
import { holdsNationalIdentityNumber } from "../identity-numbers.ts";

/** @throws Problem `national-identity-number` when any text in it holds one */
export function refuseIdentityNumbers(value: unknown): void {
  if (typeof value === "string" && holdsNationalIdentityNumber(value)) {
    throw common("national-identity-number");
  }
  if (typeof value === "object" && value !== null) {
    for (const each of Object.values(value)) refuseIdentityNumbers(each);
  }
}
