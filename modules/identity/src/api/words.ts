import * as kernel from "@terskel/kernel/api/columns";
import { holding } from "@terskel/platform/holds";
import { oneLine } from "@terskel/platform/one-line";
import { z } from "zod";
import * as identity from "./columns.ts";

export const language = z.enum(["nb", "sv", "en"]);
export const method = z.enum(["eid", "email-code", "sms-code", "passkey"]);
export const name = oneLine(120);
export const email = z.email().max(254).toLowerCase();
export const phone = holding("telephone-number", z.string().trim().min(4).max(24));
export const organisationNumber = z.string().trim().max(16);
export const instant = z.iso.datetime({ offset: true });
/** A path of this installation. Browsers read `\` as `/` and skip control characters (WHATWG URL). */
export const returnTo = z
  .string()
  .max(400)
  .regex(/^\/(?!\/)[^\\\p{Cc}]*$/u)
  .optional();

export const organisation = z.object({
  id: kernel.organisations("id", z.uuid()),
  name: kernel.organisations("name", z.string()),
  number: kernel.organisations("number", z.string()),
  country: kernel.organisations("country", z.enum(["NO", "SE"])),
  kind: kernel.organisations("kind", z.enum(["operator", "housing", "office", "shop", "employer"])),
});
/** A code under way: its number, to be sent back with the digits. */
export const codeSent = z.object({
  code: identity.codes("id", z.uuid()),
  expiresAt: identity.codes("expires_at", instant),
});
export const role = z.enum(["member", "administrator"]);
export const inOrganisation = z.strictObject({ organisation: z.uuid() });
