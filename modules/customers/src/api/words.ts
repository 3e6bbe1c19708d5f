import { oneLine } from "@terskel/platform/one-line";
import { z } from "zod";

export const instant = z.iso.datetime({ offset: true });
export const language = z.enum(["nb", "sv", "en"]);
export const customerKind = z.enum(["housing", "office", "shop", "employer", "other"]);
/** Where what is stored of somebody came from (B6). */
export const source = z.enum(["customer", "activity", "register", "bought-list"]);
/** Of a person: unlike other ids it is not kept in the audit trail, which tells of persons in a place of their own. */
export const contactId = z.guid();
/** What is mailed, in one language. */
export const letter = z.strictObject({
  subject: oneLine(150),
  text: z.string().trim().min(1).max(10_000),
});
