import { z } from "zod";

/** What a text of a request's body holds, where it is not free text. */
type What = "telephone-number" | "credential-number" | "token";

const holds = z.registry<{ what: What }>();

/**
 * A text that is not free text. Free text is the rule: it may hold neither a national identity number
 * nor the number of a payment card.
 * - `telephone-number`: read as one before it is used, and stored as one only. Ten digits that are a
 *   telephone number can look like an identity number.
 * - `credential-number`: of a door card or tag. No identity number, so that nobody makes it a key;
 *   but one long tag number in ten passes a payment card's check digit, so that is not asked.
 * - `token`: made by the product, compared, and stored by nobody.
 */
export function holding<T extends z.ZodType>(what: What, text: T): T {
  // Its own, so that another field of the same words stays free text.
  const own = text.clone();
  holds.add(own, { what });
  return own;
}

export const heldBy = (schema: z.core.$ZodType) => holds.get(schema as z.ZodType)?.what;
